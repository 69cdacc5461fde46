// CREATE FUNCTION, written.
#pragma once

#include <string>
#include <string_view>

#include "model/function.hpp"

namespace schemac::compiler::objects {

/// @param create how the statement begins: "CREATE ", "CREATE OR REPLACE "
std::string create_function(const model::ObjectId& id, const model::Function& function,
                            std::string_view create);

/// Whether PostgreSQL lets CREATE OR REPLACE lead from the one to the other: it keeps what callers may rely
/// on, the result, the names of arguments and that they have a default.
bool takes_place_of(const model::Function& from, const model::Function& to);

}  // namespace schemac::compiler::objects
