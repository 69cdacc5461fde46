// A connection to PostgreSQL. As an Executor, each statement is a transaction of its own; transaction()
// groups several.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "schemac/executor.hpp"
#include "schemac/transaction.hpp"

namespace schemac {

struct ConnectionOptions {
  /// How many statements stay prepared; 0 prepares none (behind a pooler that hands each statement to another
  /// server connection).
  std::size_t prepared_statements = 256;
};

/// Used by one thread at a time. Movable; not while a transaction is open on it.
class Connection final : public Executor {
 public:
  /// Connects. `connection_string`: a URL (postgresql://user@host:port/database?…) or libpq's keyword form;
  /// what it leaves out comes from libpq's defaults and environment, TLS settings included. The session's
  /// encoding is UTF-8. Throws ConnectionError, never showing a password.
  explicit Connection(const std::string& connection_string, const ConnectionOptions& options = {});
  ~Connection();
  Connection(Connection&&) noexcept;
  Connection& operator=(Connection&&) noexcept;

  /// As Executor::execute. Throws UsageError while a transaction is open (execute on that), and for BEGIN and
  /// its like (use transaction()).
  Result execute(std::string_view sql, const Parameters& parameters) override;
  using Executor::execute;

  /// Executes several statements separated by `;`, unprepared and without parameters, as one transaction
  /// unless they say otherwise.
  void execute_script(const std::string& sql);

  /// Throws UsageError while another transaction is open on this connection (use a savepoint of that).
  [[nodiscard]] Transaction begin(const TransactionOptions& options = {}) {
    return Transaction{session(), options};
  }

  /// Calls `f(Transaction&)`, commits when it returns and rolls back when it throws; returns what it
  /// returned.
  template <class F>
  auto transaction(F&& f) {
    return transaction(TransactionOptions{}, std::forward<F>(f));
  }
  template <class F>
  auto transaction(const TransactionOptions& options, F&& f) {
    Transaction open{session(), options};
    if constexpr (std::is_void_v<std::invoke_result_t<F&, Transaction&>>) {
      f(open);
      if (open.active()) open.commit();
    } else {
      auto result = f(open);
      if (open.active()) open.commit();
      return result;
    }
  }

  /// False once it is known to be broken; it stays so. Asks nobody: a connection that broke unnoticed is
  /// still true.
  bool usable() const noexcept;

  /// 150020 for 15.20.
  int server_version() const noexcept;

  /// The server process that serves this connection, as in pg_stat_activity.
  int backend_pid() const noexcept;

  /// How many statements are prepared now.
  std::size_t prepared_statements() const noexcept;

 private:
  friend struct ConnectionAccess;  // of the runtime's own parts
  Session& session() { return *session_; }

  std::unique_ptr<Session> session_;
};

}  // namespace schemac
