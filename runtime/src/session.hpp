// One server session: what connections, transactions and savepoints are thin handles of. Statements go to
// libpq's PGconn directly and come back in binary; connecting and transactions are libpqxx's
// (driver/link.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "driver/link.hpp"
#include "schemac/parameters.hpp"
#include "schemac/result.hpp"
#include "schemac/transaction.hpp"
#include "statement_cache.hpp"
#include "statement_observer.hpp"

namespace schemac {

struct Identity;

class Session {
 public:
  Session(const std::string& connection_string, std::size_t prepared_statements)
      : link_{connection_string}, statements_{prepared_statements} {}

  /// One statement, in whatever transaction is open.
  Result execute(std::string_view sql, const Parameters& parameters);

  /// Several statements without parameters; results are dropped.
  void execute_script(const std::string& sql);

  /// From now on every transaction is `identity`'s, also that of a statement on its own; nullptr: nobody's.
  /// It is borrowed.
  void act_as(const Identity* identity) noexcept { identity_ = identity; }

  /// Returns the new transaction's number. Throws UsageError while another is open.
  std::uint64_t begin(const TransactionOptions& options);
  void commit();
  void rollback() noexcept;

  /// The number of the open transaction; 0 when none is.
  std::uint64_t transaction() const noexcept { return transaction_; }

  /// The server has failed the open transaction, and only a rollback helps.
  bool transaction_failed() const noexcept;

  /// The message of the statement that failed it.
  const std::string& first_failure() const noexcept { return first_failure_; }

  /// The numbers of the open savepoints, the innermost last.
  const std::vector<int>& savepoints() const noexcept { return savepoints_; }
  int open_savepoint();
  void release_savepoint(int number);
  /// Ends it and those inside it.
  void rollback_savepoint(int number);

  /// `observer` outlives the session.
  void observe(StatementObserver& observer) noexcept { observer_ = &observer; }

  pg_conn* handle() const noexcept { return link_.handle(); }
  std::size_t prepared_statements() const noexcept { return statements_.size(); }

 private:
  /// Calls `run`, and tells the observer of it, if there is one.
  template <class Run>
  auto observed(std::string_view sql, const Parameters* parameters, Run&& run);
  Result run(std::string_view sql, const Parameters& parameters);
  Result send(std::string_view sql, const Parameters& parameters);
  /// As send(), in a transaction of `identity_`'s.
  Result send_acting(std::string_view sql, const Parameters& parameters);
  bool dispatch(std::string_view sql, const Parameters& parameters, const Statement* statement);
  /// nullptr where nothing is to be prepared.
  const Statement* prepared(std::string_view sql, const Parameters& parameters);
  void deallocate_outdated();
  void forget_if_stale(const Statement& statement, const std::string& sqlstate, const std::string& message);
  /// What the server answers to what was sent: the last result, or the first failure. Unlike PQexec, which
  /// takes the last failure too: of a backend that was terminated that is the broken socket, where the first
  /// one says why. Null if nothing could be sent.
  pg_result* receive(bool sent);
  /// Looks at what came back; throws if it is not a success. `statement` is null for one that is not
  /// prepared.
  Result checked(pg_result* answer, std::string_view sql, const Statement* statement);
  [[noreturn]] void fail(pg_result* answer, std::string_view sql, const Statement* statement);
  void refuse_copy(bool into_server);
  /// A statement may have begun or ended a transaction behind our back.
  void require_unchanged_transaction(std::string_view sql);
  void command(const std::string& sql);

  Link link_;
  StatementCache statements_;
  StatementObserver* observer_ = nullptr;
  const Identity* identity_ = nullptr;
  std::vector<std::string> outdated_;  // names to deallocate when that is next possible
  bool outdated_plan_ = false;         // the statement that failed last needs to be prepared anew
  std::uint64_t names_ = 0;            // statement names given out
  std::uint64_t transactions_ = 0;     // transactions begun
  std::uint64_t transaction_ = 0;      // the open one
  std::vector<int> savepoints_;
  int savepoints_made_ = 0;  // in this transaction
  std::string first_failure_;
};

}  // namespace schemac
