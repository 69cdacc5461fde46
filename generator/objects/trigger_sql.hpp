// CREATE TRIGGER, written.
#pragma once

#include <string>

#include "model/object_id.hpp"
#include "model/trigger.hpp"

namespace schemac::compiler::objects {

std::string create_trigger(const model::ObjectId& id, const model::Trigger& trigger);

}  // namespace schemac::compiler::objects
