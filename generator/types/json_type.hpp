// json and jsonb: a JSON literal is the value itself.
#pragma once

#include "types/scalar_type.hpp"

namespace schemac::compiler::types {

/// True where `text` is one JSON value by RFC 8259. (A surrogate without its other half is for a server to
/// refuse.)
bool is_json(std::string_view text);

LiteralResult json_literal(const syntax::Value& json, const TypeUse& type);
std::optional<Refusal> refuse_json(std::string_view text, const TypeUse& type);

}  // namespace schemac::compiler::types
