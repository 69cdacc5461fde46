// The outputs. Each is a stateless object of static lifetime; only driver/registry lists them.
#pragma once

#include "targets/target.hpp"

namespace schemac::compiler::targets {

const Target& sql_schema();  ///< schema.sql
const Target& cpp_ids();     ///< cpp/include/<namespace>/ids.hpp
const Target& cpp_enums();   ///< cpp/include/<namespace>/enums.hpp and cpp/src/enums.cpp
const Target& cpp_shapes();  ///< cpp/include/<namespace>/json_shapes.hpp, cpp/src/json_shapes.cpp
const Target& cpp_table();   ///< cpp/include/<namespace>/<table>.hpp
const Target& cpp_domain();  ///< cpp/src/<domain>.cpp
const Target& sql_seeds();   ///< seeds/<environment>.sql
const Target& manifest();    ///< manifest.json; the last one, since it lists the others' files

}  // namespace schemac::compiler::targets
