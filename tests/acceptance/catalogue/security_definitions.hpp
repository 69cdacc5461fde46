// What the definitions say of domain types, roles, grants and policies.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace schemac::testing {

struct TypeDefinition {
  std::string name;
  std::string base;
  std::string default_sql;  ///< empty: none
  bool not_null = false;
  std::string doc;
  std::vector<std::pair<std::string, std::string>>
      checks;  ///< name, SQL; empty where the compiler chooses it
};

struct RoleDefinition {
  std::string name;
  bool login = false;
  std::vector<std::string> member_of;
  std::string doc;
};

struct PolicyDefinition {
  std::string table;
  std::string name;
  std::string command = "all";
  bool permissive = true;
  std::set<std::string> roles;
  std::string visible;   ///< using
  std::string writable;  ///< check
  std::string doc;
};

struct SecurityDefinitions {
  std::vector<TypeDefinition> types;
  std::vector<RoleDefinition> roles;
  /// table, role -> "select", "insert body"
  std::map<std::pair<std::string, std::string>, std::set<std::string>> grants;
  std::map<std::string, bool> row_security;  ///< table -> forced
  std::vector<PolicyDefinition> policies;
};

/// Reads every definition file of a folder for them.
SecurityDefinitions read_security(const std::string& folder);

}  // namespace schemac::testing
