# Compiles CASE with COMPILER and compares what it says with the case's own expectation for FAMILY.
file(STRINGS ${CASE} expectations REGEX "^// expect( ${FAMILY})?: ")
list(TRANSFORM expectations REPLACE "^// expect[^:]*: " "")

execute_process(COMMAND ${COMPILER} -std=c++20 -fsyntax-only -Wall -Wextra -Werror
    -I${ROOT}/runtime/include -I${ROOT}/generated/cpp/include ${CASE}
  RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)

if(NOT expectations AND NOT status EQUAL 0)
  message(FATAL_ERROR "this is right, but does not compile:\n${said}")
endif()
if(expectations AND status EQUAL 0)
  message(FATAL_ERROR "this compiles, and must not")
endif()
foreach(expected IN LISTS expectations)
  string(FIND "${said}" "${expected}" place)
  if(place EQUAL -1)
    message(FATAL_ERROR "the compiler does not say `${expected}`, but:\n${said}")
  endif()
endforeach()
