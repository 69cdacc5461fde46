// Each kind of part in the shortest form that definitions have for it.
#include "importers/database_parts.hpp"

#include <algorithm>
#include <set>

#include "importers/bare.hpp"
#include "importers/definition_text.hpp"
#include "importers/index_definition.hpp"
#include "importers/type_spelling.hpp"
#include "model/domain_type.hpp"
#include "model/function.hpp"
#include "model/partition.hpp"
#include "model/policy.hpp"
#include "model/role.hpp"
#include "model/table.hpp"
#include "model/trigger.hpp"
#include "model/view.hpp"
#include "sql/trigger_statement.hpp"
#include "support/text_scan.hpp"

namespace schemac::compiler::importers {

using model::Object;
using syntax::Value;

namespace {

void add_text(Value& object, std::string key, const std::string& text) {
  if (!text.empty()) add_member(object, std::move(key), text_value(text));
}

std::string doc_of(const Docs& docs, const model::ObjectId& id) {
  const auto found = docs.find(id);
  return found == docs.end() ? std::string() : found->second;
}

/// What stands in shared.json is in the schema public.
std::string file_schema(const Object& object) {
  return object.id.schema == kPublic ? std::string() : object.id.schema;
}

ImportedPart function_of(const Object& object, const model::ObjectKind& kind, const Docs& docs) {
  const auto& function = object.state.as<model::Function>();
  Value value = object_value();
  add_text(value, "doc", doc_of(docs, object.id));
  add_text(value, "returns", function.returns);
  add_text(value, "sql", kind.create(object, {}));
  return {file_schema(object), "functions", object.id.name, std::move(value)};
}

ImportedPart domain_type_of(const Object& object, const Docs& docs) {
  const auto& type = object.state.as<model::DomainType>();
  Value value = object_value();
  add_text(value, "doc", doc_of(docs, object.id));
  add_text(value, "base", spell_type(type.base).text);
  if (type.not_null) add_member(value, "not_null", flag_value(true));
  add_text(value, "default_sql", type.default_sql);
  Value checks = object_value();
  const std::string prefix = object.id.name + "_";
  for (const model::DomainCheck& check : type.checks) {
    const bool usual = check.name.size() > prefix.size() && check.name.starts_with(prefix);
    add_member(checks, usual ? check.name.substr(prefix.size()) : check.name,
               text_value(bare(check.expression)));
  }
  if (!checks.members.empty()) add_member(value, "checks", std::move(checks));
  return {file_schema(object), "types", object.id.name, std::move(value)};
}

/// Roles are the server's: what a database tells of them is that somebody is granted something.
std::vector<ImportedPart> roles_of(const model::Model& model) {
  std::set<std::string> names;
  for (const Object& object : model.of_kind(model::kPrivilegeKind))
    names.insert(object.state.as<model::Privilege>().role);
  for (const Object& object : model.of_kind(model::kPolicyKind)) {
    const auto& roles = object.state.as<model::Policy>().roles;
    names.insert(roles.begin(), roles.end());
  }
  names.erase(std::string(model::kPublicRole));
  std::vector<ImportedPart> parts;
  for (const std::string& name : names) parts.push_back({{}, "roles", name, object_value()});
  return parts;
}

/// The value of `bound` between `before` and the next quote: FROM ('2026-01-01').
std::string value_after(std::string_view bound, std::string_view before) {
  const std::size_t found = bound.find(before);
  if (found == std::string_view::npos) return {};
  const std::size_t begin = found + before.size();
  return std::string(bound.substr(begin, bound.find('\'', begin) - begin));
}

/// {"from": "2026-01-01", "to": "2026-02-01"}, ["hall", "cafe"]; without members where it is another bound.
Value bound_value(std::string_view bound, bool range) {
  Value value = range ? object_value() : list_value({});
  if (range) {
    for (const auto& [key, words] : {std::pair("from", "FROM ('"), std::pair("to", "TO ('")})
      add_text(value, key, value_after(bound, words));
    return value;
  }
  constexpr std::string_view kIn = "IN (";
  for (std::size_t at = bound.find(kIn); at < bound.size() && bound.find('\'', at) < bound.size();) {
    const std::size_t begin = bound.find('\'', at) + 1;
    const std::size_t end = std::min(bound.find('\'', begin), bound.size());
    value.items.push_back(text_value(std::string(bound.substr(begin, end - begin))));
    at = end + 1;
  }
  return value;
}

/// Of a range or a list over one column, and of a hash.
void add_partition(const Object& table, const model::Model& model, std::vector<syntax::Member>& more) {
  const std::string& key = table.state.as<model::Table>().partition_key;
  if (key.empty()) return;
  const std::string method = support::lower_case(key.substr(0, key.find(' ')));
  Value value = object_value();
  add_member(value, method, text_value(key.substr(key.find('(') + 1, key.size() - key.find('(') - 2)));
  Value partitions = object_value();
  int count = 0;
  for (const Object& object : model.of_kind(model::kPartitionKind)) {
    const auto& partition = object.state.as<model::Partition>();
    if (partition.parent_schema != table.id.schema || partition.parent != table.id.name) continue;
    ++count;
    const bool rest = partition.bound == "DEFAULT";
    const std::string prefix = table.id.name + "_";
    const bool usual = object.id.name.starts_with(prefix);
    add_member(partitions,
               rest    ? "default"
               : usual ? object.id.name.substr(prefix.size())
                       : object.id.name,
               rest ? flag_value(true) : bound_value(partition.bound, method == "range"));
  }
  if (method == "hash") {
    add_member(value, "count", number_value(std::to_string(count)));
  } else {
    add_member(value, "partitions", std::move(partitions));
  }
  more.push_back({"partition", {}, std::move(value)});
}

Value policy_of(const model::Policy& policy, const std::string& doc) {
  Value value = object_value();
  add_text(value, "doc", doc);
  const std::string command = support::lower_case(policy.command);
  if (command != "all") add_member(value, "for", text_value(command));
  add_member(value, "to",
             policy.roles.size() == 1 ? text_value(policy.roles.front()) : list_value(policy.roles));
  if (policy.restrictive) add_member(value, "permissive", flag_value(false));
  add_text(value, "using", bare(policy.visible));
  add_text(value, "check", bare(policy.writable));
  return value;
}

void add_security(const Object& table, const model::Model& model, const Docs& docs,
                  std::vector<syntax::Member>& more) {
  const Object* security =
      model.find({std::string(model::kRowSecurityKind), table.id.schema, table.id.name, {}});
  if (security == nullptr || !security->state.as<model::RowSecurity>().enabled) return;
  Value policies = object_value();
  for (const Object& policy : model.parts(model::kPolicyKind, table.id))
    add_member(policies, policy.id.part,
               policy_of(policy.state.as<model::Policy>(), doc_of(docs, policy.id)));
  more.push_back({"rls", {}, std::move(policies)});
  if (security->state.as<model::RowSecurity>().forced) more.push_back({"rls_force", {}, flag_value(true)});
}

Value trigger_of(const sql::TriggerStatement& trigger, const std::string& doc) {
  Value value = object_value();
  add_text(value, "doc", doc);
  add_member(value, trigger.timing, list_value(trigger.events));
  if (!trigger.of.empty()) add_member(value, "of", list_value(trigger.of));
  if (!trigger.for_each_row) add_member(value, "for_each", text_value("statement"));
  add_text(value, "when", bare(trigger.when));
  add_text(value, "call", trigger.function);
  if (!trigger.arguments.empty()) add_member(value, "arguments", list_value(trigger.arguments));
  add_text(value, "deferrable", trigger.deferrable);
  add_text(value, "old_table", trigger.old_table);
  add_text(value, "new_table", trigger.new_table);
  return value;
}

void add_triggers(const Object& table, const model::Model& model, const Docs& docs,
                  std::vector<syntax::Member>& more) {
  Value triggers = object_value();
  for (const Object& object : model.parts(model::kTriggerKind, table.id)) {
    const auto& state = object.state.as<model::Trigger>();
    const auto trigger = sql::parse_trigger(state.definition);
    if (trigger) add_member(triggers, object.id.part, trigger_of(*trigger, doc_of(docs, object.id)));
  }
  if (!triggers.members.empty()) more.push_back({"triggers", {}, std::move(triggers)});
}

/// What roles may do with a table or a view: the value of "grants".
Value grants_on(const model::ObjectId& id, const model::Model& model) {
  Value grants = object_value();
  for (const Object& object : model.of_kind(model::kPrivilegeKind)) {
    if (model::privileged_object(object.id) != id) continue;
    const auto& privilege = object.state.as<model::Privilege>();
    Value list = list_value({});
    for (const model::Grant& grant : privilege.grants) {
      Value of_columns = object_value();
      const std::string what = support::lower_case(grant.privilege);
      if (!grant.columns.empty()) add_member(of_columns, what, list_value(grant.columns));
      list.items.push_back(grant.columns.empty() ? text_value(what) : std::move(of_columns));
    }
    if (!list.items.empty()) add_member(grants, privilege.role, std::move(list));
  }
  return grants;
}

ImportedPart view_of(const Object& object, const model::Model& model, const Docs& docs) {
  const auto& view = object.state.as<model::View>();
  Value value = object_value();
  add_text(value, "doc", doc_of(docs, object.id));
  if (object.id.kind == model::kMaterializedViewKind) add_member(value, "materialized", flag_value(true));
  const auto& options = view.options;
  if (std::find(options.begin(), options.end(), "security_invoker=true") != options.end())
    add_member(value, "security_invoker", flag_value(true));
  add_text(value, "sql", view.query);
  const auto is_column = [&](const std::string& key) {
    return std::any_of(view.columns.begin(), view.columns.end(),
                       [&](const model::ViewColumn& column) { return column.name == key; });
  };
  Value indexes = index_list(object.id.name, read_indexes(object.id, model), is_column);
  if (!indexes.items.empty()) add_member(value, "indexes", std::move(indexes));
  Value grants = grants_on(object.id, model);
  if (!grants.members.empty()) add_member(value, "grants", std::move(grants));
  return {object.id.schema, "views", object.id.name, std::move(value)};
}

}  // namespace

std::vector<ImportedPart> read_parts(const model::Model& model,
                                     std::span<const model::ObjectKind* const> kinds, const Docs& docs) {
  std::vector<ImportedPart> parts;
  for (const std::string_view kind : {model::kViewKind, model::kMaterializedViewKind}) {
    for (const Object& object : model.of_kind(kind)) parts.push_back(view_of(object, model, docs));
  }
  const auto function_kind = std::find_if(kinds.begin(), kinds.end(), [](const model::ObjectKind* kind) {
    return kind->name() == model::kFunctionKind;
  });
  for (const Object& object : model.of_kind(model::kFunctionKind))
    parts.push_back(function_of(object, **function_kind, docs));
  for (const Object& object : model.of_kind(model::kDomainTypeKind))
    parts.push_back(domain_type_of(object, docs));
  for (ImportedPart& role : roles_of(model)) parts.push_back(std::move(role));
  return parts;
}

std::vector<syntax::Member> read_more(const Object& table, const model::Model& model, const Docs& docs) {
  std::vector<syntax::Member> more;
  if (table.state.as<model::Table>().unlogged) more.push_back({"unlogged", {}, flag_value(true)});
  add_partition(table, model, more);
  add_triggers(table, model, docs, more);
  Value grants = grants_on(table.id, model);
  if (!grants.members.empty()) more.push_back({"grants", {}, std::move(grants)});
  add_security(table, model, docs, more);
  return more;
}

}  // namespace schemac::compiler::importers
