// SQL that PostgreSQL prints, so that it prints the same again after reading it.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::sql {

/// Of `kind IN ('a', 'b')` over a varchar PostgreSQL makes, and prints, an array with a cast around it:
/// `ANY ((ARRAY['a'::character varying, …])::text[])`. Reading that, it moves the cast to each element, which
/// is another expression. Without the cast it makes the first one again.
std::string repeatable(std::string_view printed);

}  // namespace schemac::compiler::sql
