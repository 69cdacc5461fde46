// Transactions and savepoints: handles of a session that know whether they are still open, and say so instead
// of asking the server.
#include "schemac/transaction.hpp"

#include <algorithm>

#include "schemac/error.hpp"
#include "session.hpp"

namespace schemac {
namespace {

bool is_open(const Session& session, std::uint64_t transaction, int savepoint) {
  const auto& open = session.savepoints();
  return session.transaction() == transaction && std::find(open.begin(), open.end(), savepoint) != open.end();
}

[[noreturn]] void refuse_failed(const Session& session, std::string_view doing) {
  throw UsageError{
      "a statement of this transaction has failed, so roll back the transaction or a savepoint first. It "
      "was: " +
          session.first_failure(),
      "25P02", std::string{doing}};
}

}  // namespace

Transaction::Transaction(Session& session, const TransactionOptions& options)
    : session_{&session}, number_{session.begin(options)} {}

Transaction::~Transaction() {
  if (active()) session_->rollback();
}

bool Transaction::active() const noexcept {
  return session_->transaction() == number_;
}

void Transaction::require_active(std::string_view doing) const {
  if (!active()) throw UsageError{"the transaction has ended: begin another one", {}, std::string{doing}};
}

Result Transaction::execute(std::string_view sql, const Parameters& parameters) {
  require_active(sql);
  if (session_->transaction_failed()) refuse_failed(*session_, sql);
  return session_->execute(sql, parameters);
}

void Transaction::execute_script(const std::string& sql) {
  require_active("execute_script");
  if (session_->transaction_failed()) refuse_failed(*session_, "execute_script");
  session_->execute_script(sql);
}

Savepoint Transaction::savepoint() {
  require_active("SAVEPOINT");
  if (session_->transaction_failed()) refuse_failed(*session_, "SAVEPOINT");
  return Savepoint{*session_, number_, session_->open_savepoint()};
}

void Transaction::commit() {
  require_active("COMMIT");
  session_->commit();
}

void Transaction::rollback() {
  require_active("ROLLBACK");
  session_->rollback();
}

Savepoint::~Savepoint() {
  if (!open_ || !is_open(*session_, transaction_, number_)) return;
  try {
    session_->rollback_savepoint(number_);
  } catch (const Error&) {
    // Only a broken connection gets here, and it undoes everything.
  }
}

void Savepoint::release() {
  if (!open_ || !is_open(*session_, transaction_, number_))
    throw UsageError{"the savepoint has ended already, or something around it has", {}, "RELEASE SAVEPOINT"};
  if (session_->savepoints().back() != number_)
    throw UsageError{"a savepoint inside this one is still open: end that first", {}, "RELEASE SAVEPOINT"};
  if (session_->transaction_failed()) refuse_failed(*session_, "RELEASE SAVEPOINT");
  session_->release_savepoint(number_);
  open_ = false;
}

void Savepoint::rollback() {
  if (!open_ || !is_open(*session_, transaction_, number_))
    throw UsageError{
        "the savepoint has ended already, or something around it has", {}, "ROLLBACK TO SAVEPOINT"};
  session_->rollback_savepoint(number_);
  open_ = false;
}

}  // namespace schemac
