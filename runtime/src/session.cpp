// One server session. The path of a statement that is already prepared: cache lookup, pointers to its
// parameters on the stack, one libpq call, two cheap checks; nothing is allocated here.
#include "session.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <memory>
#include <type_traits>

#include "acting.hpp"
#include "failure.hpp"
#include "schemac/error.hpp"

namespace schemac {
namespace {

/// Parameters in the form in which libpq takes them.
class Bound {
 public:
  explicit Bound(const Parameters& parameters) : count_{static_cast<int>(parameters.size())} {
    if (parameters.size() > kFew) reserve_many(parameters.size());
    std::size_t i = 0;
    for (const Parameters::Slot& slot : parameters.slots()) {
      values_[i] = slot.size < 0 ? nullptr : parameters.bytes(slot);
      lengths_[i] = slot.size;
      formats_[i] = slot.binary ? 1 : 0;
      ++i;
    }
  }

  int count() const { return count_; }
  const char* const* values() const { return values_; }
  const int* lengths() const { return lengths_; }
  const int* formats() const { return formats_; }

 private:
  static constexpr std::size_t kFew = 16;

  void reserve_many(std::size_t count) {
    many_values_ = std::make_unique<const char*[]>(count);
    many_numbers_ = std::make_unique<int[]>(2 * count);
    values_ = many_values_.get();
    lengths_ = many_numbers_.get();
    formats_ = many_numbers_.get() + count;
  }

  int count_;
  std::array<const char*, kFew> few_values_;
  std::array<int, kFew> few_lengths_;
  std::array<int, kFew> few_formats_;
  std::unique_ptr<const char*[]> many_values_;
  std::unique_ptr<int[]> many_numbers_;
  const char** values_ = few_values_.data();
  int* lengths_ = few_lengths_.data();
  int* formats_ = few_formats_.data();
};

std::vector<std::uint32_t> types_of(const Parameters& parameters) {
  std::vector<std::uint32_t> types;
  for (const Parameters::Slot& slot : parameters.slots()) types.push_back(slot.oid);
  return types;
}

void require_no_zero_byte(std::string_view sql) {
  if (sql.find('\0') != std::string_view::npos) throw UsageError{"the statement holds a zero byte"};
}

bool is_copy(ExecStatusType status) {
  return status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH;
}

constexpr int kBinary = 1;

}  // namespace

template <class Run>
auto Session::observed(std::string_view sql, const Parameters* parameters, Run&& run) {
  if (observer_ == nullptr) return run();
  observer_->begins(sql);
  try {
    if constexpr (std::is_void_v<decltype(run())>) {
      run();
      observer_->ended(sql, parameters, nullptr);
    } else {
      auto result = run();
      observer_->ended(sql, parameters, nullptr);
      return result;
    }
  } catch (const Error& error) {
    observer_->ended(sql, parameters, &error);
    throw;
  }
}

Result Session::execute(std::string_view sql, const Parameters& parameters) {
  return observed(sql, &parameters, [&] { return run(sql, parameters); });
}

/// A statement that was prepared before a migration, or before somebody's DISCARD ALL, has not been executed:
/// outside a transaction it is prepared anew and executed once more.
Result Session::run(std::string_view sql, const Parameters& parameters) {
  outdated_plan_ = false;
  try {
    return send(sql, parameters);
  } catch (const QueryError&) {
    if (!outdated_plan_ || transaction_ != 0) throw;
  }
  return send(sql, parameters);
}

Result Session::send(std::string_view sql, const Parameters& parameters) {
  if (identity_ != nullptr && transaction_ == 0) return send_acting(sql, parameters);
  const Statement* statement = prepared(sql, parameters);
  Result result = checked(receive(dispatch(sql, parameters, statement)), sql, statement);
  require_unchanged_transaction(sql);
  return result;
}

bool Session::dispatch(std::string_view sql, const Parameters& parameters, const Statement* statement) {
  Bound bound{parameters};
  if (statement != nullptr)
    return PQsendQueryPrepared(handle(), statement->name.c_str(), bound.count(), bound.values(),
                               bound.lengths(), bound.formats(), kBinary) != 0;
  std::vector<Oid> types = types_of(parameters);
  return PQsendQueryParams(handle(), std::string{sql}.c_str(), bound.count(), types.data(), bound.values(),
                           bound.lengths(), bound.formats(), kBinary) != 0;
}

const Statement* Session::prepared(std::string_view sql, const Parameters& parameters) {
  if (const Statement* known = statements_.find(sql, parameters.slots())) return known;
  require_no_zero_byte(sql);
  if (statements_.capacity() == 0) return nullptr;
  if (auto evicted = statements_.make_room()) outdated_.push_back(std::move(*evicted));
  deallocate_outdated();
  Statement statement{std::string{sql}, types_of(parameters), "schemac_" + std::to_string(++names_)};
  int sent = PQsendPrepare(handle(), statement.name.c_str(), statement.sql.c_str(),
                           static_cast<int>(statement.types.size()), statement.types.data());
  checked(receive(sent != 0), sql, nullptr);
  return statements_.insert(std::move(statement));
}

void Session::deallocate_outdated() {
  while (!outdated_.empty()) {
    std::string name = std::move(outdated_.back());
    outdated_.pop_back();
    try {
      command("DEALLOCATE " + name);
    } catch (const QueryError& error) {
      // Gone already, after a DISCARD ALL of the user's. In a transaction even that fails everything that
      // follows.
      if (error.sqlstate() != "26000" || transaction_ != 0) throw;
    }
  }
}

pg_result* Session::receive(bool sent) {
  pg_result* kept = nullptr;
  bool failed = false;
  while (sent) {
    pg_result* next = PQgetResult(handle());
    if (next == nullptr) break;
    if (failed) {
      PQclear(next);
      continue;
    }
    if (kept != nullptr) PQclear(kept);
    kept = next;
    ExecStatusType status = PQresultStatus(kept);
    failed = status == PGRES_FATAL_ERROR;
    if (is_copy(status)) break;  // and so it would go on for ever
  }
  return kept;
}

Result Session::checked(pg_result* answer, std::string_view sql, const Statement* statement) {
  ExecStatusType status = PQresultStatus(answer);
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY)
    return Result{answer};
  if (is_copy(status)) {
    PQclear(answer);
    refuse_copy(status == PGRES_COPY_IN);
    throw UsageError{"COPY from or to the client is not a statement to execute", {}, std::string{sql}};
  }
  fail(answer, sql, statement);
}

