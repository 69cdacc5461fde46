// Foreign keys: the table key "foreign_keys". Those of a column's `ref` are made by resolve. What only the
// whole model can tell (is there a unique key to point at?) is checked by lints.
#include <algorithm>
#include <array>

#include "model/column.hpp"
#include "model/constraint_names.hpp"
#include "model/hint_reading.hpp"
#include "model/index.hpp"
#include "model/key_reading.hpp"
#include "model/state_reader.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::objects {
namespace {

using model::ForeignKey;

constexpr model::ValueForm kTable = model::name_of(model::kTableKind);
constexpr std::array<model::MemberSpec, 10> kMembers = {{
    {"columns", "The columns that refer.", &model::kColumnsForm, true},
    {"references", "The table that they point at.", &kTable, true},
    {"target_columns", "The columns that they point at: the primary key unless given.", &model::kColumnsForm},
    {"on_delete", "What becomes of the row when the row that it points at goes.", &model::kActionForm},
    {"on_update", "What becomes of the row when the key that it points at changes.", &model::kActionForm},
    {"deferrable", "Whether the check may wait for the end of the transaction.", &model::kDeferrableForm},
    {"name", "The constraint's name, where PostgreSQL's own convention is not wanted.", &model::kTextForm},
    {"as", "The name of the relation back: the referring table's own name unless given.", &model::kTextForm},
    {"keep", "Why warnings about it do not apply here.", &model::kTextForm},
    model::kRenamedFromKey,
}};
constexpr model::ValueForm kForeignKey = model::object_of(kMembers);
constexpr model::ValueForm kForeignKeys = model::list_of(kForeignKey);
constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::table, "foreign_keys", "References of several columns; one column says \"ref\" itself.",
      true, &kForeignKeys}}};

const model::TableDraft* target_table(const syntax::Value& item, model::Draft& draft) {
  const syntax::Value* references = item.find("references");
  if (references == nullptr) {
    draft.diagnostics().error(item.span, "SC1401", "a foreign key refers to no table",
                              "\"references\" is missing");
    return nullptr;
  }
  if (!draft.expect(*references, syntax::Kind::string, "\"references\"")) return nullptr;
  const auto found = draft.tables.find(references->text);
  if (found != draft.tables.end()) return &found->second;
  std::vector<std::string_view> names;
  for (const auto& [name, table] : draft.tables) names.push_back(name);
  draft.diagnostics()
      .error(references->span, "SC1109", "unknown table `" + references->text + "`", "no domain defines it")
      .help = support::did_you_mean(references->text, names);
  return nullptr;
}

std::string counted(const std::vector<std::string>& columns) {
  return std::to_string(columns.size()) + (columns.size() == 1 ? " column" : " columns");
}

/// SC1411 and SC1412. `place` is where the target's columns are named, or the table whose key they are.
bool expect_same_types(const model::TableDraft& table, const model::TableDraft& target, const ForeignKey& key,
                       support::Span place, model::Draft& draft) {
  if (key.columns.size() != key.target_columns.size()) {
    draft.diagnostics()
        .error(place, "SC1411",
               "a foreign key of " + counted(key.columns) + " refers to " + counted(key.target_columns),
               "`" + target.id.name + "` " + column_list(key.target_columns))
        .help = "name as many columns as the key that it points at has";
    return false;
  }
  for (std::size_t i = 0; i < key.columns.size(); ++i) {
    const std::string& from = table.column(key.columns[i])->notes.type.sql;
    const std::string& to = target.column(key.target_columns[i])->notes.type.sql;
    if (from == to || from.empty() || to.empty()) continue;  // empty: refused before
    draft.diagnostics()
        .error(place, "SC1412",
               "`" + key.columns[i] + "` is " + from + ", but `" + target.id.name + "." +
                   key.target_columns[i] + "` is " + to,
               "a reference has the type of what it points at")
        .help = "make them the same type, or use \"ref\", which takes the type from its target";
  }
  return true;
}

bool is_key(const model::Object& object, const std::vector<std::string>& columns) {
  const auto& key = object.state.as<model::Key>().columns;
  return key.size() == columns.size() && std::is_permutation(key.begin(), key.end(), columns.begin());
}

/// The constraints that make the target's columns unique, in any order of them; without one, its unique
/// indexes.
std::vector<model::ObjectId> keys_of_target(const model::ObjectId& target,
                                            const std::vector<std::string>& columns,
                                            const model::Model& model) {
  std::vector<model::ObjectId> ids;
  for (const std::string_view kind : {model::kPrimaryKeyKind, model::kUniqueKind}) {
    for (const model::Object& part : model.parts(kind, target)) {
      if (is_key(part, columns)) ids.push_back(part.id);
    }
  }
  if (!ids.empty()) return ids;
  for (const model::Object& index : model.of_kind(model::kIndexKind)) {
    const auto& state = index.state.as<model::Index>();
    if (state.unique && index.id.schema == target.schema && state.table == target.name)
      ids.push_back(index.id);
  }
  return ids;
}

class ForeignKeyKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::array, "\"foreign_keys\"")) return;
    for (const syntax::Value& item : member.value.items) {
      if (!draft.expect(item, syntax::Kind::object, "a foreign key")) continue;
      draft.refuse_unknown_keys(item, kMembers, "a foreign key");
      read_one(item, *table, draft);
    }
  }

  std::string_view name() const override { return model::kForeignKeyKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::ForeignKey>(state);
  }
  std::optional<model::ObjectId> owner(const model::Object& object) const override {
    return table_of(object.id);
  }

  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model& model) const override {
    const auto& key = object.state.as<ForeignKey>();
    const model::ObjectId table = table_of(object.id);
    const model::ObjectId target{std::string(model::kTableKind), key.schema, key.table, {}};
    std::vector<model::ObjectId> ids = keys_of_target(target, key.target_columns, model);
    for (auto& id : columns_of(table, key.columns)) ids.push_back(std::move(id));
    for (auto& id : columns_of(target, key.target_columns)) ids.push_back(std::move(id));
    ids.push_back(table);
    ids.push_back(target);
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
    const auto& key = object.state.as<ForeignKey>();
    const model::ObjectId target{std::string(model::kTableKind), key.schema, key.table, {}};
    std::string body = "FOREIGN KEY " + column_list(key.columns) + " REFERENCES " + target.qualified_name() +
                       " " + column_list(key.target_columns);
    if (key.on_delete != model::ReferentialAction::no_action) {
      body += " ON DELETE " + std::string(model::name(key.on_delete));
    }
    if (key.on_update != model::ReferentialAction::no_action) {
      body += " ON UPDATE " + std::string(model::name(key.on_update));
    }
    body += deferrable_clause(key.deferrable);
    return model::Clause{constraint_clause(object, body), static_cast<std::uint32_t>(ClauseRank::foreign_key),
                         0};
  }

 private:
  void read_one(const syntax::Value& item, const model::TableDraft& table, model::Draft& draft) const {
    const model::TableDraft* target = target_table(item, draft);
    const syntax::Value* columns = item.find("columns");
    if (columns == nullptr) {
      draft.diagnostics().error(item.span, "SC1401", "a foreign key names no columns",
                                "\"columns\" is missing");
      return;
    }
    ForeignKey key;
    key.columns = read_columns(*columns, "a foreign key", table, draft);
    if (target == nullptr || key.columns.empty()) return;
    key.schema = target->id.schema;
    key.table = target->id.name;
    const syntax::Value* target_columns = item.find("target_columns");
    key.target_columns = target_columns != nullptr
                             ? read_columns(*target_columns, "a foreign key's target", *target, draft)
                             : target->notes.primary_key;
    const support::Span place = (target_columns != nullptr ? target_columns : item.find("references"))->span;
    const bool complete =
        key.columns.size() == columns->items.size() &&
        (target_columns == nullptr || key.target_columns.size() == target_columns->items.size());
    if (!complete || !expect_same_types(table, *target, key, place, draft)) return;
    read_options(item, key, draft);
    add(item, table, std::move(key), draft);
  }

  static void read_options(const syntax::Value& item, ForeignKey& key, model::Draft& draft) {
    if (const auto* value = item.find("on_delete")) key.on_delete = model::read_action(draft, *value);
    if (const auto* value = item.find("on_update")) key.on_update = model::read_action(draft, *value);
    if (const auto* value = item.find("deferrable")) key.deferrable = model::read_deferrable(draft, *value);
  }

  void add(const syntax::Value& item, const model::TableDraft& table, ForeignKey key,
           model::Draft& draft) const {
    model::ForeignKeyNotes notes;
    notes.relation = support::singular(key.table);
    notes.reverse = read_text(item, "as", draft);
    if (notes.reverse.empty()) notes.reverse = table.id.name;
    notes.keep = read_text(item, "keep", draft);
    std::string constraint = read_text(item, "name", draft);
    if (constraint.empty()) constraint = model::constraint_name(table.id.name, key.columns, "fkey");
    model::expect_name_fits(draft, constraint, item.span);
    const model::ObjectId id = table.id.child(name(), constraint);
    draft.add({id, std::move(key), std::move(notes), item.span});
    model::read_renamed_from(draft, item, id);
  }
};

}  // namespace

const model::ObjectKind& foreign_key_kind() {
  static const ForeignKeyKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
