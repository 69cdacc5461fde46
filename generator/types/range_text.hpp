// Ranges and multiranges: what is surely wrong about a text of one.
#pragma once

#include "types/scalar_type.hpp"

namespace schemac::compiler::types {

/// Checks the form, `[a,b)`, and each bound by `subtype`'s own check.
std::optional<Refusal> refuse_range(std::string_view text, const TypeUse& type,
                                    const model::ColumnType& subtype);

/// Checks the form, `{[a,b),[c,d)}`, and each range.
std::optional<Refusal> refuse_multirange(std::string_view text, const TypeUse& type,
                                         const model::ColumnType& subtype);

}  // namespace schemac::compiler::types
