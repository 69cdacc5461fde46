// Expected facts of types, roles, grants and policies.
#include "acceptance/catalogue/security.hpp"

#include <nlohmann/json.hpp>

#include "acceptance/catalogue/sql_literal.hpp"

namespace schemac::testing {
namespace {

using Spelling = std::map<std::string, std::string>;

/// Each condition as PostgreSQL prints it, by "<table>.<policy> using" and "… check".
Spelling spell_policies(const SecurityDefinitions& definitions, TestDatabase& loaded) {
  if (definitions.policies.empty()) return {};
  std::string sql = "BEGIN;\n";
  const auto add = [&](const PolicyDefinition& policy, const std::string& what,
                       const std::string& condition) {
    if (condition.empty()) return;
    sql += "CREATE POLICY \"spell " + policy.name + " " + what + "\" ON " + policy.table + " USING (" +
           condition + ");\n";
  };
  for (const PolicyDefinition& policy : definitions.policies) {
    add(policy, "using", policy.visible);
    add(policy, "check", policy.writable);
  }
  sql +=
      "SELECT json_object_agg(polrelid::regclass || '.' || substr(polname, 7), pg_get_expr(polqual, "
      "polrelid)) "
      "FROM pg_policy WHERE polname LIKE 'spell %';\nROLLBACK;";
  return nlohmann::json::parse(loaded.run_sql(sql)).get<Spelling>();
}

std::string policy_fact(const PolicyDefinition& policy, const Spelling& spelling) {
  std::string fact =
      policy.name + (policy.permissive ? "" : " restrictive") + " for " + policy.command + " to";
  for (const std::string& role : policy.roles) fact += " " + role;
  const std::string name = policy.table + "." + policy.name;
  if (!policy.visible.empty()) fact += " using " + spelling.at(name + " using");
  if (!policy.writable.empty()) fact += " check " + spelling.at(name + " check");
  return fact;
}

void add_type(const TypeDefinition& type, const Spelling& spelling, Facts& facts) {
  std::string fact = type.name + " " + spelling.at("base " + type.name);
  if (type.not_null) fact += " not null";
  if (!type.default_sql.empty()) fact += " default " + spelling.at("type default " + type.name);
  facts["types"].push_back(fact);
  if (!type.doc.empty()) facts["comments"].push_back("type " + type.name + ": " + type.doc);
  for (const auto& [name, sql] : type.checks) {
    facts["constraints of type " + type.name].push_back(
        name + ": " + (sql.empty() ? "CHECK …" : spelling.at("check " + name)));
  }
}

}  // namespace

std::string types_sql(const SecurityDefinitions& definitions) {
  std::string sql;
  for (const TypeDefinition& type : definitions.types) {
    sql += "CREATE DOMAIN " + type.name + " AS " + type.base;
    if (!type.default_sql.empty()) sql += " DEFAULT " + type.default_sql;
    for (const auto& [name, check] : type.checks) {
      if (!check.empty()) sql += " CONSTRAINT " + name + " CHECK (" + check + ")";
    }
    sql += ";\n";
  }
  return sql;
}

Facts security_facts(const SecurityDefinitions& definitions, const Spelling& spelling, TestDatabase& loaded) {
  Facts facts;
  for (const TypeDefinition& type : definitions.types) add_type(type, spelling, facts);
  for (const RoleDefinition& role : definitions.roles) {
    facts["roles"].push_back(role.name + (role.login ? " login" : ""));
    for (const std::string& above : role.member_of) facts["roles"].push_back(role.name + " in " + above);
    if (!role.doc.empty()) facts["comments"].push_back("role " + role.name + ": " + role.doc);
  }
  for (const auto& [of, granted] : definitions.grants) {
    for (const std::string& item : granted) facts["grants of " + of.first].push_back(of.second + " " + item);
  }
  for (const auto& [table, forced] : definitions.row_security)
    facts["row security"].push_back(table + (forced ? " forced" : ""));
  const Spelling conditions = spell_policies(definitions, loaded);
  for (const PolicyDefinition& policy : definitions.policies) {
    facts["policies of " + policy.table].push_back(policy_fact(policy, conditions));
    if (!policy.doc.empty()) {
      facts["comments"].push_back("policy " + policy.name + " on table " + policy.table + ": " + policy.doc);
    }
  }
  return facts;
}

}  // namespace schemac::testing
