// inet, cidr, macaddr, macaddr8: what is surely wrong about a text of one.
#pragma once

#include "types/scalar_type.hpp"

namespace schemac::compiler::types {

/// Four octets, or an IPv6 address, with /bits if wished. Shorter IPv4 forms are for a server to judge.
std::optional<Refusal> refuse_network(std::string_view text, const TypeUse& type);

/// Hexadecimal digits with separators: too few digits, or characters that never occur.
std::optional<Refusal> refuse_hardware_address(std::string_view text, const TypeUse& type);

}  // namespace schemac::compiler::types
