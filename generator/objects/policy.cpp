// Policies of row security: the members of the table key "rls".
#include "model/policy.hpp"

#include <algorithm>
#include <array>

#include "model/constraint_names.hpp"
#include "model/expression_reading.hpp"
#include "model/hint_reading.hpp"
#include "model/key_reading.hpp"
#include "model/role.hpp"
#include "model/state_reader.hpp"
#include "model/table.hpp"
#include "objects/objects.hpp"
#include "objects/role_reading.hpp"
#include "objects/sql_text.hpp"
#include "sql/names.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Policy;

constexpr std::array<std::string_view, 5> kCommands = {"all", "select", "insert", "update", "delete"};
constexpr model::ValueForm kCommand = model::one_of(kCommands);
constexpr std::array<const model::ValueForm*, 2> kToForms = {&model::kTextForm, &model::kTextsForm};
constexpr model::ValueForm kTo = model::either_of(kToForms);
constexpr std::array<model::MemberSpec, 7> kMembers = {{
    {"for", "The command; `all` unless given.", &kCommand},
    {"to", "A role, or a list of roles; `public` for everybody.", &kTo, true},
    {"using", "The rows that are there for the command: SQL over the columns of a row.", &model::kTextForm},
    {"check", "What a row that is written must meet; `using` unless given.", &model::kTextForm},
    {"permissive", "false: narrows what other policies allow.", &model::kFlagForm},
    {"doc", "Becomes a COMMENT ON.", &model::kTextForm},
    model::kRenamedFromKey,
}};
constexpr model::ValueForm kPolicy = model::object_of(kMembers);
constexpr model::ValueForm kPolicies = model::map_of(kPolicy);
constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::table, "rls",
      "Row security: the policies that say who sees and writes which rows, by name.", true, &kPolicies}}};

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_policy'::regclass::oid AS class, p.oid AS oid, 0 AS sub, n.nspname AS schema, c.relname AS relation,
       p.polname AS name, NOT p.polpermissive AS restrictive,
       CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                     ELSE 'ALL' END AS command,
       ARRAY(SELECT coalesce(a.rolname::text, 'public') FROM unnest(p.polroles) r LEFT JOIN pg_roles a ON a.oid = r) AS roles,
       pg_get_expr(p.polqual, p.polrelid) AS visible, pg_get_expr(p.polwithcheck, p.polrelid) AS writable
  FROM pg_policy p
  JOIN pg_class c ON c.oid = p.polrelid
  JOIN user_schemas n ON n.oid = c.relnamespace)";

/// The kinds that an expression may lean on beside columns of its table.
constexpr std::array<std::string_view, 4> kCallable = {"function", model::kTableKind, "view",
                                                       "materialized_view"};

class PolicyKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::object, "\"rls\"")) return;
    const model::ObjectId flags = table->id.child(model::kRowSecurityKind, {});
    if (draft.find(flags) == nullptr) draft.add({flags, model::RowSecurity{}, {}, member.key_span});
    for (const syntax::Member& policy : member.value.members) {
      if (policy.key != "//" && draft.expect(policy.value, syntax::Kind::object, "a policy"))
        read_one(policy, *table, draft);
    }
  }

  std::string_view name() const override { return model::kPolicyKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Policy>(state);
  }
  std::optional<model::ObjectId> owner(const model::Object& object) const override {
    return table_of(object.id);
  }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    Policy policy;
    policy.restrictive = row.flag("restrictive");
    policy.command = row.text("command");
    policy.roles = row.list("roles");
    std::sort(policy.roles.begin(), policy.roles.end());
    policy.visible = row.sql("visible");
    policy.writable = row.sql("writable");
    return model::Object{{std::string(name()), row.text("schema"), row.text("relation"), row.text("name")},
                         std::move(policy),
                         {}};
  }

  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model& model) const override {
    const auto& policy = object.state.as<Policy>();
    const model::ObjectId table = table_of(object.id);
    const std::vector<std::string> names = sql::names_in(policy.visible + " " + policy.writable);
    std::vector<model::ObjectId> ids = columns_of(table, names);
    ids.push_back(table);
    ids.push_back(table.child(model::kRowSecurityKind, {}));
    for (const std::string& role : policy.roles) ids.push_back(role_id(role));
    for (const std::string_view kind : kCallable) {
      for (const model::Object& other : model.of_kind(kind)) {
        if (std::binary_search(names.begin(), names.end(), other.id.name)) ids.push_back(other.id);
      }
    }
    return ids;
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& policy = object.state.as<Policy>();
    std::string sql =
        "CREATE POLICY " + support::quote_identifier(object.id.part) + " ON " + object.id.qualified_name();
    if (policy.restrictive) sql += " AS RESTRICTIVE";
    sql += "\n    FOR " + policy.command + " TO " + role_list(policy.roles);
    if (!policy.visible.empty()) sql += "\n    USING (" + policy.visible + ")";
    if (!policy.writable.empty()) sql += "\n    WITH CHECK (" + policy.writable + ")";
    return sql;
  }
  std::string rename(const model::Object& object, const std::string& name) const override {
    return "ALTER POLICY " + support::quote_identifier(object.id.part) + " ON " + object.id.qualified_name() +
           " RENAME TO " + support::quote_identifier(name);
  }
  std::string drop(const model::Object& object) const override {
    return "DROP POLICY " + support::quote_identifier(object.id.part) + " ON " + object.id.qualified_name();
  }
  /// A condition can be changed, but not taken away.
  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition&) const override {
    const auto& old = from.state.as<Policy>();
    const auto& now = to.state.as<Policy>();
    const bool same_nature = old.restrictive == now.restrictive && old.command == now.command &&
                             (old.visible.empty() || !now.visible.empty()) &&
                             (old.writable.empty() || !now.writable.empty());
    if (!same_nature) return model::Alteration::replace();
    std::string sql =
        "ALTER POLICY " + support::quote_identifier(to.id.part) + " ON " + to.id.qualified_name();
    if (old.roles != now.roles) sql += "\n    TO " + role_list(now.roles);
    if (old.visible != now.visible) sql += "\n    USING (" + now.visible + ")";
    if (old.writable != now.writable) sql += "\n    WITH CHECK (" + now.writable + ")";
    return model::Alteration::in_place({{to.id, sql}});
  }

 private:
  void read_one(const syntax::Member& definition, const model::TableDraft& table, model::Draft& draft) const {
    draft.refuse_unknown_keys(definition.value, kMembers, "a policy");
    draft.expect_name(definition.key, definition.key_span);
    Policy policy;
    policy.command = read_command(definition.value, draft);
    policy.roles = read_to(definition, draft);
    if (definition.value.find("permissive") != nullptr)
      policy.restrictive = !read_flag(definition.value, "permissive", draft);
    policy.visible = read_condition(definition.value, "using", table, draft);
    policy.writable = read_condition(definition.value, "check", table, draft);
    expect_conditions(definition, policy.command, draft);

    const model::ObjectId id = table.id.child(name(), definition.key);
    draft.add({id, std::move(policy), {}, definition.key_span});
    model::read_renamed_from(draft, definition.value, id);
    const std::string doc = read_text(definition.value, "doc", draft);
    if (!doc.empty()) draft.add(model::make_comment(id, doc, definition.value.find("doc")->span));
  }

  static std::string read_command(const syntax::Value& definition, model::Draft& draft) {
    const syntax::Value* command = definition.find("for");
    if (command == nullptr || !draft.expect(*command, syntax::Kind::string, "\"for\"")) return "ALL";
    if (std::find(kCommands.begin(), kCommands.end(), command->text) == kCommands.end()) {
      draft.diagnostics()
          .error(command->span, "SC1480", "a policy cannot be for `" + command->text + "`",
                 "one of: all, select, insert, update, delete")
          .help = support::did_you_mean(command->text, kCommands);
      return "ALL";
    }
    std::string word = command->text;
    for (char& c : word) c = static_cast<char>(c - 'a' + 'A');
    return word;
  }

  /// PostgreSQL takes a policy without roles for everybody's; that much has to be said here.
  static std::vector<std::string> read_to(const syntax::Member& definition, model::Draft& draft) {
    const syntax::Value* to = definition.value.find("to");
    if (to != nullptr) return read_roles(*to, "a role", draft);
    draft.diagnostics()
        .error(definition.key_span, "SC1401", "the policy `" + definition.key + "` is for nobody",
               "\"to\" is missing")
        .help = "name a role, a list of roles, or \"public\" for everybody";
    return {};
  }

  static std::string read_condition(const syntax::Value& definition, std::string_view key,
                                    const model::TableDraft& table, model::Draft& draft) {
    const syntax::Value* value = definition.find(key);
    if (value == nullptr) return {};
    auto expression = model::read_expression(draft, *value, table, sql::Place::policy);
    return expression ? std::move(expression->canonical) : std::string();
  }

  static void expect_conditions(const syntax::Member& definition, const std::string& command,
                                model::Draft& draft) {
    const syntax::Value* visible = definition.value.find("using");
    const syntax::Value* writable = definition.value.find("check");
    if (visible != nullptr && command == "INSERT") {
      draft.diagnostics()
          .error(visible->span, "SC1481", "an insert sees no rows that were there before")
          .help = "what a new row must meet is its \"check\"";
    }
    if (writable != nullptr && (command == "SELECT" || command == "DELETE")) {
      draft.diagnostics()
          .error(writable->span, "SC1481", "nothing is written that a \"check\" could test")
          .help = "which rows it is for is its \"using\"";
    }
    if (visible != nullptr || writable != nullptr) return;
    const std::string_view key = command == "INSERT" ? "\"check\"" : "\"using\"";
    draft.diagnostics()
        .error(definition.key_span, "SC1401", "the policy `" + definition.key + "` has no condition",
               std::string(key) + " is missing")
        .help = "`true` is one that holds for all rows";
  }
};

}  // namespace

const model::ObjectKind& policy_kind() {
  static const PolicyKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
