// Reads the names of roles where definitions refer to them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/definition.hpp"

namespace schemac::compiler::objects {

/// Whether there is such a role, "public" included; else SC1471 with a "did you mean".
bool expect_role(std::string_view name, support::Span place, model::Draft& draft);

/// A role, or a list of roles, sorted; unknown ones are left out.
std::vector<std::string> read_roles(const syntax::Value& value, std::string_view what, model::Draft& draft);

/// As SQL names it: PUBLIC, or the name, quoted where it must be.
std::string role_sql(std::string_view role);
/// "citizen, PUBLIC"
std::string role_list(const std::vector<std::string>& roles);

/// The identity of a role; "public" has none in any model.
model::ObjectId role_id(std::string_view role);

}  // namespace schemac::compiler::objects
