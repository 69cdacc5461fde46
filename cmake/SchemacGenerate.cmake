# schemac_generate(): the build step that keeps generated code up to date and makes a library of it.
#
# How it works. The compiler writes a file only when its text changes, so what makes builds exact is that the build tool knows
# every generated file as an output of one command and looks at its time again after the command has run:
# - a touched definition runs the command once; no output is newer than before, so nothing is compiled;
# - a new column changes its table's header and its domain's .cpp, and just what includes them is compiled;
# - a new domain is a new definition file: the build sees it (the definitions are globbed at every build), configures again,
#   and knows the new unit's name from the definition's;
# - a new table's header becomes known when the build after it configures again, since the command keeps the list of the
#   outputs in the build folder (until then the only unit that can include it is the one compiled in the same build).
# What the definitions read besides themselves (SQL files, rows of seeds) comes from the compiler as a depfile.

# schemac_generate(TARGET <library> DEFINITIONS <folder> [OUTPUT <folder>])
#   TARGET       the static library to make; its users get the generated headers and schemac::runtime
#   DEFINITIONS  the folder that holds schemac.json
#   OUTPUT       where the outputs go, default <build>/<library>-generated; schema.sql, seeds/ and manifest.json land there too
# SCHEMAC_EXECUTABLE, if set, is the compiler to run: when cross-compiling, one that runs on the building machine.
function(schemac_generate)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "TARGET;DEFINITIONS;OUTPUT" "")
  if(NOT arg_TARGET OR NOT arg_DEFINITIONS OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "schemac_generate needs TARGET and DEFINITIONS, and takes OUTPUT: not '${arg_UNPARSED_ARGUMENTS}'")
  endif()
  get_filename_component(definitions ${arg_DEFINITIONS} ABSOLUTE)
  if(NOT EXISTS ${definitions}/schemac.json)
    message(FATAL_ERROR "schemac_generate: there is no schemac.json in ${definitions}")
  endif()
  if(NOT arg_OUTPUT)
    set(arg_OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${arg_TARGET}-generated)
  endif()
  get_filename_component(output ${arg_OUTPUT} ABSOLUTE BASE_DIR ${CMAKE_CURRENT_BINARY_DIR})

  set(compiler schemac::compiler)
  if(SCHEMAC_EXECUTABLE)
    set(compiler ${SCHEMAC_EXECUTABLE})
  endif()
  set(state ${CMAKE_CURRENT_BINARY_DIR}/${arg_TARGET}-schemac)
  schemac_first_run(${compiler} ${definitions} ${output})
  schemac_known_outputs(${definitions} ${output} ${state} units others)
  file(GLOB_RECURSE inputs CONFIGURE_DEPENDS ${definitions}/*.json ${definitions}/*.sql ${definitions}/*.csv)
  list(FILTER inputs EXCLUDE REGEX "/schemac\\.schema\\.json$")  # the editor's

  add_custom_command(OUTPUT ${state}/stamp BYPRODUCTS ${units} ${others}
    COMMAND ${compiler} generate ${definitions} --out ${output} --depfile ${state}/depfile --stamp ${state}/stamp
    COMMAND ${CMAKE_COMMAND} -D FOLDER=${output} -D LIST=${state}/outputs.txt
            -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/SchemacListOutputs.cmake
    DEPENDS ${inputs} ${compiler}
    DEPFILE ${state}/depfile
    COMMENT "Generating ${arg_TARGET} from ${arg_DEFINITIONS}" VERBATIM)
  # The one owner of the command, so that a parallel build never runs it twice.
  add_custom_target(${arg_TARGET}_generate DEPENDS ${state}/stamp)

  add_library(${arg_TARGET} STATIC ${units})
  add_dependencies(${arg_TARGET} ${arg_TARGET}_generate)
  target_include_directories(${arg_TARGET} PUBLIC ${output}/cpp/include)
  target_link_libraries(${arg_TARGET} PUBLIC schemac::runtime)
endfunction()

# schemac_editor_schema(DEFINITIONS <folder>)
# Keeps the editor's schema in a definitions folder up to date: with every build that finds a definition or the compiler changed.
function(schemac_editor_schema)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "DEFINITIONS" "")
  get_filename_component(definitions ${arg_DEFINITIONS} ABSOLUTE)
  file(GLOB inputs CONFIGURE_DEPENDS ${definitions}/*.json ${definitions}/*.sql)
  list(FILTER inputs EXCLUDE REGEX "/schemac\\.schema\\.json$")
  set(compiler schemac::compiler)
  if(SCHEMAC_EXECUTABLE)
    set(compiler ${SCHEMAC_EXECUTABLE})
  endif()
  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/schemac-editor.stamp)
  add_custom_command(OUTPUT ${stamp}
    COMMAND ${compiler} editor ${definitions}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${inputs} ${compiler}
    COMMENT "Writing the editor's schema of ${arg_DEFINITIONS}" VERBATIM)
  add_custom_target(schemac_editor_schema ALL DEPENDS ${stamp})
endfunction()

# schemac_first_run(<compiler> <definitions> <output>)
# With nothing generated yet and a compiler that is there already (an installed one), runs it while configuring, so that every
# header is known from the first build on. A mistake in the definitions is left for the build to report.
function(schemac_first_run compiler definitions output)
  if(EXISTS ${output}/manifest.json)
    return()
  endif()
  if(TARGET ${compiler})
    get_target_property(imported ${compiler} IMPORTED)
    if(NOT imported)
      return()
    endif()
    get_target_property(compiler ${compiler} LOCATION)
  endif()
  execute_process(COMMAND ${compiler} generate ${definitions} --out ${output} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
endfunction()

# schemac_known_outputs(<definitions> <output> <state> <units> <others>)
# Sets <units> to the .cpp files that will be generated and <others> to the other outputs that are known by now.
function(schemac_known_outputs definitions output state units others)
  set(known ${output}/cpp/src/enums.cpp)
  if(EXISTS ${definitions}/shared.json)
    file(READ ${definitions}/shared.json text)
    string(JSON shapes ERROR_VARIABLE none LENGTH "${text}" shapes)
    if(shapes GREATER 0)
      list(APPEND known ${output}/cpp/src/json_shapes.cpp)
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${definitions}/shared.json)
  endif()
  file(GLOB domains CONFIGURE_DEPENDS ${definitions}/*.json)
  foreach(domain IN LISTS domains)
    get_filename_component(name ${domain} NAME)
    if(NOT name MATCHES "^(schemac|shared|schemac\\.schema)\\.json$")
      get_filename_component(name ${domain} NAME_WE)
      # A domain without tables has no unit. It may get its first one by any edit of that file.
      file(READ ${domain} text)
      string(JSON tables ERROR_VARIABLE none LENGTH "${text}" tables)
      if(tables GREATER 0)
        list(APPEND known ${output}/cpp/src/${name}.cpp)
      else()
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${domain})
      endif()
    endif()
  endforeach()
  set(${units} ${known} PARENT_SCOPE)

  if(NOT EXISTS ${state}/outputs.txt)
    execute_process(COMMAND_ERROR_IS_FATAL ANY
      COMMAND ${CMAKE_COMMAND} -D FOLDER=${output} -D LIST=${state}/outputs.txt
              -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/SchemacListOutputs.cmake)
  endif()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${state}/outputs.txt)
  file(STRINGS ${state}/outputs.txt listed)
  list(TRANSFORM listed PREPEND ${output}/)
  list(REMOVE_ITEM listed ${known})
  set(${others} ${listed} PARENT_SCOPE)
endfunction()
