// The seam to libpqxx 7.x (Debian 13, Ubuntu 24.04). That version takes over a PGconn of ours
// (seize_raw_connection) and never reconnects. Our CI has libpqxx 6.4 and does not build this file.
#include <libpq-fe.h>

#include <pqxx/pqxx>

#include "connect.hpp"
#include "driver/link.hpp"
#include "driver/link_errors.hpp"

namespace schemac {
namespace {

template <pqxx::write_policy access>
std::unique_ptr<pqxx::transaction_base> start(pqxx::connection& connection, Isolation isolation) {
  switch (isolation) {
    case Isolation::read_committed:
      return std::make_unique<pqxx::transaction<pqxx::isolation_level::read_committed, access>>(connection);
    case Isolation::repeatable_read:
      return std::make_unique<pqxx::transaction<pqxx::isolation_level::repeatable_read, access>>(connection);
    case Isolation::serializable:
      return std::make_unique<pqxx::transaction<pqxx::isolation_level::serializable, access>>(connection);
  }
  return nullptr;
}

}  // namespace

struct Link::Implementation {
  /// The seized connection closes `handle` in its destructor.
  explicit Implementation(pg_conn* handle) : connection{pqxx::connection::seize_raw_connection(handle)} {}

  pqxx::connection connection;
  std::unique_ptr<pqxx::transaction_base> transaction;
};

Link::Link(const std::string& connection_string) {
  handle_ = open_connection(connection_string);
  implementation_ = std::make_unique<Implementation>(handle_);
}

Link::~Link() = default;

void Link::begin(Isolation isolation, bool read_only) {
  VerboseMessages verbose{handle_};
  with_our_errors("BEGIN", [&] {
    auto& connection = implementation_->connection;
    implementation_->transaction = read_only ? start<pqxx::write_policy::read_only>(connection, isolation)
                                             : start<pqxx::write_policy::read_write>(connection, isolation);
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
