// Builds small models for tests by hand, without definitions.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/column.hpp"
#include "model/constraint.hpp"
#include "model/constraint_names.hpp"
#include "model/enumeration.hpp"
#include "model/extension.hpp"
#include "model/index.hpp"
#include "model/model.hpp"
#include "model/table.hpp"

namespace schemac::testing {

/// Everything lives in the schema `public`; each call adds one object. `model()` may be called more than
/// once.
class SmallSchema {
 public:
  using Names = std::vector<std::string>;
  using ObjectId = compiler::model::ObjectId;

  static ObjectId table_id(const std::string& table) {
    return {std::string(compiler::model::kTableKind), "public", table, {}};
  }

  SmallSchema& table(const std::string& name, compiler::model::TableNotes notes = {}) {
    return add(table_id(name), compiler::model::Table{}, std::move(notes));
  }

  SmallSchema& column(const std::string& table, const std::string& name, const std::string& type,
                      bool nullable = false, const std::string& default_sql = {}) {
    compiler::model::Column state;
    state.type = type;
    state.nullable = nullable;
    state.default_sql = default_sql;
    compiler::model::ColumnNotes notes;
    notes.position = positions_[table]++;
    return add(table_id(table).child(compiler::model::kColumnKind, name), std::move(state), std::move(notes));
  }

  /// A table with the key "id" of type uuid.
  SmallSchema& table_with_id(const std::string& name) {
    return table(name).column(name, "id", "uuid").primary_key(name, {"id"});
  }

  SmallSchema& primary_key(const std::string& table, Names columns) {
    const std::string name = compiler::model::constraint_name(table, {}, "pkey");
    return add(table_id(table).child(compiler::model::kPrimaryKeyKind, name), key(std::move(columns)));
  }

  SmallSchema& unique(const std::string& table, Names columns) {
    const std::string name = compiler::model::constraint_name(table, columns, "key");
    return add(table_id(table).child(compiler::model::kUniqueKind, name), key(std::move(columns)));
  }

  SmallSchema& check(const std::string& table, const std::string& name, const std::string& expression) {
    return add(table_id(table).child(compiler::model::kCheckKind, name), compiler::model::Check{expression});
  }

  /// A reference to the column "id" of `target`.
  SmallSchema& reference(const std::string& table, const std::string& column, const std::string& target,
                         compiler::model::ForeignKeyNotes notes = {}) {
    compiler::model::ForeignKey state;
    state.columns = {column};
    state.schema = "public";
    state.table = target;
    state.target_columns = {"id"};
    return foreign_key(table, std::move(state), std::move(notes));
  }

  SmallSchema& foreign_key(const std::string& table, compiler::model::ForeignKey state,
                           compiler::model::ForeignKeyNotes notes = {}) {
    const std::string name = compiler::model::constraint_name(table, state.columns, "fkey");
    return add(table_id(table).child(compiler::model::kForeignKeyKind, name), std::move(state),
               std::move(notes));
  }

  /// A btree index of plain columns; a name that begins with '-' is in descending order.
  SmallSchema& index(const std::string& name, const std::string& table, const Names& columns,
                     compiler::model::IndexNotes notes = {}) {
    return index(name, btree(table, columns), std::move(notes));
  }

  SmallSchema& index(const std::string& name, compiler::model::Index state,
                     compiler::model::IndexNotes notes = {}) {
    return add({std::string(compiler::model::kIndexKind), "public", name, {}}, std::move(state),
               std::move(notes));
  }

  static compiler::model::Index btree(const std::string& table, const Names& columns) {
    compiler::model::Index state;
    state.table = table;
    for (const std::string& column : columns) {
      compiler::model::IndexKey key;
      key.descending = column.front() == '-';
      key.column = key.descending ? column.substr(1) : column;
      state.keys.push_back(std::move(key));
    }
    return state;
  }

  SmallSchema& enumeration(const std::string& name, Names values) {
    return add({std::string(compiler::model::kEnumKind), "public", name, {}},
               compiler::model::Enumeration{std::move(values)}, compiler::model::EnumerationNotes{});
  }

  SmallSchema& extension(const std::string& name) {
    return add({std::string(compiler::model::kExtensionKind), {}, name, {}}, compiler::model::Extension{});
  }

  SmallSchema& comment(const ObjectId& on, const std::string& text) {
    objects_.push_back(compiler::model::make_comment(on, text, {}));
    return *this;
  }

  SmallSchema& add(ObjectId id, compiler::model::Body state, compiler::model::Body notes = {}) {
    objects_.push_back({std::move(id), std::move(state), std::move(notes), {}});
    return *this;
  }

  [[nodiscard]] compiler::model::Model model() const {
    return compiler::model::Model(compiler::model::Project{}, objects_);
  }

 private:
  static compiler::model::Key key(Names columns) {
    compiler::model::Key state;
    state.columns = std::move(columns);
    return state;
  }

  std::vector<compiler::model::Object> objects_;
  std::map<std::string, std::uint32_t> positions_;
};

}  // namespace schemac::testing
