// text, varchar(n), char(n), citext: one length in code points, checked alike.
#pragma once

#include "types/scalar_type.hpp"

namespace schemac::compiler::types {

/// The longest that varchar(n) and char(n) may be declared.
inline constexpr std::int64_t kMaxDeclaredLength = 10'485'760;

/// `name`(n), printed as `sql`(n).
UseResult use_with_length(Parameters parameters, std::string_view name, std::string_view sql, Shape shape,
                          std::int64_t max);

/// Refuses what is longer than the type's length; PostgreSQL cuts excess spaces off, so they do not count.
std::optional<Refusal> refuse_longer(std::string_view text, const TypeUse& type);

}  // namespace schemac::compiler::types
