// GRANT and REVOKE: what leads from the privileges that a role has to those that it shall have.
#pragma once

#include <string>
#include <vector>

#include "model/catalogue_row.hpp"
#include "model/role.hpp"

namespace schemac::compiler::objects {

/// What a role may do beyond the defaults, and what of them it may not.
struct Rights {
  std::vector<model::Grant> grants = {};
  std::vector<std::string> revoked = {};
};

/// Whose rights on what the statements are about.
struct GrantWords {
  std::string prefix;  ///< stands before GRANT and REVOKE: "ALTER DEFAULT PRIVILEGES FOR ROLE a "
  std::string on;      ///< "TABLE public.bills"
  std::string role;
};

/// Revokes first. Nothing that is on both sides is said, but for a column's privilege that the same privilege
/// of the whole table takes along when it goes.
std::vector<std::string> grant_statements(const Rights& from, const Rights& to, const GrantWords& words);

/// Several statements as one text.
std::string in_one(const std::vector<std::string>& statements);

/// Of the columns `privileges`, `columns`, `grantable`, `grantors` (lists of equal length; a column is empty
/// where the whole object is meant) and `revoked`.
Rights read_rights(const model::CatalogueRow& row);

}  // namespace schemac::compiler::objects
