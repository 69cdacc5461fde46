// The seam to libpqxx 6.4 (Debian 12, Ubuntu 22.04). That version hides the PGconn, but lets a connection
// policy of the user's open it: ours keeps the handle. It also reconnects silently after a loss, which would
// drop prepared statements and session state: inhibited.
#include <libpq-fe.h>

#include <pqxx/pqxx>

#include "connect.hpp"
#include "driver/link.hpp"
#include "driver/link_errors.hpp"

namespace schemac {
namespace {

/// Opens the connection, once, and remembers it.
class KeepHandle final : public pqxx::connectionpolicy {
 public:
  using pqxx::connectionpolicy::connectionpolicy;

  handle do_startconnect(handle existing) override {
    if (existing == nullptr && kept_ == nullptr) existing = kept_ = open_connection(options());
    return existing;
  }
  handle do_completeconnect(handle existing) override { return existing; }
  handle do_dropconnect(handle existing) noexcept override { return existing; }

  handle kept() const { return kept_; }

 private:
  handle kept_ = nullptr;
};

class KeptConnection final : public pqxx::connection_base {
 public:
  explicit KeptConnection(KeepHandle& policy) : pqxx::connection_base{policy} {
    init();
#include <pqxx/internal/ignore-deprecated-pre.hxx>
    inhibit_reactivation(true);
#include <pqxx/internal/ignore-deprecated-post.hxx>
  }
  ~KeptConnection() {
    close();
  }
};

template <pqxx::readwrite_policy access>
std::unique_ptr<pqxx::dbtransaction> start(pqxx::connection_base& connection, Isolation isolation) {
  switch (isolation) {
    case Isolation::read_committed:
      return std::make_unique<pqxx::transaction<pqxx::read_committed, access>>(connection);
    case Isolation::repeatable_read:
      return std::make_unique<pqxx::transaction<pqxx::repeatable_read, access>>(connection);
    case Isolation::serializable:
      return std::make_unique<pqxx::transaction<pqxx::serializable, access>>(connection);
  }
  return nullptr;
}

}  // namespace

struct Link::Implementation {
  explicit Implementation(const std::string& connection_string)
      : policy{connection_string}, connection{policy} {}

  KeepHandle policy;
  KeptConnection connection;
  std::unique_ptr<pqxx::dbtransaction> transaction;
};

Link::Link(const std::string& connection_string) {
  with_our_errors("connect", [&] { implementation_ = std::make_unique<Implementation>(connection_string); });
  handle_ = implementation_->policy.kept();
}

Link::~Link() = default;

void Link::begin(Isolation isolation, bool read_only) {
  VerboseMessages verbose{handle_};
  with_our_errors("BEGIN", [&] {
    auto& connection = implementation_->connection;
    implementation_->transaction = read_only ? start<pqxx::read_only>(connection, isolation)
                                             : start<pqxx::read_write>(connection, isolation);
  });
}

void Link::commit() {
  VerboseMessages verbose{handle_};
  auto ending = std::move(implementation_->transaction);
  with_our_errors("COMMIT", [&] { ending->commit(); });
}

void Link::rollback() noexcept {
  // Its destructor rolls back and throws nothing.
  implementation_->transaction.reset();
}

}  // namespace schemac
