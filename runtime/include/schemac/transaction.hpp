// A transaction: what is executed on it is committed together or not at all. Rolled back by its destructor
// unless it was committed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schemac/executor.hpp"

namespace schemac {

class Connection;
class Session;

enum class Isolation { read_committed, repeatable_read, serializable };

struct TransactionOptions {
  /// read_committed means the server's default, which is that unless its configuration says otherwise.
  Isolation isolation = Isolation::read_committed;
  bool read_only = false;
  /// For serializable and read_only: wait for a moment at which the transaction can neither fail nor delay
  /// others.
  bool deferrable = false;
};

/// A point in a transaction to go back to, also after a failed statement. Its destructor goes back there
/// unless it was released. Savepoints nest; the inner one ends before the outer one. Neither copied nor
/// moved: `auto savepoint = transaction.savepoint();`.
class Savepoint {
 public:
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;

  /// Keeps what was done since. Throws UsageError when it, or the transaction, has ended already, when an
  /// inner savepoint is still open, or when a statement has failed since (then only rollback() helps).
  void release();

  /// Undoes what was done since, and ends the savepoint and those inside it. Throws UsageError when it has
  /// ended already.
  void rollback();

 private:
  friend class Transaction;
  Savepoint(Session& session, std::uint64_t transaction, int number)
      : session_{&session}, transaction_{transaction}, number_{number} {}

  Session* session_;
  std::uint64_t transaction_;  // which of the session's transactions it belongs to
  int number_;
  bool open_ = true;
};

/// Made by Connection::begin() or Connection::transaction(). The connection outlives it. Neither copied nor
/// moved.
class Transaction final : public Executor {
 public:
  /// Rolls back unless the transaction has ended.
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// As Executor::execute. After a failed statement the server refuses all others: this then throws
  /// UsageError (SQLSTATE 25P02), naming the first failure, until a savepoint is rolled back or the
  /// transaction has ended.
  Result execute(std::string_view sql, const Parameters& parameters) override;
  using Executor::execute;

  /// Executes several statements separated by `;`, unprepared and without parameters.
  void execute_script(const std::string& sql);

  Savepoint savepoint();

  /// Throws what a deferred constraint raises, and CommitUnknown when the connection breaks meanwhile; the
  /// transaction has then ended, as it has after success. On a transaction with a failed statement: rolls
  /// back and throws UsageError.
  void commit();

  /// Ends the transaction and undoes it. Never throws for a broken connection, since the server rolls back on
  /// its own then.
  void rollback();

  /// Not yet committed or rolled back.
  bool active() const noexcept;

 private:
  friend class Connection;
  Transaction(Session& session, const TransactionOptions& options);
  void require_active(std::string_view doing) const;

  Session* session_;
  std::uint64_t number_;
};

}  // namespace schemac
