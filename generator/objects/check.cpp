// Checks: the table key "checks". Those of validator rules are made by resolve.
#include <array>

#include "model/constraint_names.hpp"
#include "model/expression_reading.hpp"
#include "model/hint_reading.hpp"
#include "model/key_reading.hpp"
#include "model/state_reader.hpp"
#include "objects/dependencies.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"
#include "sql/names.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::array<model::MemberSpec, 4> kMembers = {{
    {"sql", "The condition: SQL over the columns of a row.", &model::kTextForm, true},
    {"message", "What a user of the program reads where it does not hold.", &model::kTextForm},
    {"name", "The constraint's name, where the table's and the key are not wanted.", &model::kTextForm},
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
    const auto names = sql::names_in(object.state.as<model::Check>().expression);
    std::vector<model::ObjectId> ids = columns_of(table, names);
    ids.push_back(table);
    append_functions(ids, model, names);
    return ids;
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return add_constraint(object, clause(object)->sql);
  }
  std::string rename(const model::Object& object, const std::string& name) const override {
    return rename_constraint(object, name);
  }
  std::string drop(const model::Object& object) const override { return drop_constraint(object); }

  std::optional<model::Clause> clause(const model::Object& object) const override {
    const std::string body = "CHECK (" + object.state.as<model::Check>().expression + ")";
    return model::Clause{constraint_clause(object, body), static_cast<std::uint32_t>(ClauseRank::check), 0};
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
    draft.add({id, model::Check{std::move(expression->canonical)}, std::move(notes), sql->span});
    model::read_renamed_from(draft, check.value, id);
  }
};

}  // namespace

const model::ObjectKind& check_kind() {
  static const CheckKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
