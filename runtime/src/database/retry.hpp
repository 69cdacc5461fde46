// What may be tried again, and how often all operations together may.
#pragma once

#include <atomic>

#include "schemac/error.hpp"

namespace schemac {

/// Whether what failed with this, and was undone, may go well the next time: serialization failures,
/// deadlocks, locks that were not to be had, plans that a migration outdated, connections that broke before
/// COMMIT.
bool worth_another_attempt(const Error& error);

/// The server, or the way to it, failed; not the statement.
bool is_trouble_with_the_server(const Error& error);

/// Retries are a tenth of the operations at most, and a few at the start: when everything fails, trying
/// everything again is what keeps a server down.
class RetryBudget {
 public:
  void operation_succeeded() noexcept;
  /// Takes one retry; false if there is none left.
  bool take() noexcept;

 private:
  static constexpr int kRetry = 10;  // what a retry costs; a success earns 1
  static constexpr int kMost = 100 * kRetry;
  std::atomic<int> saved_{10 * kRetry};
};

}  // namespace schemac
