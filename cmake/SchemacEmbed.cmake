# Embeds text files into a library, so that the program needs none of them at run time: at build time this same file, run as
# a script, writes a .cpp that defines the function which generator/render/embedded.hpp declares.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(SCHEMAC_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

  # schemac_embed(<target> <function> <folder-or-file>)
  # Compiles into <target> a definition of schemac::compiler::render::<function>(): every file under the folder, with its
  # path relative to it, sorted (a single file: under its name). Runs again when a file is changed, added or removed.
  function(schemac_embed target function source)
    if(IS_DIRECTORY ${source})
      set(root ${source})
      file(GLOB_RECURSE files CONFIGURE_DEPENDS ${source}/*)
    else()
      get_filename_component(root ${source} DIRECTORY)
      file(GLOB files CONFIGURE_DEPENDS ${source})
    endif()
    list(SORT files)
    set(list ${CMAKE_CURRENT_BINARY_DIR}/embedded/${function}.txt)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded/${function}.cpp)
    string(REPLACE ";" "\n" lines "${files}")
    file(CONFIGURE OUTPUT ${list} CONTENT "${lines}\n" @ONLY)
    add_custom_command(OUTPUT ${output}
      COMMAND ${CMAKE_COMMAND} -D FUNCTION=${function} -D ROOT=${root} -D LIST=${list} -D OUTPUT=${output}
              -P ${SCHEMAC_EMBED_SCRIPT}
      DEPENDS ${files} ${list} ${SCHEMAC_EMBED_SCRIPT}
      COMMENT "Embedding ${source}" VERBATIM)
    # One literal a file may pass the length that the standard requires compilers to take; g++ and clang have no limit.
    set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
    target_sources(${target} PRIVATE ${output})
  endfunction()
  return()
endif()

file(STRINGS ${LIST} files ENCODING UTF-8)
set(entries "")
foreach(file IN LISTS files)
  file(RELATIVE_PATH path ${ROOT} ${file})
  file(READ ${file} text)
  string(APPEND entries "    {\"${path}\"sv, R\"embedded(${text})embedded\"sv},\n")
endforeach()
set(body "  return {};\n")
if(NOT entries STREQUAL "")
  set(body "  static constexpr EmbeddedFile kFiles[] = {\n${entries}  };\n  return kFiles;\n")
endif()
file(WRITE ${OUTPUT} "// Written at build time by cmake/SchemacEmbed.cmake.
#include \"render/embedded.hpp\"

namespace schemac::compiler::render {
using namespace std::string_view_literals;

std::span<const EmbeddedFile> ${FUNCTION}() {
${body}}

}  // namespace schemac::compiler::render
")
