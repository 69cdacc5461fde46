// The table schemac.migrations: what this database has had done to it.
#pragma once

#include <string>
#include <vector>

#include "schemac/connection.hpp"
#include "schemac/migrate.hpp"

namespace schemac::migrate {

/// The checksums of a migration's files.
struct Checksums {
  std::string up;
  std::string down;
  std::string change;

  bool operator==(const Checksums&) const = default;
};

Checksums checksums_of(const Migration& migration);

/// A row of the ledger.
struct Recorded {
  Entry entry;
  Checksums checksums;
};

class Ledger {
 public:
  /// `connection` outlives it.
  explicit Ledger(Connection& connection) : connection_{&connection} {}

  /// Makes the table unless it is there; then no right to make anything is needed. REQUIRES: the lock, since
  /// two who make it at once collide.
  void create();

  /// All rows, in the order in which the migrations were begun; none without the table.
  std::vector<Recorded> rows();

  /// A migration comes to a state: a script of it begins, or somebody has done it by hand (`origin`: "run",
  /// "baseline", "resolve", "squash"). No step is done yet.
  void record(Executor& on, const Migration& migration, State state, const std::string& origin);

  /// A migration takes the place of those that it was squashed from.
  void record_squash(const Migration& migration, const std::vector<std::string>& replaced);

  /// The next step begins. On a transaction this is undone with it; so the mark stays only if the program
  /// died in a step without a transaction, or if a step ended its own transaction.
  void open_step(Executor& on, const std::string& version);
  /// It has come to nothing.
  void drop_step(const std::string& version);
  /// It is done; with the last one the script is, and the migration is `then`.
  void close_step(Executor& on, const std::string& version, double seconds, State then);

 private:
  bool exists();

  Connection* connection_;
};

}  // namespace schemac::migrate
