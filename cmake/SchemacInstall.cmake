# What is installed, for find_package(schemac): the runtime and the compiler as components of their own, since a machine that
# only runs programs needs the one and a machine that builds them needs both.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/schemac)

set_target_properties(schemac_runtime PROPERTIES EXPORT_NAME runtime)
set_target_properties(schemac PROPERTIES EXPORT_NAME compiler)
install(TARGETS schemac_runtime EXPORT schemac-runtime COMPONENT runtime)
install(DIRECTORY runtime/include/ TYPE INCLUDE COMPONENT runtime)
install(TARGETS schemactl COMPONENT runtime)
install(TARGETS schemac EXPORT schemac-compiler COMPONENT compiler)
install(TARGETS schemac-live COMPONENT compiler)  # schemac looks for it beside itself

if(TARGET schemac_spdlog)
  set_target_properties(schemac_spdlog PROPERTIES EXPORT_NAME spdlog)
  install(TARGETS schemac_spdlog EXPORT schemac-spdlog COMPONENT runtime)
  install(EXPORT schemac-spdlog NAMESPACE schemac:: FILE schemac-spdlog.cmake DESTINATION ${package_dir} COMPONENT runtime)
endif()
install(EXPORT schemac-runtime NAMESPACE schemac:: FILE schemac-runtime.cmake DESTINATION ${package_dir} COMPONENT runtime)
install(EXPORT schemac-compiler NAMESPACE schemac:: FILE schemac-compiler.cmake DESTINATION ${package_dir} COMPONENT compiler)
install(FILES cmake/SchemacGenerate.cmake cmake/SchemacListOutputs.cmake cmake/SchemacMigrations.cmake
  DESTINATION ${package_dir} COMPONENT compiler)

write_basic_package_version_file(${CMAKE_BINARY_DIR}/schemacConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/schemacConfig.cmake ${CMAKE_BINARY_DIR}/schemacConfigVersion.cmake
  DESTINATION ${package_dir} COMPONENT runtime)
