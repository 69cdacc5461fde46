// Roles: who may do something in the database. They belong to the whole server, not to one database.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::model {

inline constexpr std::string_view kRoleKind = "role";
/// A role within another: {role: its name, part: the other one's}.
inline constexpr std::string_view kMembershipKind = "membership";
inline constexpr std::string_view kPrivilegeKind = "privilege";

/// Every role there is, in grants and policies.
inline constexpr std::string_view kPublicRole = "public";

/// Passwords are never part of a definition: whoever runs the server sets them.
struct Role {
  bool login = false;

  template <class V>
  static void describe(V&& visit) {
    visit("login", &Role::login);
  }
  friend bool operator==(const Role&, const Role&) = default;
};

/// That it is there is all there is to it.
struct Membership {
  template <class V>
  static void describe(V&&) {}
  friend bool operator==(const Membership&, const Membership&) = default;
};

/// One thing that a role may do.
struct Grant {
  std::string privilege;             ///< as GRANT spells it: "SELECT"
  std::vector<std::string> columns;  ///< sorted; empty: all of the object

  template <class V>
  static void describe(V&& visit) {
    visit("privilege", &Grant::privilege);
    visit("columns", &Grant::columns);
  }
  friend bool operator==(const Grant&, const Grant&) = default;
};

/// All that one role may do with one object. Its identity is the object's, whose kind is put before the role
/// in the part: "table citizen".
struct Privilege {
  std::string on;  ///< the object as GRANT spells it: "TABLE public.bills"
  std::string role;
  std::vector<Grant> grants;  ///< in the order in which PostgreSQL lists privileges

  template <class V>
  static void describe(V&& visit) {
    visit("on", &Privilege::on);
    visit("role", &Privilege::role);
    visit("grants", &Privilege::grants);
  }
  friend bool operator==(const Privilege&, const Privilege&) = default;
};

}  // namespace schemac::compiler::model
