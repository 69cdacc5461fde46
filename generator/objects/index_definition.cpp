// Indexes of definitions: the table key "indexes".
#include "objects/index_definition.hpp"

#include <algorithm>
#include <array>

#include "model/constraint_names.hpp"
#include "model/expression_reading.hpp"
#include "model/hint_reading.hpp"
#include "model/index.hpp"
#include "model/key_reading.hpp"
#include "objects/index_keys.hpp"
#include "objects/index_method.hpp"
#include "objects/sql_text.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Index;
using model::IndexKey;

constexpr std::array<model::MemberSpec, 8> kMembers = {{
    {"on",
     "Its keys: columns or SQL expressions, each with `desc`, `nulls last` or an operator class after it.",
     &model::kTextsForm, true},
    {"unique", "Whether no two rows may agree in all keys.", &model::kFlagForm},
    {"using", "The access method; btree unless given.", &kIndexMethodForm},
    {"where", "SQL: only rows that meet it are in the index.", &model::kTextForm},
    {"include", "Columns that the index carries, so that a query need not read the table.",
     &model::kColumnsForm},
    {"name", "The index' name, where PostgreSQL's own convention is not wanted.", &model::kTextForm},
    {"keep", "Why warnings about it do not apply here.", &model::kTextForm},
    model::kRenamedFromKey,
}};
constexpr model::ValueForm kIndexObject = model::object_of(kMembers);
constexpr std::array<const model::ValueForm*, 2> kIndexForms = {&model::kTextsForm, &kIndexObject};
constexpr model::ValueForm kIndex = model::either_of(kIndexForms);
constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::table, "indexes",
      "Indexes: each a list of keys (\"status\", \"lower(title)\", \"introduced_on desc\"), or an object for "
      "more.",
      true, &kIndexListForm}}};

std::optional<IndexKey> read_key(const syntax::Value& item, const model::TableDraft& table,
                                 std::vector<KeyUse>& uses, model::Draft& draft) {
  if (!draft.expect(item, syntax::Kind::string, "an index key")) return std::nullopt;
  const model::DraftScope scope(draft, &table);
  const sql::Context context{scope, sql::Place::index_key};
  auto parsed = sql::parse_index_element(item.text, &context);
  if (const auto* error = std::get_if<sql::SqlError>(&parsed)) {
    draft.sql_error(item, error->begin, error->end, error->message);
    return std::nullopt;
  }
  auto& element = std::get<sql::IndexElement>(parsed);
  if (element.column.empty()) {
    expect_columns(element.expression.columns, item, table, draft);
    model::object(draft, item, 0, element.expression);
    uses.push_back({&item, element.expression.type, element.expression.functions});
  } else {
    uses.push_back({&item, scope.column_type(element.column, element.begin), {}});
    const std::size_t name_end = std::min(element.begin + element.column.size(), element.end);
    draft.expect_column(table, element.column,
                        syntax::span_inside(draft.sources(), item, element.begin, name_end));
  }
  return IndexKey{element.column,  element.expression.canonical, element.collation,
                  element.opclass, element.descending,           element.nulls};
}

std::vector<IndexKey> read_keys(const syntax::Value& list, const model::TableDraft& table,
                                std::vector<KeyUse>& uses, model::Draft& draft) {
  std::vector<IndexKey> keys;
  if (!draft.expect(list, syntax::Kind::array, "an index's keys") ||
      !expect_not_empty(list, "the list of an index's keys", draft)) {
    return keys;
  }
  for (const syntax::Value& item : list.items) {
    if (auto key = read_key(item, table, uses, draft)) keys.push_back(std::move(*key));
  }
  return keys;
}

std::string default_name(const std::string& table, const Index& index) {
  std::vector<std::string> parts;
  for (const IndexKey& key : index.keys) {
    parts.push_back(key.column.empty() ? called_function(key.expression).value_or("expr") : key.column);
  }
  parts.insert(parts.end(), index.include.begin(), index.include.end());
  return model::index_name(table, parts);
}

/// Fills `index`; its name is returned.
std::string read_object(const syntax::Value& item, Index& index, const model::TableDraft& table,
                        std::vector<KeyUse>& uses, model::Draft& draft) {
  draft.refuse_unknown_keys(item, kMembers, "an index");
  const syntax::Value* on = item.find("on");
  if (on == nullptr) {
    draft.diagnostics().error(item.span, "SC1401", "an index has no keys", "\"on\" is missing");
    return {};
  }
  index.keys = read_keys(*on, table, uses, draft);
  index.unique = read_flag(item, "unique", draft);
  if (const auto* include = item.find("include")) {
    index.include = read_columns(*include, "\"include\"", table, draft);
  }
  if (const auto* where = item.find("where")) {
    if (auto predicate = model::read_expression(draft, *where, table, sql::Place::index_predicate)) {
      index.predicate = std::move(predicate->canonical);
    }
  }
  if (const auto* method = item.find("using")) read_index_method(*method, index, draft);
  return read_text(item, "name", draft);
}

}  // namespace

constexpr model::ValueForm kIndexListForm = model::list_of(kIndex);

std::span<const model::KeySpec> index_specs() {
  return kKeys;
}

void read_index(const syntax::Value& item, const model::TableDraft& table, model::Draft& draft) {
  if (!expect_list_or_object(item, "an index", draft)) return;
  Index index;
  index.table = table.id.name;
  index.relation = table.id.kind;
  model::IndexNotes notes;
  std::string index_name;
  std::vector<KeyUse> uses;
  if (item.is(syntax::Kind::array)) {
    index.keys = read_keys(item, table, uses, draft);
  } else {
    index_name = read_object(item, index, table, uses, draft);
    notes.keep = read_text(item, "keep", draft);
  }
  if (index.keys.empty()) return;
  const bool typed = table.id.kind == model::kTableKind;  // of a view, only the names are known
  if (typed) refuse_impossible_keys(index, uses, table, draft);
  if (index_name.empty()) index_name = default_name(table.id.name, index);
  model::expect_name_fits(draft, index_name, item.span);
  const model::ObjectId id{std::string(model::kIndexKind), table.id.schema, index_name, {}};
  draft.add({id, std::move(index), std::move(notes), item.span});
  model::read_renamed_from(draft, item, id);
}

}  // namespace schemac::compiler::objects
