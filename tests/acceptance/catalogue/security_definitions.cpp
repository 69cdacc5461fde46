// A second, independent pass over the JSON of the definitions.
#include "acceptance/catalogue/security_definitions.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "acceptance/catalogue/sql_literal.hpp"

namespace schemac::testing {
namespace {

using Json = nlohmann::ordered_json;

std::string text_at(const Json& object, const char* key) {
  return object.contains(key) ? object.at(key).get<std::string>() : std::string{};
}

std::string constant(const Json& value) {
  return value.is_string() ? sql_literal(value.get<std::string>()) : value.dump();
}

std::string constants(const Json& values) {
  std::string out;
  for (const Json& value : values) out += (out.empty() ? "" : ", ") + constant(value);
  return out;
}

/// The condition of one rule; empty where the expression is the compiler's choice.
std::string rule_sql(const std::string& rule, const Json& argument) {
  if (rule == "min") return "VALUE >= " + argument.dump();
  if (rule == "max") return "VALUE <= " + argument.dump();
  if (rule == "min_length") return "char_length(VALUE) >= " + argument.dump();
  if (rule == "max_length") return "char_length(VALUE) <= " + argument.dump();
  if (rule == "length") return "char_length(VALUE) = " + argument.dump();
  if (rule == "one_of") return "VALUE IN (" + constants(argument) + ")";
  if (rule == "format" || rule == "pattern") return {};
  throw std::runtime_error{"the test does not know the type key " + rule};
}

TypeDefinition read_type(const std::string& name, const Json& form) {
  TypeDefinition type;
  type.name = name;
  for (const auto& [key, value] : form.items()) {
    if (key == "base") {
      type.base = value;
    } else if (key == "doc") {
      type.doc = value;
    } else if (key == "not_null") {
      type.not_null = value;
    } else if (key == "default") {
      type.default_sql = constant(value);
    } else if (key == "default_sql") {
      type.default_sql = value;
    } else if (key == "checks") {
      for (const auto& [check, sql] : value.items())
        type.checks.emplace_back(name + "_" + check, sql.is_string() ? sql : sql.at("sql"));
    } else if (key != "//") {
      type.checks.emplace_back(name + "_" + key, rule_sql(key, value));
    }
  }
  return type;
}

RoleDefinition read_role(const std::string& name, const Json& form) {
  RoleDefinition role{name, form.value("login", false), {}, text_at(form, "doc")};
  if (form.contains("member_of")) role.member_of = form.at("member_of").get<std::vector<std::string>>();
  return role;
}

void read_grants(const Json& grants, const std::string& table, SecurityDefinitions& out) {
  for (const auto& [role, list] : grants.items()) {
    if (role == "//") continue;
    auto& granted = out.grants[{table, role}];
    for (const Json& item : list) {
      if (item.is_string()) {
        granted.insert(item.get<std::string>());
        continue;
      }
      for (const auto& [privilege, columns] : item.items()) {
        for (const std::string column : columns) granted.insert(privilege + " " + column);
      }
    }
  }
}

PolicyDefinition read_policy(const std::string& table, const std::string& name, const Json& form) {
  PolicyDefinition policy;
  policy.table = table;
  policy.name = name;
  policy.command = form.value("for", "all");
  policy.permissive = form.value("permissive", true);
  const Json& to = form.at("to");
  if (to.is_string()) policy.roles.insert(to.get<std::string>());
  if (to.is_array()) policy.roles = to.get<std::set<std::string>>();
  policy.visible = text_at(form, "using");
  policy.writable = text_at(form, "check");
  policy.doc = text_at(form, "doc");
  return policy;
}

/// The keys of a mixin or of the table itself.
void read_part(const Json& form, const std::string& table, SecurityDefinitions& out) {
  if (form.contains("grants")) read_grants(form.at("grants"), table, out);
  if (form.contains("rls")) {
    out.row_security.try_emplace(table, false);
    for (const auto& [name, policy] : form.at("rls").items()) {
      if (name != "//") out.policies.push_back(read_policy(table, name, policy));
    }
  }
}

void read_table(const std::string& name, const Json& form, const Json& mixins, SecurityDefinitions& out) {
  bool forced = false;
  if (form.contains("mixins")) {
    for (const std::string mixin : form.at("mixins")) {
      read_part(mixins.at(mixin), name, out);
      forced = mixins.at(mixin).value("rls_force", forced);
    }
  }
  read_part(form, name, out);
  if (form.value("rls_force", forced)) out.row_security[name] = true;
}

/// Whoever may do something with a whole table may do it with its columns: one privilege.
void drop_covered(SecurityDefinitions& out) {
  for (auto& entry : out.grants) {
    auto& granted = entry.second;  // clang 14 takes no structured binding into a lambda
    std::erase_if(granted, [&](const std::string& item) {
      const std::size_t space = item.find(' ');
      return space != std::string::npos && granted.count(item.substr(0, space)) > 0;
    });
  }
}

}  // namespace

SecurityDefinitions read_security(const std::string& folder) {
  std::map<std::string, Json> files;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".json" || name == "schemac.schema.json") continue;
    std::ifstream stream{entry.path()};
    files[name] = Json::parse(stream);
  }
  const Json mixins = files.at("shared.json").value("mixins", Json::object());
  SecurityDefinitions out;
  for (const auto& file : files) {
    const Json& content = file.second;
    const auto each = [&](const char* key, auto&& visit) {
      if (!content.contains(key)) return;
      for (const auto& [name, form] : content.at(key).items()) {
        if (name != "//") visit(name, form);
      }
    };
    each("types", [&](const auto& name, const Json& form) { out.types.push_back(read_type(name, form)); });
    each("roles", [&](const auto& name, const Json& form) { out.roles.push_back(read_role(name, form)); });
    each("tables", [&](const auto& name, const Json& form) { read_table(name, form, mixins, out); });
    each("views", [&](const auto& name, const Json& form) {
      if (form.contains("grants")) read_grants(form.at("grants"), name, out);
    });
  }
  drop_covered(out);
  return out;
}

}  // namespace schemac::testing
