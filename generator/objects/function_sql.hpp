// CREATE FUNCTION, written.
#pragma once

#include <string>

#include "model/function.hpp"

namespace schemac::compiler::objects {

std::string create_function(const model::ObjectId& id, const model::Function& function);

}  // namespace schemac::compiler::objects
