// Fills the tables of any live database with a few rows that its constraints allow, so that a migration is
// tried on data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace schemac::compiler::verify {

struct FilledTable {
  std::string name;        ///< as SQL names it, with its schema
  std::uint32_t rows = 0;  ///< how many were made
  std::string reason;      ///< the last objection to a further one; empty where all were made
};

/// Makes `rows` in every table and partition, in one transaction: the first of a table is ordinary, the
/// second NULL where it may be, the third has extreme values, and so on; the same schema gets the same rows.
/// Triggers and rules sleep meanwhile; foreign keys and all other constraints hold. REQUIRES: a superuser.
/// Throws schemac::Error when the database cannot be read.
std::vector<FilledTable> make_rows(const std::string& connection_string, std::uint32_t rows = 3);

}  // namespace schemac::compiler::verify
