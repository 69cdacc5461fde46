// A key is called after its columns; of two with the same columns, which are then unique among different
// rows, the second one keeps the name that it has in the database.
#include "targets/cpp_unique.hpp"

#include <algorithm>
#include <map>

#include "model/constraint.hpp"
#include "model/index.hpp"
#include "targets/cpp_names.hpp"

namespace schemac::compiler::targets {
namespace {

class UniqueKeys {
 public:
  explicit UniqueKeys(const CppTable& table) : table_(table) {}

  void add(const std::string& object, const std::vector<std::string>& columns, const std::string& where) {
    CppUnique unique;
    std::string name;
    for (const std::string& one : columns) {
      const CppColumn* column = table_.column(one);
      if (column == nullptr || !column->in_insert) return;
      name += (name.empty() ? "" : "_and_") + one;
      unique.columns += (unique.columns.empty() ? "" : ", ") + column->sql;
    }
    unique.where = where;
    unique.name = cpp_name(keys_.contains(name) ? object : name);
    keys_.emplace(unique.name, std::move(unique));
  }

  std::vector<CppUnique> take() {
    std::vector<CppUnique> sorted;
    for (auto& [name, unique] : keys_) sorted.push_back(std::move(unique));
    return sorted;
  }

 private:
  const CppTable& table_;
  std::map<std::string, CppUnique> keys_;
};

bool is_given(const CppTable& table) {
  return std::none_of(table.key.begin(), table.key.end(),
                      [](const CppColumn* column) { return column->has_default(); });
}

}  // namespace

std::vector<CppUnique> cpp_unique(const CppTable& table, const model::Model& model) {
  if (table.notes->read_only) return {};
  UniqueKeys keys(table);
  for (const std::string_view kind : {model::kPrimaryKeyKind, model::kUniqueKind}) {
    if (kind == model::kPrimaryKeyKind && !is_given(table)) continue;
    for (const model::Object& object : model.parts(kind, table.object->id)) {
      const auto& key = object.state.as<model::Key>();
      if (key.deferrable == model::Deferrable::no) keys.add(object.id.part, key.columns, {});
    }
  }
  for (const model::Object* object : table.unique_indexes) {
    const auto& index = object->state.as<model::Index>();
    std::vector<std::string> columns;
    for (const model::IndexKey& key : index.keys) columns.push_back(key.column);  // empty: an expression
    keys.add(object->id.name, columns, index.predicate);
  }
  return keys.take();
}

}  // namespace schemac::compiler::targets
