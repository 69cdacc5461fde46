// CREATE TRIGGER, written.
#pragma once

#include <string>

#include "model/object_kind.hpp"
#include "model/trigger.hpp"

namespace schemac::compiler::objects {

std::string create_trigger(const model::ObjectId& id, const model::Trigger& trigger);

/// A constraint trigger alone cannot be replaced by CREATE OR REPLACE.
model::Alteration alter_trigger(const model::ObjectId& id, const model::Trigger& from,
                                const model::Trigger& to);

/// The lock that CREATE TRIGGER takes on its table: for a moment, but writers come first.
std::string trigger_lock(const model::ObjectId& id);

}  // namespace schemac::compiler::objects
