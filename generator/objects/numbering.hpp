// Columns that a sequence numbers from now on, though they hold numbers already.
#pragma once

#include <string>

#include "model/object_id.hpp"

namespace schemac::compiler::objects {

/// The statement after which the sequence of an identity goes on where the values of its column end; it does
/// nothing where there are none, or none that the sequence could give.
std::string continue_identity(const model::ObjectId& column);

/// The same for a sequence of its own.
std::string continue_sequence(const model::ObjectId& sequence, const model::ObjectId& column);

}  // namespace schemac::compiler::objects
