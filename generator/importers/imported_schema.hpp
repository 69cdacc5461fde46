// A database's schema as an importer found it: names as they are there, types and expressions as definitions
// spell them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/value.hpp"

namespace schemac::compiler::importers {

inline constexpr std::string_view kPublic = "public";

struct ImportedEnum {
  std::string schema;
  std::string name;
  std::vector<std::string> values;
  std::string doc = {};
};

struct ImportedColumn {
  std::string name;
  std::string type;        ///< without the mark of NULL: "varchar(50)", "uuid?[]"
  std::string extension;   ///< that owns the type; empty for PostgreSQL's own
  bool passed_on = false;  ///< the language has no word for the type: a "sql_type"
  bool nullable = false;
  std::string default_sql;  ///< empty: none
  std::string generated;    ///< the expression of a stored generated column; empty: none
  std::string identity;     ///< "always" or "by default"; empty: none
  std::string doc;
};

/// A primary key or a unique constraint; without columns there is none.
struct ImportedKey {
  std::string name;
  std::vector<std::string> columns;
  bool nulls_not_distinct = false;
  std::vector<std::string> include = {};
  std::string deferrable = {};  ///< "initially deferred"; empty: it is not
};

struct ImportedCheck {
  std::string name;
  std::string sql;
};

struct ImportedForeignKey {
  std::string name;
  std::vector<std::string> columns;
  std::string table;  ///< that is referred to
  std::vector<std::string> target_columns;
  std::string on_delete;  ///< as definitions spell it, "set null"; empty: no action
  std::string on_update;
  std::string deferrable;  ///< as of a key
};

struct ImportedIndex {
  std::string name;
  std::vector<std::string> keys;  ///< as CREATE INDEX takes them: "created_at DESC"
  bool unique = false;
  std::string method;  ///< empty: btree
  std::string where;   ///< empty: every row
  std::vector<std::string> include;
};

struct ImportedTable {
  std::string schema;
  std::string name;
  std::vector<ImportedColumn> columns;
  ImportedKey primary_key;
  std::vector<ImportedKey> uniques;
  std::vector<ImportedCheck> checks;
  std::vector<ImportedForeignKey> foreign_keys;
  std::vector<ImportedIndex> indexes;
  std::string doc;
  std::vector<syntax::Member> more;  ///< further keys, as definitions have them

  /// The column, or nullptr.
  [[nodiscard]] const ImportedColumn* column(std::string_view column_name) const {
    for (const ImportedColumn& each : columns) {
      if (each.name == column_name) return &each;
    }
    return nullptr;
  }
};

/// What stands in a file by its name, as definitions have it: a view, a function, a domain type, a role.
struct ImportedPart {
  std::string schema;  ///< empty: it stands in shared.json
  std::string key;     ///< "views"
  std::string name;
  syntax::Value value;
};

struct ImportedSchema {
  std::set<std::string> extensions;
  std::vector<ImportedEnum> enums;
  std::vector<ImportedTable> tables;
  std::vector<ImportedPart> parts;
};

}  // namespace schemac::compiler::importers
