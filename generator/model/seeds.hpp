// Rows that a table has in some environments: what generated/seeds/<environment>.sql puts there.
#pragma once

#include <string>
#include <vector>

namespace schemac::compiler::model {

struct SeedRow {
  std::vector<std::string> values;  ///< SQL literals, in the order of the columns

  template <class V>
  static void describe(V&& visit) {
    visit("values", &SeedRow::values);
  }
  friend bool operator==(const SeedRow&, const SeedRow&) = default;
};

struct Seeds {
  std::vector<std::string> key;           ///< the columns by which a row is found again
  std::vector<std::string> environments;  ///< "dev"
  std::vector<std::string> columns;
  std::vector<SeedRow> rows;

  template <class V>
  static void describe(V&& visit) {
    visit("key", &Seeds::key);
    visit("environments", &Seeds::environments);
    visit("columns", &Seeds::columns);
    visit("rows", &Seeds::rows);
  }
  friend bool operator==(const Seeds&, const Seeds&) = default;
};

}  // namespace schemac::compiler::model
