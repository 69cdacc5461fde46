// Collects indexes and keys, table by table.
#include "lint/access_path.hpp"

#include "model/constraint.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

using model::IndexKey;

bool nulls_first(const IndexKey& key) {
  return key.nulls.empty() ? key.descending : key.nulls == "first";
}

bool same_order(const IndexKey& a, const IndexKey& b, bool flipped) {
  return (a.descending != b.descending) == flipped && (nulls_first(a) != nulls_first(b)) == flipped;
}

bool same_content(const IndexKey& a, const IndexKey& b) {
  return a.column == b.column && a.expression == b.expression && a.collation == b.collation &&
         a.opclass == b.opclass;
}

bool leads(const std::vector<IndexKey>& first, const std::vector<IndexKey>& all, bool flipped) {
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (!same_content(first[i], all[i]) || !same_order(first[i], all[i], flipped)) return false;
  }
  return true;
}

AccessPath path_of_key(const model::Object& object) {
  const auto& key = object.state.as<model::Key>();
  AccessPath path{&object, {}};
  path.index.table = object.id.name;
  path.index.unique = true;
  path.index.include = key.include;
  for (const std::string& column : key.columns) {
    path.index.keys.emplace_back();
    path.index.keys.back().column = column;
  }
  return path;
}

}  // namespace

std::string AccessPath::label() const {
  if (is_index()) return "the index `" + object->id.name + "`";
  const bool primary = object->id.kind == model::kPrimaryKeyKind;
  return (primary ? "the primary key `" : "the unique constraint `") + object->id.part + "`";
}

std::vector<std::string> AccessPath::columns() const {
  std::vector<std::string> names;
  for (const IndexKey& key : index.keys) {
    if (key.column.empty()) return {};
    names.push_back(key.column);
  }
  return names;
}

AccessPaths::AccessPaths(const model::Model& model) {
  for (const std::string_view kind : {model::kPrimaryKeyKind, model::kUniqueKind}) {
    for (const model::Object& object : model.of_kind(kind)) {
      const model::ObjectId table{std::string(model::kTableKind), object.id.schema, object.id.name, {}};
      by_table_[table].push_back(path_of_key(object));
    }
  }
  for (const model::Object& object : model.of_kind(model::kIndexKind)) {
    const auto& index = object.state.as<model::Index>();
    const model::ObjectId table{std::string(model::kTableKind), object.id.schema, index.table, {}};
    by_table_[table].push_back({&object, index});
  }
}

std::span<const AccessPath> AccessPaths::of(const model::ObjectId& table) const {
  const auto found = by_table_.find(table);
  if (found == by_table_.end()) return {};
  return found->second;
}

bool is_prefix(const std::vector<IndexKey>& first, const std::vector<IndexKey>& all) {
  return first.size() <= all.size() && (leads(first, all, false) || leads(first, all, true));
}

}  // namespace schemac::compiler::lint
