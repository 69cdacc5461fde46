// Values of a composite type whose attributes change.
#pragma once

#include <string>

#include "model/object_kind.hpp"

namespace schemac::compiler::objects {

/// The expression after USING that turns the values of a column (quoted) into the composite type `type`,
/// attribute by attribute; empty where that is none, or new.
std::string row_conversion(const std::string& column, const std::string& type,
                           const model::Transition& transition);

}  // namespace schemac::compiler::objects
