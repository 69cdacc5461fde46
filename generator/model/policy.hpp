// Row-level security: whether it is on for a table, and the policies that say who sees and writes which rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::model {

/// Stands for a table's flags; a table without one has both of them off.
inline constexpr std::string_view kRowSecurityKind = "row_security";
inline constexpr std::string_view kPolicyKind = "policy";

struct RowSecurity {
  bool enabled = true;
  bool forced = false;  ///< holds for the table's owner too

  template <class V>
  static void describe(V&& visit) {
    visit("enabled", &RowSecurity::enabled);
    visit("forced", &RowSecurity::forced);
  }
  friend bool operator==(const RowSecurity&, const RowSecurity&) = default;
};

struct Policy {
  bool restrictive = false;        ///< narrows what the permissive ones allow
  std::string command = "ALL";     ///< as CREATE POLICY spells it
  std::vector<std::string> roles;  ///< sorted; "public" for everybody
  std::string visible;             ///< USING: canonical; empty: none
  std::string writable;            ///< WITH CHECK: canonical; empty: none, and USING stands for it

  template <class V>
  static void describe(V&& visit) {
    visit("restrictive", &Policy::restrictive);
    visit("command", &Policy::command);
    visit("roles", &Policy::roles);
    visit("using", &Policy::visible);
    visit("check", &Policy::writable);
  }
  friend bool operator==(const Policy&, const Policy&) = default;
};

}  // namespace schemac::compiler::model
