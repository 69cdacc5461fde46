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

/// A key that no two rows share: the enumerator of a table's `Unique`.
struct CppUnique {
  std::string name;     ///< "chamber_and_bill_number"
  std::string columns;  ///< "chamber, bill_number"
  std::string where;    ///< the rows that it is about: "deleted_at IS NULL"; empty: all
};

/// A column as conditions see it.
struct CppOperand {
  const CppColumn* column = nullptr;
  std::string code;  ///< what names its operand: "views"
};

/// A named check of a table: a condition over the columns of a row.
struct CppRowCheck {
  std::string name;        ///< under "checks": what a violation calls its path
  std::string constraint;  ///< its name in the database
  std::string message;
  std::string condition;            ///< C++ over `columns`; empty where only the server can tell
  std::vector<CppOperand> columns;  ///< its parameters
  bool on_insert = false;           ///< an Insert alone may break it
  bool on_patch = false;            ///< a Patch alone may

  [[nodiscard]] bool only_server() const { return !on_insert && !on_patch; }
};

/// A table, or a view whose columns are declared.
struct CppTable {
  const model::Object* object = nullptr;
  const model::TableNotes* notes = nullptr;
  std::string space;  ///< the namespace of its code: "bills"
  std::vector<CppColumn> columns;
  std::vector<const CppColumn*> key;  ///< in the order of the primary key; empty without one
  std::string key_type;               ///< "BillId" for a single column, "Key" for several
  std::vector<CppRowCheck> checks;    ///< sorted by their constraints' names
  std::vector<const model::Object*> unique_indexes;
  std::vector<CppUnique> unique;  ///< by which a row can be upserted, sorted by name

  CppTable() = default;
  CppTable(CppTable&&) = default;  // `key` and `checks` point into `columns`
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
  std::vector<IdType> ids;         ///< sorted by name
  bool deprecated_values = false;  ///< enums.hpp has enumerators that it warns of; other code may name them
};

CppSchema cpp_schema(const model::Model& model);

}  // namespace schemac::compiler::targets
