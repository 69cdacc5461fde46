// The seam to libpqxx, which owns the connection and its transactions. One implementation for each of its
// major versions, chosen by CMake: link_pqxx6.cpp and link_pqxx7.cpp; nothing outside this folder sees
// libpqxx.
#pragma once

#include <memory>
#include <string>

#include "schemac/transaction.hpp"

struct pg_conn;  // libpq's PGconn

namespace schemac {

class Link {
 public:
  /// Throws ConnectionError, and UsageError for a malformed string.
  explicit Link(const std::string& connection_string);
  ~Link();
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;

  /// libpq's connection, for statements and their binary results. It lives as long as this and is never
  /// replaced: libpqxx does not reconnect on its own here.
  pg_conn* handle() const noexcept { return handle_; }

  /// REQUIRES: no transaction is open. Throws ConnectionError, QueryError.
  void begin(Isolation isolation, bool read_only);

  /// REQUIRES: a transaction is open, and the server has not failed it. It has ended afterwards, whatever is
  /// thrown: what a deferred constraint raises, or CommitUnknown.
  void commit();

  /// Ends the transaction, if there is one.
  void rollback() noexcept;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
  pg_conn* handle_ = nullptr;
};

}  // namespace schemac
