// Triggers and rules, put to sleep while rows are made: what they would do is not known, and constraints do
// not need them.
#pragma once

#include <string>
#include <vector>

#include "schemac/transaction.hpp"

namespace schemac::compiler::verify {

/// Disables every trigger and rule of tables that is not PostgreSQL's own (those of foreign keys stay awake).
/// wake() gives each the state back that it had; a transaction that is rolled back does as well.
class MutedTriggers {
 public:
  explicit MutedTriggers(Transaction& transaction);

  /// REQUIRES: no deferred constraint is waiting.
  void wake();

 private:
  void run(const std::vector<std::string>& statements);

  Transaction& transaction_;
  std::vector<std::string> waking_;
};

}  // namespace schemac::compiler::verify
