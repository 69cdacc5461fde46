// What schema-defs/ asks PostgreSQL for, read by the test itself: it shares no code with the compiler, so
// that a mistake of the compiler cannot hide in its own proof.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "acceptance/catalogue/security_definitions.hpp"

namespace schemac::testing {

struct ColumnDefinition {
  std::string name;
  std::string type;         ///< as the definitions spell it; a ref has the type of the key that it points at
  std::string default_sql;  ///< empty: none
  std::string generated;    ///< expression of a stored generated column; empty: none
  std::string identity;     ///< "always", "by default" or empty
  bool nullable = false;
  bool personal = false;
  std::string doc;
};

struct CheckDefinition {
  std::string name;
  std::string
      sql;  ///< empty where the definitions leave the expression to the compiler (`format`, `pattern`)
  std::string column = {};   ///< of a `pattern`
  std::string pattern = {};  ///< as written
};

struct ReferenceDefinition {
  std::string column;
  std::string target;
  std::string target_column;
  std::string on_delete = "no action";
  std::string on_update = "no action";
  std::string deferrable;  ///< "initially deferred", "initially immediate" or empty
};

struct IndexDefinition {
  std::string method = "btree";
  bool unique = false;
  std::vector<std::string> keys;
  std::vector<std::string> include;
  std::string predicate;
};

/// A trigger that calls `function`.
struct TriggerDefinition {
  std::string name;
  std::string when;  ///< "AFTER TRUNCATE", and on each row unless `rows` is false
  std::string function;
  bool rows = true;
};

struct TableDefinition {
  std::string name;
  std::string doc;
  std::string partition_key;  ///< as PostgreSQL prints it; empty: not partitioned
  std::string partition_of;   ///< the table whose default partition it is
  std::vector<ColumnDefinition> columns;
  std::vector<std::string> primary_key;
  std::vector<std::vector<std::string>> uniques;
  std::vector<CheckDefinition> checks;
  std::vector<ReferenceDefinition> references;
  std::vector<IndexDefinition> indexes;
  std::vector<TriggerDefinition> triggers;
};

/// A function of the definitions; or one that they ask for and the compiler writes, known by name alone.
struct FunctionDefinition {
  std::string signature;
  std::string sql;  ///< empty for the compiler's own
  std::string doc;
};

/// A view whose columns are declared; what it selects is not compared.
struct ViewDefinition {
  std::string name;
  bool materialized = false;
  bool security_invoker = false;
  std::vector<std::string> columns;  ///< sorted
  std::string doc;
};

struct EnumDefinition {
  std::string name;
  std::string doc;
  std::vector<std::string> values;
};

struct Definitions {
  std::vector<std::string> extensions;
  std::vector<EnumDefinition> enums;
  std::vector<TableDefinition> tables;
  std::vector<FunctionDefinition> functions;
  std::vector<ViewDefinition> views;
  SecurityDefinitions security;
};

/// Reads every definition file of a folder. Throws std::runtime_error at a construct that it does not know,
/// so that nothing in the definitions goes unproven.
Definitions read_definitions(const std::string& folder);

}  // namespace schemac::testing
