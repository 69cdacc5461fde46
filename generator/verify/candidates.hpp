// Values worth trying in a column that has conditions: what the conditions themselves compare with, and
// around it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "verify/attempts.hpp"
#include "verify/table_facts.hpp"
#include "verify/type_values.hpp"

namespace schemac::compiler::verify {

/// `'…'` with its quotes doubled.
std::string sql_literal(const std::string& text);

class Candidates {
 public:
  /// All three outlive it.
  Candidates(Attempts& attempts, const TypeValues& types, const TableFacts& table)
      : attempts_{attempts}, types_{types}, table_{table} {}

  /// Values of a column (a position in TableFacts::columns), as SQL expressions; its type and the checks of
  /// this column alone take each of them. May be empty.
  const std::vector<std::string>& of(std::size_t column);

 private:
  std::vector<std::string> read(std::size_t column);
  std::vector<std::string> conditions(std::size_t column) const;
  std::vector<std::string> expressions(std::size_t column) const;

  Attempts& attempts_;
  const TypeValues& types_;
  const TableFacts& table_;
  std::map<std::size_t, std::vector<std::string>> known_;
};

}  // namespace schemac::compiler::verify
