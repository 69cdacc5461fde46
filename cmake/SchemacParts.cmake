# Makes one static library of each part of generator/, linked to just the parts that cmake/layers.txt allows it.

set(SCHEMAC_LAYERS_FILE ${CMAKE_CURRENT_LIST_DIR}/layers.txt)

# schemac_add_parts(): reads layers.txt and defines schemac_<part> for every line of it.
function(schemac_add_parts)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${SCHEMAC_LAYERS_FILE})
  file(STRINGS ${SCHEMAC_LAYERS_FILE} lines REGEX "^[a-z]")
  foreach(line IN LISTS lines)
    string(REGEX MATCH "^([a-z]+) *: *(.*)$" _ "${line}")
    set(part ${CMAKE_MATCH_1})
    separate_arguments(below UNIX_COMMAND "${CMAKE_MATCH_2}")
    list(TRANSFORM below PREPEND schemac_)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${part}/*.cpp)
    if(NOT sources)  # a part that is still empty is a library all the same
      set(sources ${CMAKE_CURRENT_BINARY_DIR}/empty_${part}.cpp)
      file(CONFIGURE OUTPUT ${sources} CONTENT "// generator/${part} has no source yet.\n")
    endif()
    add_library(schemac_${part} STATIC ${sources})
    target_include_directories(schemac_${part} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(schemac_${part} PUBLIC ${below} PRIVATE schemac_options)
  endforeach()
endfunction()
