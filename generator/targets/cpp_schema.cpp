// Columns into structs. What nobody may write is not in Insert and Patch; a generated search vector is not
// even in Row, since it is as large as the text that it is made of and of use to the server alone.
#include "targets/cpp_schema.hpp"

#include <algorithm>
#include <tuple>

#include "model/enumeration.hpp"
#include "model/index.hpp"
#include "model/partition.hpp"
#include "model/view.hpp"
#include "support/naming.hpp"
#include "targets/cpp_names.hpp"
#include "targets/cpp_row_checks.hpp"
#include "targets/cpp_unique.hpp"

namespace schemac::compiler::targets {
namespace {

using model::Identity;
using model::Object;

struct KeyColumn {
  const Object* table = nullptr;
  const Object* column = nullptr;
};

/// Finds the id type of a table's key: its own, or where the key is itself a reference that of the other
/// table.
class IdTypes {
 public:
  explicit IdTypes(const model::Model& model) {
    for (const Object& table : model.of_kind(model::kTableKind)) {
      const auto& notes = table.notes.as<model::TableNotes>();
      if (notes.primary_key.size() != 1) continue;
      const Object* column = model.find(table.id.child(model::kColumnKind, notes.primary_key.front()));
      if (column != nullptr) keys_[table.id.name] = {&table, column};
    }
  }

  /// Empty where the table has no single-column key.
  [[nodiscard]] std::string of(const std::string& table) const {
    const KeyColumn* owner = owner_of(table);
    return owner == nullptr ? std::string() : id_name(*owner->table, "Id");
  }

  [[nodiscard]] std::vector<IdType> declared() const {
    std::vector<IdType> ids;
    for (const auto& [name, key] : keys_) {
      if (owner_of(name) != &key) continue;
      const auto& type = key.column->notes.as<model::ColumnNotes>().type;
      ids.push_back({id_name(*key.table, "Id"), id_name(*key.table, "Tag"), cpp_type(type), type.shape,
                     key.table->id.qualified_name()});
    }
    std::sort(ids.begin(), ids.end(), [](const IdType& a, const IdType& b) { return a.name < b.name; });
    return ids;
  }

 private:
  static std::string id_name(const Object& table, std::string_view suffix) {
    return support::pascal_case(table.notes.as<model::TableNotes>().singular) + std::string(suffix);
  }

  /// Follows keys that are references. A circle of them (each other's rows are each other's keys) ends where
  /// it began, at the first by name.
  [[nodiscard]] const KeyColumn* owner_of(const std::string& table) const {
    auto key = keys_.find(table);
    if (key == keys_.end()) return nullptr;
    auto first = key;
    for (std::size_t steps = 0; steps <= keys_.size(); ++steps) {
      if (key->first < first->first) first = key;
      const std::string& next = key->second.column->notes.as<model::ColumnNotes>().references;
      const auto target = keys_.find(next);
      if (next.empty() || target == keys_.end()) return &key->second;
      key = target;
    }
    return &first->second;
  }

  std::map<std::string, KeyColumn> keys_;
};

CppColumn cpp_column(CppColumn column, const model::TableNotes& table, const std::string& table_name,
                     const IdTypes& ids) {
  column.member = cpp_name(column.name);
  column.sql = support::quote_identifier(column.name);
  column.is_key = std::count(table.primary_key.begin(), table.primary_key.end(), column.name) > 0;

  std::string id;
  if (!column.notes->references.empty()) {
    id = ids.of(column.notes->references);
  } else if (column.is_key && table.primary_key.size() == 1) {
    id = ids.of(table_name);
  }
  column.is_id = !id.empty();
  column.type = cpp_type(column.notes->type, id);

  const bool generated = !column.state->generated.empty();
  const bool kept = column.name == table.version_column || column.name == table.updated_at_column ||
                    column.name == table.deleted_at_column;
  column.in_row = !(generated && column.notes->type.shape == model::Shape::ts_vector);
  column.in_insert = !table.read_only && !generated && column.state->identity != Identity::always;
  column.in_patch = column.in_insert && !column.is_key && !kept;
  return column;
}

CppTable empty_table(const Object& object, const model::TableNotes& notes) {
  CppTable table;
  table.object = &object;
  table.notes = &notes;
  table.space = cpp_name(object.id.name);
  return table;
}

/// REQUIRES its columns to stay where they are.
void set_key(CppTable& table) {
  for (const std::string& name : table.notes->primary_key) {
    if (const CppColumn* column = table.column(name)) table.key.push_back(column);
  }
  table.key_type = table.key.size() == 1 ? table.key.front()->type : "Key";
}

/// Finds the unique indexes of a table.
class UniqueIndexes {
 public:
  explicit UniqueIndexes(const model::Model& model) {
    for (const Object& object : model.of_kind(model::kIndexKind)) {
      const auto& index = object.state.as<model::Index>();
      if (index.unique) indexes_[{object.id.schema, index.table}].push_back(&object);
    }
  }

