// Checks: the table key "checks". Those of validator rules are made by resolve.
#include <algorithm>
#include <array>

#include "model/constraint_names.hpp"
#include "model/expression_reading.hpp"
#include "model/hint_reading.hpp"
#include "model/key_reading.hpp"
#include "model/state_reader.hpp"
#include "objects/attachment.hpp"
#include "objects/constraint_steps.hpp"
#include "objects/dependencies.hpp"
#include "objects/inheritance.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"
#include "sql/names.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Alteration;
using model::Check;
using model::CheckOrigin;
using model::Step;
using model::Transition;

constexpr std::array<model::MemberSpec, 5> kMembers = {{
    {"sql", "The condition: SQL over the columns of a row.", &model::kTextForm, true},
    {"message", "What a user of the program reads where it does not hold.", &model::kTextForm},
    {"name", "The constraint's name, where the table's and the key are not wanted.", &model::kTextForm},
    {"keep", "Why warnings about it do not apply here.", &model::kTextForm},
    model::kRenamedFromKey,
}};
constexpr model::ValueForm kCheckObject = model::object_of(kMembers);
constexpr std::array<const model::ValueForm*, 2> kCheckForms = {&model::kTextForm, &kCheckObject};
constexpr model::ValueForm kCheck = model::either_of(kCheckForms);
constexpr model::ValueForm kChecks = model::map_of(kCheck);
constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::table, "checks",
      "Conditions that every row meets, by name: SQL, or an object with \"sql\", \"message\" and \"name\".",
      true, &kChecks}}};

constexpr std::string_view kQuery = R"(
SELECT 'pg_constraint'::regclass::oid AS class, c.oid, 0 AS sub, n.nspname AS schema, t.relname AS "table",
       c.conname AS name, pg_get_expr(c.conbin, c.conrelid) AS expression, c.connoinherit AS no_inherit,
       NOT c.convalidated AS not_valid, c.conislocal AS local, c.coninhcount > 0 AS inherited,
       t.relispartition AS of_partition
FROM pg_constraint c
JOIN pg_class t ON t.oid = c.conrelid
JOIN user_schemas n ON n.oid = t.relnamespace
WHERE c.contype = 'c' AND t.relkind <> 'f')";

std::string definition(const model::Object& object) {
  const auto& check = object.state.as<Check>();
  return constraint_clause(object,
                           "CHECK (" + check.expression + ")" + (check.no_inherit ? " NO INHERIT" : ""));
}

Condition condition(const model::Object& object) {
  const auto& check = object.state.as<Check>();
  const std::string table = object.id.qualified_name();
  Condition result;
  result.clause = definition(object);
  result.lock = "ACCESS EXCLUSIVE on " + table;
  result.refusal = "fails where a row of " + table + " does not meet " + check.expression;
  result.precondition = "SELECT NOT EXISTS (SELECT FROM " + std::string(check.no_inherit ? "ONLY " : "") +
                        table + " WHERE NOT (" + check.expression + "))";
  result.not_valid = check.not_valid;
  return result;
}

/// Whether what happens to the check of the parent happens to it, too, without a word.
bool follows_parent(const model::Object& object, const Transition& transition) {
  switch (object.state.as<Check>().origin) {
    case CheckOrigin::own:
    case CheckOrigin::shared:
      return false;
    case CheckOrigin::inherited: {
      const auto parents = parent_parts(object.id, transition);
      return std::any_of(parents.begin(), parents.end(), [](const ParentPart& parent) {
        return parent.before != nullptr || parent.after != nullptr;
      });
    }
    case CheckOrigin::partitioned:
      return stays_attached(table_of(object.id), transition);
  }
  return false;
}

/// Whether the one must go for the other; a check may be validated in place.
bool swaps(const model::Object& from, const model::Object& to) {
  const auto& old = from.state.as<Check>();
  const auto& check = to.state.as<Check>();
  return old.expression != check.expression || old.no_inherit != check.no_inherit ||
         (check.not_valid && !old.not_valid);
}

/// What becomes of a check when its parent begins or ends to bring it. A parent's new check merges with that
/// of a partition, and a table's own with its parent's.
Alteration change_sides(const model::Object& from, const model::Object& to, bool followed) {
  const CheckOrigin origin = to.state.as<Check>().origin;
  if (swaps(from, to)) return Alteration::replace();
  if (followed && origin == CheckOrigin::shared)
    return Alteration::in_place({{to.id, add_constraint(to, definition(to))}});
  if (!followed && origin == CheckOrigin::partitioned) return Alteration::in_place({});
  return Alteration::replace();
}

