# Settings that every target of this repository shares: the language, warnings, sanitizers, where programs land.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

set(SCHEMAC_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them (address,undefined or thread)")

find_program(SCHEMAC_CCACHE ccache)
if(SCHEMAC_CCACHE AND PROJECT_IS_TOP_LEVEL)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SCHEMAC_CCACHE})
endif()

# Our own targets link this; what users build on top of the libraries does not.
add_library(schemac_options INTERFACE)
target_compile_options(schemac_options INTERFACE -Wall -Wextra -Wpedantic -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 sees overlapping copies in `"text" + std::string` once it optimises (its bug 105651).
  target_compile_options(schemac_options INTERFACE -Wno-restrict)
endif()
if(SCHEMAC_SANITIZE)
  add_compile_options(-fsanitize=${SCHEMAC_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SCHEMAC_SANITIZE})
endif()
