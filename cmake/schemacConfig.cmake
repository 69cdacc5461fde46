# find_package(schemac): the library schemac::runtime and, where they are installed too, the compiler and schemac_generate().
include(CMakeFindDependencyMacro)
find_dependency(PkgConfig)
pkg_check_modules(PQXX REQUIRED IMPORTED_TARGET libpqxx)
pkg_check_modules(PQ REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto)

include(${CMAKE_CURRENT_LIST_DIR}/schemac-runtime.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/schemac-compiler.cmake OPTIONAL)
include(${CMAKE_CURRENT_LIST_DIR}/SchemacGenerate.cmake OPTIONAL)
