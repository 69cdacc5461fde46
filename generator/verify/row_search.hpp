// Finds rows that a table takes: tries one, and changes what the server objects to.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "schemac/transaction.hpp"
#include "verify/attempts.hpp"
#include "verify/candidates.hpp"
#include "verify/table_facts.hpp"
#include "verify/type_values.hpp"

namespace schemac::compiler::verify {

/// What a row is like where nothing forbids it.
enum class RowKind {
  ordinary,  ///< defaults, and plain values
  empty,     ///< NULL wherever it may be
  edges,     ///< extreme values, empty texts, characters that need quoting
};

class RowSearch {
 public:
  /// The others outlive it.
  RowSearch(Transaction& transaction, Attempts& attempts, const TypeValues& types, TableFacts table)
      : transaction_{transaction},
        attempts_{attempts},
        types_{types},
        table_{std::move(table)},
        candidates_{attempts, types, table_} {}
  RowSearch(const RowSearch&) = delete;
  RowSearch& operator=(const RowSearch&) = delete;

  /// Inserts a row. `number` keeps the values of rows apart. Gives up after some hundred attempts and returns
  /// why: the server's last objection.
  std::optional<std::string> insert(RowKind kind, std::uint32_t number);

 private:
  using Positions = std::vector<std::size_t>;

  std::optional<std::string> start(RowKind kind, std::uint32_t number);
  std::optional<std::string> try_insert();
  Positions to_blame(const Attempt& attempt);
  bool repair(const Positions& columns);
  std::string first_value(std::size_t column, RowKind kind, std::uint32_t number);
  std::string other_value(std::size_t column);
  bool refer(const ReferenceFacts& reference, RowKind kind, std::optional<std::uint32_t> number);
  std::vector<std::vector<std::string>> parent_rows(const ReferenceFacts& reference);
  void refer_to_itself(const ReferenceFacts& reference);
  Positions some_rules_columns();
  Positions all_columns() const;
  std::uint32_t pick(std::size_t count) { return random_() % static_cast<std::uint32_t>(count); }

  Transaction& transaction_;
  Attempts& attempts_;
  const TypeValues& types_;
  TableFacts table_;
  std::mt19937 random_{1};  // the same table gets the same rows
  Candidates candidates_;
  std::vector<std::string> values_;  // of the row that is tried, as SQL
  Positions blamed_;                 // what to change after a failed attempt
};

}  // namespace schemac::compiler::verify
