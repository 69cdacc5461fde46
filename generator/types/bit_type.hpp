// bit(n) and varbit(n): strings of bits.
#pragma once

#include "types/scalar_type.hpp"

namespace schemac::compiler::types {

/// The longest that bit(n) and varbit(n) may be declared.
inline constexpr std::int64_t kMaxDeclaredBits = 83'886'080;

/// Ones and zeros, after B if wished, or hexadecimal digits after X. Nothing where `text` is neither.
std::optional<std::size_t> bit_count(std::string_view text);

Refusal no_bits(std::string_view text, const TypeUse& type);

}  // namespace schemac::compiler::types
