// Writers that keep books: which of their rows the database said it had committed, which it said it had not,
// and which it could not tell. Compared with what is there, nothing may be lost and nothing doubled.
#pragma once

#include <atomic>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "schemac/database.hpp"

namespace schemac::testing {

class Ledger {
 public:
  /// `threads` writers on `db`, which outlives this; the table ledger (entry integer) is there.
  Ledger(Database& db, int threads, int deadline_ms);
  ~Ledger() { stop(); }
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  void stop();

  /// After stop(): what is wrong with the table, in words; empty if it is as the books say.
  std::string differences(Executor& on) const;

  int acknowledged() const;
  /// The longest that a call took, in seconds.
  double slowest() const { return slowest_; }
  /// What was thrown, each message once.
  std::string errors() const;

 private:
  void write();
  void write_one(int entry);

  Database& db_;
  const int deadline_ms_;
  std::atomic<bool> stopped_{false};
  std::atomic<int> next_{0};
  mutable std::mutex mutex_;
  std::set<int> committed_;
  std::set<int> refused_;
  std::set<int> unknown_;
  std::set<std::string> errors_;
  double slowest_ = 0;
  std::vector<std::thread> writers_;
};

}  // namespace schemac::testing
