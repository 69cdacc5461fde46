// Primary keys and unique constraints of definitions.
#include "objects/key_definition.hpp"

#include <array>

#include "model/constraint.hpp"
#include "model/constraint_names.hpp"
#include "model/expression_reading.hpp"
#include "model/hint_reading.hpp"
#include "model/key_reading.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Key;

constexpr std::array<model::MemberSpec, 3> kPrimaryMembers = {{
    {"columns", "The columns of the key.", &model::kColumnsForm, true},
    {"name", "The constraint's name, where `<table>_pkey` is not wanted.", &model::kTextForm},
    model::kRenamedFromKey,
}};
constexpr model::ValueForm kPrimaryObject = model::object_of(kPrimaryMembers);
constexpr std::array<const model::ValueForm*, 2> kPrimaryForms = {&model::kColumnsForm, &kPrimaryObject};
constexpr model::ValueForm kPrimary = model::either_of(kPrimaryForms);
constexpr std::array<model::KeySpec, 1> kPrimaryKeys = {
    {{model::Scope::table, "primary_key", "The columns of the primary key, or an object to name it.", false,
      &kPrimary}}};
constexpr std::array<model::MemberSpec, 6> kUniqueMembers = {{
    {"columns", "The columns in which no two rows may agree.", &model::kColumnsForm, true},
    {"name", "The constraint's name, where PostgreSQL's own convention is not wanted.", &model::kTextForm},
    {"include", "Columns that its index carries, so that a query need not read the table.",
     &model::kColumnsForm},
    {"nulls_not_distinct", "Whether two NULLs agree; they do not unless asked for.", &model::kFlagForm},
    {"deferrable", "Whether the check may wait for the end of the transaction.", &model::kDeferrableForm},
    model::kRenamedFromKey,
}};
constexpr model::ValueForm kUniqueObject = model::object_of(kUniqueMembers);
constexpr std::array<const model::ValueForm*, 2> kUniqueForms = {&model::kColumnsForm, &kUniqueObject};
constexpr model::ValueForm kUnique = model::either_of(kUniqueForms);
constexpr model::ValueForm kUniques = model::list_of(kUnique);
constexpr std::array<model::KeySpec, 1> kUniqueKeys = {
    {{model::Scope::table, "unique", "Unique constraints: each a list of columns, or an object for more.",
      true, &kUniques}}};

/// The list of a key in its long form; SC1401 where there is none.
const syntax::Value* find_columns(const syntax::Value& definition, std::string_view what,
                                  model::Draft& draft) {
  const syntax::Value* columns = definition.find("columns");
  if (columns == nullptr) {
    draft.diagnostics().error(definition.span, "SC1401", std::string(what) + " names no columns",
                              "\"columns\" is missing");
  }
  return columns;
}

std::string read_name(const syntax::Value& definition, model::Draft& draft) {
  draft.refuse_unknown_keys(definition, kPrimaryMembers, "a primary key");
  return read_text(definition, "name", draft);
}

void refuse_nullable(const syntax::Value& item, const model::TableDraft& table, model::Draft& draft) {
  const model::ColumnDraft* column = table.column(item.text);
  if (column == nullptr || !column->state.nullable) return;
  draft.diagnostics()
      .error(item.span, "SC1405", "column `" + item.text + "` of the primary key may be NULL",
             "PostgreSQL makes it NOT NULL silently")
      .help = "take the `?` from the column's type";
}

/// Fills `key`; the name is returned.
std::string read_object(const syntax::Value& item, Key& key, const model::TableDraft& table,
                        model::Draft& draft) {
  draft.refuse_unknown_keys(item, kUniqueMembers, "a unique constraint");
  const syntax::Value* columns = find_columns(item, "a unique constraint", draft);
  if (columns == nullptr) return {};
  key.columns = read_columns(*columns, "a unique constraint", table, draft);
  if (const auto* include = item.find("include")) {
    key.include = read_columns(*include, "\"include\"", table, draft);
  }
  key.nulls_not_distinct = read_flag(item, "nulls_not_distinct", draft);
  if (const auto* value = item.find("deferrable")) key.deferrable = model::read_deferrable(draft, *value);
  return read_text(item, "name", draft);
}

void read_one(const syntax::Value& item, const model::TableDraft& table, model::Draft& draft) {
  if (!expect_list_or_object(item, "a unique constraint", draft)) return;
  Key key;
  std::string constraint;
  if (item.is(syntax::Kind::array)) {
    key.columns = read_columns(item, "a unique constraint", table, draft);
  } else {
    constraint = read_object(item, key, table, draft);
  }
  if (key.columns.empty()) return;
  if (constraint.empty()) {
    std::vector<std::string> parts = key.columns;
    parts.insert(parts.end(), key.include.begin(), key.include.end());
    constraint = model::constraint_name(table.id.name, parts, "key");
  }
  model::expect_name_fits(draft, constraint, item.span);
  for (const std::string& column : key.columns)
    model::expect_indexable(draft, *table.column(column), item.span);
  const model::ObjectId id = table.id.child(model::kUniqueKind, constraint);
  draft.add({id, std::move(key), {}, item.span});
  model::read_renamed_from(draft, item, id);
}

}  // namespace

std::span<const model::KeySpec> primary_key_specs() {
  return kPrimaryKeys;
}

std::span<const model::KeySpec> unique_specs() {
  return kUniqueKeys;
}

void read_primary_key(const syntax::Member& member, model::TableDraft& table, model::Draft& draft) {
  const syntax::Value* columns = &member.value;
  std::string constraint;
  if (columns->is(syntax::Kind::object)) {
    constraint = read_name(member.value, draft);
    columns = find_columns(member.value, "a primary key", draft);
    if (columns == nullptr) return;
  }
  Key key;
  key.columns = read_columns(*columns, "the primary key", table, draft);
  if (key.columns.empty()) return;
  for (const syntax::Value& item : columns->items) {
    refuse_nullable(item, table, draft);
    if (const auto* column = table.column(item.text)) model::expect_indexable(draft, *column, item.span);
  }
  table.notes.primary_key = key.columns;
  if (constraint.empty()) constraint = model::constraint_name(table.id.name, {}, "pkey");
  model::expect_name_fits(draft, constraint, member.value.span);
  const model::ObjectId id = table.id.child(model::kPrimaryKeyKind, constraint);
  draft.add({id, std::move(key), {}, member.value.span});
  model::read_renamed_from(draft, member.value, id);
}

void read_unique(const syntax::Member& member, const model::TableDraft& table, model::Draft& draft) {
  if (!draft.expect(member.value, syntax::Kind::array, "\"unique\"")) return;
  for (const syntax::Value& item : member.value.items) read_one(item, table, draft);
}

}  // namespace schemac::compiler::objects
