# schemac_embed_migrations(): a program carries its migrations with it, and knows by them which database it was built for.
# Read by a project it defines the function; run as a script, at build time, it writes the unit.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(SCHEMAC_MIGRATIONS_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

  # schemac_embed_migrations(TARGET <library> NAMESPACE <namespace> FOLDER <folder of migrations>)
  # Adds to <library> the header <namespace>/migrations.hpp with `<namespace>::migrations()`, and what it needs.
  function(schemac_embed_migrations)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "TARGET;NAMESPACE;FOLDER" "")
    if(NOT arg_TARGET OR NOT arg_NAMESPACE OR NOT arg_FOLDER OR arg_UNPARSED_ARGUMENTS)
      message(FATAL_ERROR "schemac_embed_migrations needs TARGET, NAMESPACE and FOLDER, and takes nothing else")
    endif()
    get_filename_component(folder ${arg_FOLDER} ABSOLUTE)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/${arg_TARGET}-migrations)
    file(GLOB files CONFIGURE_DEPENDS ${folder}/*/*.sql ${folder}/*/change.json)
    add_custom_command(OUTPUT ${output}/migrations.cpp ${output}/${arg_NAMESPACE}/migrations.hpp
      COMMAND ${CMAKE_COMMAND} -D NAMESPACE=${arg_NAMESPACE} -D FOLDER=${folder} -D OUTPUT=${output}
              -P ${SCHEMAC_MIGRATIONS_SCRIPT}
      DEPENDS ${files} ${SCHEMAC_MIGRATIONS_SCRIPT}
      COMMENT "Embedding the migrations of ${arg_FOLDER}" VERBATIM)
    # One literal a file may pass the length that the standard requires compilers to take; g++ and clang have no limit.
    set_source_files_properties(${output}/migrations.cpp PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
    target_sources(${arg_TARGET} PRIVATE ${output}/migrations.cpp)
    target_include_directories(${arg_TARGET} PUBLIC ${output})
  endfunction()
  return()
endif()

set(entries "")
file(GLOB folders LIST_DIRECTORIES true RELATIVE ${FOLDER} ${FOLDER}/*)
foreach(folder IN LISTS folders)
  if(NOT folder MATCHES "^([0-9]+)_(.+)$")
    continue()
  endif()
  set(version ${CMAKE_MATCH_1})
  set(name ${CMAKE_MATCH_2})
  set(texts "")
  foreach(file IN ITEMS up.sql down.sql change.json)
    file(READ ${FOLDER}/${folder}/${file} text)
    string(APPEND texts ",\n     R\"embedded(${text})embedded\"")
  endforeach()
  string(APPEND entries "    {\"${version}\", \"${name}\"${texts}},\n")
endforeach()
file(WRITE ${OUTPUT}/${NAMESPACE}/migrations.hpp "// The migrations that this program was built with. Written at build time.
#pragma once

#include <vector>

#include \"schemac/migration.hpp\"

namespace ${NAMESPACE} {

/// By version: for schemac::Database::open() and schemac::migrate::up().
const std::vector<schemac::migrate::Migration>& migrations();

}  // namespace ${NAMESPACE}
")
file(WRITE ${OUTPUT}/migrations.cpp "// Written at build time by cmake/SchemacMigrations.cmake.
#include \"${NAMESPACE}/migrations.hpp\"

const std::vector<schemac::migrate::Migration>& ${NAMESPACE}::migrations() {
  static const std::vector<schemac::migrate::Migration> kMigrations = {
${entries}  };
  return kMigrations;
}
")
