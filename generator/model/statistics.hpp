// What the planner is told to look at together: CREATE STATISTICS.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::model {

inline constexpr std::string_view kStatisticsKind = "statistics";

/// What ANALYZE finds out for it is no state.
struct Statistics {
  std::string table_schema;  ///< it may live in another one than its table
  std::string table;
  std::string relation = "table";  ///< the kind of that
  std::string definition;          ///< as PostgreSQL prints it: the whole statement
  int target = -1;                 ///< how closely ANALYZE looks; -1: as at its columns

  template <class V>
  static void describe(V&& visit) {
    visit("table_schema", &Statistics::table_schema);
    visit("table", &Statistics::table);
    visit("relation", &Statistics::relation);
    visit("definition", &Statistics::definition);
    visit("target", &Statistics::target);
  }
  friend bool operator==(const Statistics&, const Statistics&) = default;
};

}  // namespace schemac::compiler::model
