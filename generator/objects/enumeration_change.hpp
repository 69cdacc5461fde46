// How an enum gets from one list of values to another.
#pragma once

#include <string>

#include "model/object_kind.hpp"

namespace schemac::compiler::objects {

/// Values that were renamed are, and new ones are added in their places; one that loses values, or has them
/// in another order, is superseded.
model::Alteration alter_enum(const model::Object& from, const model::Object& to,
                             const model::Transition& transition);

/// The renaming of one that is superseded; rows must not hold what its successor lacks.
model::Step move_enum_aside(const model::Object& from, const std::string& rename,
                            const model::Transition& transition);

}  // namespace schemac::compiler::objects
