// Objects while a type that they use has another name for a while.
#pragma once

#include <string>

#include "model/model.hpp"

namespace schemac::compiler::objects {

/// Where `spelling` is `type` or an array of it, makes it that of the type named `aside`; else false.
bool name_aside(std::string& spelling, const model::ObjectId& type, const std::string& aside);

/// The same object in another state.
model::Object with_state(const model::Object& object, model::Body state);

}  // namespace schemac::compiler::objects
