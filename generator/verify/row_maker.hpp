// Fills the tables of any live database with a few rows that its constraints allow, so that a migration is
// tried on data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace schemac::compiler::verify {

struct RowSettings {
  /// How many a table: the first is ordinary, the second NULL where it may be, the third has extreme values,
  /// and so on.
  std::uint32_t rows = 3;
  /// The same seed and the same schema give the same rows.
  std::uint32_t seed = 1;
};

struct FilledTable {
  std::string name;        ///< as SQL names it, with its schema
  std::uint32_t rows = 0;  ///< how many were made
  std::string reason;      ///< the last objection to a further one; empty where all were made
};

/// Makes rows in every table and partition, in one transaction. Triggers and rules sleep meanwhile; foreign
/// keys and all other constraints hold. REQUIRES: a superuser. Throws schemac::Error when the database cannot
/// be read.
std::vector<FilledTable> make_rows(const std::string& connection_string, const RowSettings& settings = {});

}  // namespace schemac::compiler::verify