  /// In the order of their names.
  [[nodiscard]] std::vector<const Object*> of(const model::ObjectId& table) const {
    const auto found = indexes_.find({table.schema, table.name});
    return found == indexes_.end() ? std::vector<const Object*>() : found->second;
  }

 private:
  std::map<std::pair<std::string_view, std::string_view>, std::vector<const Object*>> indexes_;
};

CppTable cpp_view(const Object& view, const model::ViewRows& rows, const IdTypes& ids) {
  CppTable table = empty_table(view, rows.table);
  for (const model::DeclaredColumn& column : rows.columns) {
    table.columns.push_back(cpp_column({.name = column.name, .state = &column.state, .notes = &column.notes},
                                       rows.table, {}, ids));
  }
  set_key(table);
  return table;
}

bool has_deprecated_values(const model::Model& model) {
  const auto enums = model.of_kind(model::kEnumKind);
  return std::any_of(enums.begin(), enums.end(), [](const Object& object) {
    return !object.notes.empty() && !object.notes.as<model::EnumerationNotes>().deprecated.empty();
  });
}

}  // namespace

std::string CppColumn::stored_type() const {
  return state->nullable ? "std::optional<" + type + ">" : type;
}

bool CppColumn::has_default() const {
  return !state->default_sql.empty() || notes->type.domain_default || !state->generated.empty() ||
         state->identity != Identity::none;
}

std::string CppColumn::text_cast() const {
  if (!opaque()) return {};
  std::string cast = "::text";
  for (std::uint32_t i = 0; i < notes->type.dimensions; ++i) cast += "[]";
  return cast;
}

std::string CppColumn::cast() const {
  return opaque() ? text_cast() + "::" + notes->type.sql : std::string();
}

const CppColumn* CppTable::column(std::string_view name) const {
  for (const CppColumn& column : columns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

bool CppTable::is_view() const {
  return object->id.kind != model::kTableKind;
}

bool CppTable::has_patch() const {
  if (key.empty()) return false;
  return std::any_of(columns.begin(), columns.end(), [](const CppColumn& c) { return c.in_patch; });
}

bool CppTable::has_deprecated() const {
  return !notes->deprecated.empty() ||
         std::any_of(columns.begin(), columns.end(),
                     [](const CppColumn& column) { return !column.notes->deprecated.empty(); });
}

CppSchema cpp_schema(const model::Model& model) {
  const IdTypes ids(model);
  const UniqueIndexes unique_indexes(model);
  CppSchema schema;
  for (const Object& object : model.of_kind(model::kTableKind)) {
    if (model.find(model::attachment_of(object.id)) != nullptr)
      continue;  // rows are read and written through the whole table
    CppTable table = empty_table(object, object.notes.as<model::TableNotes>());
    for (const Object* column : model.columns(object.id)) {
      table.columns.push_back(cpp_column({.name = column->id.part,
                                          .state = &column->state.as<model::Column>(),
                                          .notes = &column->notes.as<model::ColumnNotes>()},
                                         *table.notes, object.id.name, ids));
    }
    set_key(table);
    table.checks = cpp_row_checks(table, model);
    table.unique_indexes = unique_indexes.of(object.id);
    table.unique = cpp_unique(table, model);
    schema.tables.push_back(std::move(table));
  }
  for (const std::string_view kind : {model::kViewKind, model::kMaterializedViewKind}) {
    for (const Object& view : model.of_kind(kind)) {
      const auto& rows = view.notes.as<model::ViewNotes>().rows;
      if (!rows.columns.empty()) schema.tables.push_back(cpp_view(view, rows, ids));
    }
  }
  std::sort(schema.tables.begin(), schema.tables.end(), [](const CppTable& a, const CppTable& b) {
    return std::tie(a.object->id.schema, a.object->id.name) <
           std::tie(b.object->id.schema, b.object->id.name);
  });
  schema.ids = ids.declared();
  schema.deprecated_values = has_deprecated_values(model);
  return schema;
}

}  // namespace schemac::compiler::targets
