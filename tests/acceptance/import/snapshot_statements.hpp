// The SQL that a Drizzle snapshot stands for, written by this test's own code: the truth about what
// PostgreSQL takes of it must not come from the compiler.
#pragma once

#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <vector>

namespace schemac::testing {

using Snapshot = nlohmann::ordered_json;

/// What a statement makes: the kind as the importer's messages spell it, and its names.
struct Subject {
  std::string kind;  ///< "enum", "table", "foreign key", "index"
  std::string table;
  std::string name;  ///< as PostgreSQL keeps it

  auto operator<=>(const Subject&) const = default;
};

struct Statement {
  Subject subject;
  std::string sql;
  std::vector<std::string> needs;  ///< the tables that must be there
  bool long_name = false;          ///< PostgreSQL cuts the name
};

/// All of them in drizzle-kit's order: enums, tables, foreign keys, indexes.
std::vector<Statement> statements_of(const Snapshot& snapshot);

/// The snapshot without these foreign keys and indexes.
Snapshot without(Snapshot snapshot, const std::set<Subject>& subjects);

}  // namespace schemac::testing