void Session::fail(pg_result* answer, std::string_view sql, const Statement* statement) {
  ServerError error = server_error(answer, handle());
  if (answer != nullptr) PQclear(answer);
  if (statement != nullptr) forget_if_stale(*statement, error.sqlstate, error.message);
  if (transaction_ != 0 && first_failure_.empty()) first_failure_ = error.message;
  raise(std::move(error), sql);
}

/// Then the next call prepares anew.
void Session::forget_if_stale(const Statement& statement, const std::string& sqlstate,
                              const std::string& message) {
  if (sqlstate == "0A000") {  // a migration has changed the columns of its plan
    outdated_plan_ = true;
    outdated_.push_back(statement.name);
    statements_.forget(&statement);
  } else if (sqlstate == "26000" && message.find(statement.name) != std::string::npos) {
    outdated_plan_ = true;
    statements_.clear();  // a DEALLOCATE ALL or DISCARD ALL, hardly this one alone
    outdated_.clear();
  }
}

/// Takes the session out of the COPY that a statement began, so that it can be used again.
void Session::refuse_copy(bool into_server) {
  if (into_server) PQputCopyEnd(handle(), "refused by the client");
  char* row = nullptr;
  while (!into_server && PQgetCopyData(handle(), &row, 0) > 0) PQfreemem(row);
  while (pg_result* rest = PQgetResult(handle())) PQclear(rest);
}

void Session::require_unchanged_transaction(std::string_view sql) {
  PGTransactionStatusType status = PQtransactionStatus(handle());
  bool open = status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
  if (open == (transaction_ != 0)) return;
  std::string context{sql};
  if (open) {
    PQclear(PQexec(handle(), "ROLLBACK"));
    throw UsageError{
        "a statement began a transaction, which was rolled back: use Connection::transaction()", {}, context};
  }
  rollback();
  throw UsageError{
      "a statement ended the transaction: use commit() or rollback() of the Transaction", {}, context};
}

void Session::execute_script(const std::string& sql) {
  require_no_zero_byte(sql);
  observed(sql, nullptr, [&] { command(sql); });
  require_unchanged_transaction(sql);
}

void Session::command(const std::string& sql) {
  checked(PQexec(handle(), sql.c_str()), sql, nullptr);
}

std::uint64_t Session::begin(const TransactionOptions& options) {
  if (transaction_ != 0)
    throw UsageError{"a transaction is already open on this connection: use its savepoint()"};
  observed("BEGIN", nullptr, [&] { link_.begin(options.isolation, options.read_only); });
  transaction_ = ++transactions_;
  savepoints_.clear();
  savepoints_made_ = 0;
  first_failure_.clear();
  try {
    if (options.deferrable) command("SET TRANSACTION DEFERRABLE");
    if (identity_ != nullptr) send(kActAs, parameters_of(*identity_));
  } catch (...) {
    rollback();
    throw;
  }
  return transaction_;
}

void Session::commit() {
  if (transaction_failed()) {
    std::string reason = first_failure_;
    rollback();
    throw UsageError{
        "the transaction cannot be committed and was rolled back, since a statement failed: " + reason,
        "25P02", "COMMIT"};
  }
  transaction_ = 0;
  savepoints_.clear();
  observed("COMMIT", nullptr, [&] { link_.commit(); });
}

void Session::rollback() noexcept {
  transaction_ = 0;
  savepoints_.clear();
  link_.rollback();
}

bool Session::transaction_failed() const noexcept {
  return PQtransactionStatus(handle()) == PQTRANS_INERROR;
}

int Session::open_savepoint() {
  int number = savepoints_made_ + 1;
  command("SAVEPOINT schemac_" + std::to_string(number));
  savepoints_made_ = number;
  savepoints_.push_back(number);
  return number;
}

void Session::release_savepoint(int number) {
  command("RELEASE SAVEPOINT schemac_" + std::to_string(number));
  savepoints_.pop_back();
}

void Session::rollback_savepoint(int number) {
  std::string name = "schemac_" + std::to_string(number);
  command("ROLLBACK TO SAVEPOINT " + name + "; RELEASE SAVEPOINT " + name);
  savepoints_.erase(std::find(savepoints_.begin(), savepoints_.end(), number), savepoints_.end());
  first_failure_.clear();
}

}  // namespace schemac
