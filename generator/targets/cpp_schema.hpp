// The tables of a model as generated C++ sees them: which columns go into which struct, and under which type.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/column.hpp"
#include "model/model.hpp"
#include "model/table.hpp"

namespace schemac::compiler::targets {

/// A key type of its own: `using BillId = schemac::Id<struct BillTag, schemac::Uuid>`.
struct IdType {
  std::string name;   ///< "BillId"
  std::string tag;    ///< "BillTag"
  std::string value;  ///< "schemac::Uuid"
  model::Shape shape = model::Shape::uuid;
  std::string table;
};

struct CppColumn {
  std::string name;  ///< of the definition
  const model::Column* state = nullptr;
  const model::ColumnNotes* notes = nullptr;
  std::string member = {};  ///< C++ name
  std::string sql = {};     ///< quoted where it needs it
  std::string type = {};    ///< of a value: "BillId"
  bool is_id = false;       ///< the value (or the element) is of an id type, whose header is ids.hpp
  bool is_key = false;
  bool in_row = true;
  bool in_insert = true;
  bool in_patch = true;

  /// As a Row has it: "std::optional<BillId>".
  [[nodiscard]] std::string stored_type() const;
  /// May be left out of an INSERT.
  [[nodiscard]] bool has_default() const;
  /// The type travels as text, because schemac does not know it.
  [[nodiscard]] bool opaque() const { return notes->type.shape == model::Shape::opaque; }
  /// Follows the column where it is read: "::text", "::text[]" for an array; empty for known types.
  [[nodiscard]] std::string text_cast() const;
  /// Follows a placeholder: "::text::geometry"; empty for known types.
  [[nodiscard]] std::string cast() const;
};

/// A table, or a view whose columns are declared.
struct CppTable {
  const model::Object* object = nullptr;
  const model::TableNotes* notes = nullptr;
  std::string space;  ///< the namespace of its code: "bills"
  std::vector<CppColumn> columns;
  std::vector<const CppColumn*> key;  ///< in the order of the primary key; empty without one
  std::string key_type;               ///< "BillId" for a single column, "Key" for several

  CppTable() = default;
  CppTable(CppTable&&) = default;  // `key` points into `columns`
  CppTable& operator=(CppTable&&) = default;

  [[nodiscard]] const CppColumn* column(std::string_view name) const;
  [[nodiscard]] bool is_view() const;
  [[nodiscard]] bool has_patch() const;
  /// Its code itself uses a member that it warns of.
  [[nodiscard]] bool has_deprecated() const;
};

/// A model's tables and views, sorted by name, and the id types that tables declare.
struct CppSchema {
  std::vector<CppTable> tables;
  std::vector<IdType> ids;  ///< sorted by name
};

CppSchema cpp_schema(const model::Model& model);

/// Whether enums.hpp has enumerators that it warns of; other generated code may name them.
bool has_deprecated_values(const model::Model& model);

}  // namespace schemac::compiler::targets
