// Roles: who may do something in the database. They belong to the whole server, not to one database.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/object_id.hpp"

namespace schemac::compiler::model {

inline constexpr std::string_view kRoleKind = "role";
/// A role within another: {role: its name, part: the other one's}.
inline constexpr std::string_view kMembershipKind = "membership";
inline constexpr std::string_view kPrivilegeKind = "privilege";
inline constexpr std::string_view kDefaultPrivilegeKind = "default_privilege";
inline constexpr std::string_view kOwnerKind = "owner";

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
  bool grantable = false;            ///< WITH GRANT OPTION
  std::string by = {};               ///< who granted it; empty: the object's owner

  template <class V>
  static void describe(V&& visit) {
    visit("privilege", &Grant::privilege);
    visit("columns", &Grant::columns);
    visit("grantable", &Grant::grantable);
    visit("by", &Grant::by);
  }
  friend bool operator==(const Grant&, const Grant&) = default;
};

/// What one role may do with one object beyond what PostgreSQL's own defaults give it. Its identity is the
/// object's as attached_id() has it, with the role as second word of the part: "table citizen", "function
/// citizen text"; the owner's own privileges have an empty word there.
struct Privilege {
  std::string on;  ///< the object as GRANT spells it: "TABLE public.bills"
  std::string role;
  std::vector<Grant> grants;              ///< in the order in which PostgreSQL lists privileges
  std::vector<std::string> revoked = {};  ///< what the defaults give, and it does not have: PUBLIC's EXECUTE

  template <class V>
  static void describe(V&& visit) {
    visit("on", &Privilege::on);
    visit("role", &Privilege::role);
    visit("grants", &Privilege::grants);
    visit("revoked", &Privilege::revoked);
  }
  friend bool operator==(const Privilege&, const Privilege&) = default;
};

/// The identity of what `role` may do with an object, or with the `detail` of it that is no object of its own
/// (the sequence of a column). An empty role is the object's owner.
ObjectId privilege_id(const ObjectId& object, std::string_view role, std::string_view detail = {});

/// What a privilege is on. REQUIRES: an identity of privilege_id().
ObjectId privileged_object(const ObjectId& privilege);

/// What one role may do with the objects of a class that another role will make. Its identity is {kind,
/// schema or nothing, the role that makes them, "tables citizen"}.
struct DefaultPrivilege {
  std::string objects;  ///< "TABLES", "SEQUENCES", "FUNCTIONS", "TYPES", "SCHEMAS"
  std::string role;     ///< who may do it
  std::vector<Grant> grants;
  std::vector<std::string> revoked;

  template <class V>
  static void describe(V&& visit) {
    visit("objects", &DefaultPrivilege::objects);
    visit("role", &DefaultPrivilege::role);
    visit("grants", &DefaultPrivilege::grants);
    visit("revoked", &DefaultPrivilege::revoked);
  }
  friend bool operator==(const DefaultPrivilege&, const DefaultPrivilege&) = default;
};

/// What a connection says of it.
struct DefaultPrivilegeNotes {
  bool own = false;  ///< holds for what the connected role makes

  template <class V>
  static void describe(V&& visit) {
    visit("own", &DefaultPrivilegeNotes::own);
  }
  friend bool operator==(const DefaultPrivilegeNotes&, const DefaultPrivilegeNotes&) = default;
};

/// Its identity is attached_id() of what is owned.
struct Owner {
  std::string of;  ///< the object as ALTER spells it: "TABLE public.bills"
  std::string role;

  template <class V>
  static void describe(V&& visit) {
    visit("of", &Owner::of);
    visit("role", &Owner::role);
  }
  friend bool operator==(const Owner&, const Owner&) = default;
};

}  // namespace schemac::compiler::model
