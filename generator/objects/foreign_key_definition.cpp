// Foreign keys of definitions: the table key "foreign_keys". Those of a column's `ref` are made by resolve.
// What only the whole model can tell (is there a unique key to point at?) is checked by lints.
#include "objects/foreign_key_definition.hpp"

#include <array>

#include "model/column.hpp"
#include "model/constraint_names.hpp"
#include "model/hint_reading.hpp"
#include "model/key_reading.hpp"
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

void read_options(const syntax::Value& item, ForeignKey& key, model::Draft& draft) {
  if (const auto* value = item.find("on_delete")) key.on_delete = model::read_action(draft, *value);
  if (const auto* value = item.find("on_update")) key.on_update = model::read_action(draft, *value);
  if (const auto* value = item.find("deferrable")) key.deferrable = model::read_deferrable(draft, *value);
}

void add(const syntax::Value& item, const model::TableDraft& table, ForeignKey key, model::Draft& draft) {
  model::ForeignKeyNotes notes;
  notes.relation = support::singular(key.table);
  notes.reverse = read_text(item, "as", draft);
  if (notes.reverse.empty()) notes.reverse = table.id.name;
  notes.keep = read_text(item, "keep", draft);
  std::string constraint = read_text(item, "name", draft);
  if (constraint.empty()) constraint = model::constraint_name(table.id.name, key.columns, "fkey");
  model::expect_name_fits(draft, constraint, item.span);
  const model::ObjectId id = table.id.child(model::kForeignKeyKind, constraint);
  draft.add({id, std::move(key), std::move(notes), item.span});
  model::read_renamed_from(draft, item, id);
}

void read_one(const syntax::Value& item, const model::TableDraft& table, model::Draft& draft) {
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

}  // namespace

std::span<const model::KeySpec> foreign_key_specs() {
  return kKeys;
}

void read_foreign_keys(const syntax::Member& member, const model::TableDraft& table, model::Draft& draft) {
  if (!draft.expect(member.value, syntax::Kind::array, "\"foreign_keys\"")) return;
  for (const syntax::Value& item : member.value.items) {
    if (!draft.expect(item, syntax::Kind::object, "a foreign key")) continue;
    draft.refuse_unknown_keys(item, kMembers, "a foreign key");
    read_one(item, table, draft);
  }
}

}  // namespace schemac::compiler::objects
