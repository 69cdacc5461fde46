// Values of PostgreSQL's own types, as text that their input functions take.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::verify {

/// An ordinary value of a base type: other numbers give other values where the type has as many, and greater
/// ones where it has an order. `modifier` is pg_attribute.atttypmod, -1 for none. A type that is not known
/// here gets a small number's text.
std::string ordinary_value(std::string_view type, int modifier, std::uint32_t number);

/// Values at the edges of a base type: empty, extreme, to be quoted with care.
std::vector<std::string> edge_values(std::string_view type);

}  // namespace schemac::compiler::verify