CheckOrigin decode_origin(const model::CatalogueRow& row) {
  if (!row.flag("inherited")) return CheckOrigin::own;
  if (row.flag("of_partition")) return CheckOrigin::partitioned;
  return row.flag("local") ? CheckOrigin::shared : CheckOrigin::inherited;
}

class CheckKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::object, "\"checks\"")) return;
    for (const syntax::Member& check : member.value.members) {
      if (check.key != "//") read_one(check, *table, draft);
    }
  }

  std::string_view name() const override { return model::kCheckKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Check>(state);
  }
  std::optional<model::ObjectId> owner(const model::Object& object) const override {
    return table_of(object.id);
  }

  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model& model) const override {
    const model::ObjectId table = table_of(object.id);
    const auto names = sql::names_in(object.state.as<Check>().expression);
    std::vector<model::ObjectId> ids = columns_of(table, names);
    ids.push_back(table);
    append_functions(ids, model, names);
    return ids;
  }

  std::string_view catalogue() const override { return kQuery; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override;

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& check = object.state.as<Check>();
    if (check.origin == CheckOrigin::inherited) return {};
    return add_constraint(object, definition(object) + (check.not_valid ? " NOT VALID" : ""));
  }
  std::string drop(const model::Object& object) const override { return drop_constraint(object); }

  std::optional<model::Clause> clause(const model::Object& object) const override {
    const auto& check = object.state.as<Check>();
    if (check.origin == CheckOrigin::inherited || check.not_valid) return std::nullopt;
    return model::Clause{definition(object), static_cast<std::uint32_t>(ClauseRank::check), 0};
  }

  std::vector<Step> add(const model::Object& object, const Transition& transition) const override {
    if (follows_parent(object, transition)) return {};
    return add_condition(object, condition(object), Placing::add);
  }

  std::vector<Step> remove(const model::Object& object, const Transition& transition) const override {
    if (follows_parent(object, transition)) return {};
    return {remove_constraint(object)};
  }

  Alteration alter(const model::Object& from, const model::Object& to,
                   const Transition& transition) const override {
    const bool followed = follows_parent(from, transition);
    if (followed != follows_parent(to, transition)) return change_sides(from, to, followed);
    if (followed) return Alteration::in_place({});
    if (swaps(from, to)) return Alteration::in_place(add_condition(to, condition(to), Placing::replace));
    const bool validated = from.state.as<Check>().not_valid && !to.state.as<Check>().not_valid;
    if (!validated) return Alteration::in_place({});
    return Alteration::in_place({validate(to, condition(to))});
  }

  /// Its comment, which goes along.
  bool disturbs(const model::Object& from, const model::Object& to, const model::Object&) const override {
    return swaps(from, to);
  }

  std::string rename(const model::Object& object, const std::string& name) const override {
    return rename_constraint(object, name);
  }

 private:
  void read_one(const syntax::Member& check, const model::TableDraft& table, model::Draft& draft) const {
    const syntax::Value* sql = &check.value;
    model::CheckNotes notes;
    notes.key = check.key;
    std::string constraint;
    if (sql->is(syntax::Kind::object)) {
      draft.refuse_unknown_keys(check.value, kMembers, "a check");
      notes.message = read_text(check.value, "message", draft);
      notes.keep = read_text(check.value, "keep", draft);
      constraint = read_text(check.value, "name", draft);
      sql = check.value.find("sql");
      if (sql == nullptr) {
        draft.diagnostics().error(check.key_span, "SC1401", "the check `" + check.key + "` has no condition",
                                  "\"sql\" is missing");
        return;
      }
    }
    if (constraint.empty()) constraint = model::constraint_name(table.id.name, {}, check.key);
    model::expect_name_fits(draft, constraint, check.key_span);
    auto expression = model::read_expression(draft, *sql, table, sql::Place::check);
    if (!expression) return;
    const model::ObjectId id = table.id.child(name(), constraint);
    draft.add({id, Check{std::move(expression->canonical)}, std::move(notes), sql->span});
    model::read_renamed_from(draft, check.value, id);
  }
};

std::optional<model::Object> CheckKind::decode(const model::CatalogueRow& row) const {
  Check check;
  check.expression = row.sql("expression");
  check.no_inherit = row.flag("no_inherit");
  check.not_valid = row.flag("not_valid");
  check.origin = decode_origin(row);
  return model::Object{
      {std::string(name()), row.text("schema"), row.text("table"), row.text("name")}, std::move(check), {}};
}

}  // namespace

const model::ObjectKind& check_kind() {
  static const CheckKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
