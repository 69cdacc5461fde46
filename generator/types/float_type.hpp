// real and double precision: binary floating point, in two widths.
#pragma once

#include "types/scalar_type.hpp"

namespace schemac::compiler::types {

/// A JSON number within range, or "NaN", "Infinity", "-Infinity".
LiteralResult float_literal(const syntax::Value& json, const TypeUse& type);
std::optional<Refusal> refuse_float(std::string_view text, const TypeUse& type);

}  // namespace schemac::compiler::types
