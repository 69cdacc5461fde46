// Statements that the server may refuse, tried inside a transaction that goes on in any case.
#pragma once

#include <string>
#include <vector>

#include "schemac/transaction.hpp"

namespace schemac::compiler::verify {

/// What became of a statement.
struct Attempt {
  bool refused = false;        ///< it left nothing behind
  bool breaks_a_rule = false;  ///< refused by a constraint, by NOT NULL or by the bounds of a partition
  std::string message;         ///< the server's, where it is refused
  std::string constraint;      ///< the one that refuses it, if one does
  std::string column;          ///< what the server names with it
  std::int64_t rows = 0;       ///< how many it gave or made
};

class Attempts {
 public:
  /// `transaction` outlives it. REQUIRES: the language plpgsql.
  explicit Attempts(Transaction& transaction);

  /// Runs them one after the other, in one round trip; each is undone where it is refused, and only there.
  std::vector<Attempt> run(const std::vector<std::string>& statements);

 private:
  Transaction& transaction_;
};

}  // namespace schemac::compiler::verify
