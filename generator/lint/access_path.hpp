// The ways into a table: its indexes, and the keys that PostgreSQL keeps an index for.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "model/index.hpp"
#include "model/model.hpp"

namespace schemac::compiler::lint {

/// An index, or a primary key or unique constraint seen as the index that it makes.
struct AccessPath {
  const model::Object* object = nullptr;
  model::Index index;

  [[nodiscard]] bool is_index() const { return object->id.kind == model::kIndexKind; }
  /// "index bills_status_idx", "unique bills_number_key": for messages.
  [[nodiscard]] std::string label() const;
  /// The plain columns of all keys; empty if one of them is an expression.
  [[nodiscard]] std::vector<std::string> columns() const;
};

class AccessPaths {
 public:
  /// Borrows the model's objects.
  explicit AccessPaths(const model::Model& model);

  /// Of one table: its keys, then its indexes, each by name.
  [[nodiscard]] std::span<const AccessPath> of(const model::ObjectId& table) const;

 private:
  std::map<model::ObjectId, std::vector<AccessPath>> by_table_;
};

/// Do the keys `first` lead `all`, in its order or, all of them, in the opposite one? A btree is read both
/// ways.
bool is_prefix(const std::vector<model::IndexKey>& first, const std::vector<model::IndexKey>& all);

}  // namespace schemac::compiler::lint
