// An index of columns alone is a list of them; whatever else it says makes it an object.
#include "importers/index_definition.hpp"

#include <algorithm>

#include "importers/bare.hpp"
#include "importers/definition_text.hpp"
#include "model/constraint_names.hpp"
#include "model/index.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::importers {
namespace {

using model::Object;
using syntax::Value;

std::string text_of(const model::IndexKey& key) {
  std::string text =
      key.column.empty() ? index_expression(key.expression) : support::quote_identifier(key.column);
  if (!key.collation.empty()) {
    const std::string schema =
        key.collation_schema.empty() ? "" : support::quote_identifier(key.collation_schema) + ".";
    text += " COLLATE " + schema + support::quote_identifier(key.collation);
  }
  if (!key.opclass.empty()) text += " " + key.opclass;
  if (key.descending) text += " desc";
  if (!key.nulls.empty()) text += " nulls " + key.nulls;
  return text;
}

ImportedIndex read_index(const Object& object) {
  const auto& state = object.state.as<model::Index>();
  ImportedIndex index;
  index.name = object.id.name;
  for (const model::IndexKey& key : state.keys) index.keys.push_back(text_of(key));
  index.unique = state.unique;
  if (state.method != "btree") index.method = state.method;
  index.where = bare(state.predicate);
  index.include = state.include;
  return index;
}

}  // namespace

std::vector<ImportedIndex> read_indexes(const model::ObjectId& relation, const model::Model& model) {
  std::vector<ImportedIndex> indexes;
  for (const Object& index : model.of_kind(model::kIndexKind)) {
    if (index.id.schema == relation.schema && index.state.as<model::Index>().table == relation.name)
      indexes.push_back(read_index(index));
  }
  return indexes;
}

Value index_list(const std::string& relation, const std::vector<ImportedIndex>& indexes,
                 const std::function<bool(const std::string& key)>& is_column) {
  Value list = list_value({});
  for (const ImportedIndex& index : indexes) {
    Value more = object_value();
    if (index.unique) add_member(more, "unique", flag_value(true));
    if (!index.method.empty()) add_member(more, "using", text_value(index.method));
    if (!index.where.empty()) add_member(more, "where", text_value(index.where));
    if (!index.include.empty()) add_member(more, "include", list_value(index.include));
    const bool columns = std::all_of(index.keys.begin(), index.keys.end(), is_column);
    add_name(more, "name", index.name, columns ? model::index_name(relation, index.keys) : std::string());
    list.items.push_back(with_columns(std::move(more), "on", index.keys));
  }
  return list;
}

}  // namespace schemac::compiler::importers
