// A database of its own for each test, on whatever server is at hand.
#pragma once

#include <string>

namespace schemac::testing {

/// `ScratchDatabase database; migrate::up(database.url(), chanuka::migrations());`. Empty at first, and
/// dropped at the end, with whoever is still connected to it.
class ScratchDatabase {
 public:
  /// Makes it on the server that `server_url` leads to, whose role may create databases. Throws what
  /// connecting and executing throw.
  explicit ScratchDatabase(const std::string& server_url);
  /// On the server that the environment's SCHEMAC_TEST_URL names; throws UsageError without it.
  ScratchDatabase();
  ~ScratchDatabase();
  ScratchDatabase(const ScratchDatabase&) = delete;
  ScratchDatabase& operator=(const ScratchDatabase&) = delete;

  /// For Connection, migrate::up() and Config::database_url.
  const std::string& url() const { return url_; }

  /// Executes a file of SQL, such as generated/schema.sql, as one transaction.
  void run_file(const std::string& path) const;

 private:
  std::string server_url_;
  std::string name_;
  std::string url_;
};

}  // namespace schemac::testing
