// A throw-away PostgreSQL server: what we emit is proven by executing it here. Listens on a unix socket in a
// temporary folder only. Nothing survives it: neither its destructor, nor a killed program, leaves a server
// or a folder behind.
#pragma once

#include <sys/types.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schemac::compiler::scratch {

/// A tool or the server failed. The message holds what it printed (the server: the end of its log).
class ScratchError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The folder of the newest PostgreSQL server programs: SCHEMAC_PG_BINDIR if that is set, else the highest
/// version under /usr/lib/postgresql, else what pg_config says. Throws ScratchError, naming these places,
/// when there is none.
std::string server_programs();

class ScratchServer {
 public:
  /// Server settings (`postgresql.conf` names), on top of those that make a scratch server quick.
  using Settings = std::vector<std::pair<std::string, std::string>>;

  /// Makes the cluster (UTF8, C.UTF-8, superuser `postgres`, no password) and returns when the server takes
  /// connections: about a second. Started as root, the server runs as the user `postgres`, since it refuses
  /// root. Throws ScratchError; then nothing is left behind.
  explicit ScratchServer(const Settings& settings = {});

  /// A streaming standby of `primary`, which outlives it; returns when it takes readers. Throws ScratchError.
  explicit ScratchServer(const ScratchServer& primary, const Settings& settings);

  /// Stops the server at once and removes its folder.
  ~ScratchServer();
  ScratchServer(const ScratchServer&) = delete;
  ScratchServer& operator=(const ScratchServer&) = delete;

  /// Connects as the superuser: `host=… port=… user=postgres dbname=…`, for libpq and everything on top of
  /// it.
  std::string connection_string(std::string_view database = "postgres") const;

  /// An empty database, or a copy of another one, to which nobody is connected. REQUIRES: names of lower case
  /// letters, digits and underscores. Throws ScratchError.
  void create_database(std::string_view name, std::string_view copy_of = "template0");

  /// Drops a database even while somebody is connected to it. Throws ScratchError.
  void drop_database(std::string_view name);

  /// Executes a file through psql up to its first error; returns what psql printed. Throws ScratchError with
  /// psql's message.
  std::string run_sql_file(std::string_view database, const std::string& path);

  /// Executes one string of SQL through psql; returns rows as psql's unaligned, tuples-only text. Throws
  /// ScratchError.
  std::string run_sql(std::string_view database, const std::string& sql);

  /// `pg_dump --schema-only` without its version comments and random keys. Throws ScratchError.
  std::string pg_dump_schema(std::string_view database);

  /// Ends the server and waits for that: SIGINT breaks connections off and writes everything down, SIGQUIT is
  /// a crash.
  void stop(int signal);

  /// Starts it again on the same data, and waits until it takes connections. Throws ScratchError.
  void start_again();

  /// The server process, and the folder that holds its socket, data and log.
  pid_t pid() const { return server_; }
  const std::string& folder() const { return folder_; }

 private:
  void open(const std::function<void()>& make_data);
  void make_cluster();
  void copy_cluster(const ScratchServer& primary);
  void start_guard();
  void start_server();
  void wait_until_ready();
  void close() noexcept;
  bool stop_server() noexcept;
  std::string log_tail() const;
  std::string tool(std::string_view name) const { return programs_ + "/" + std::string{name}; }
  std::vector<std::string> psql(std::string_view database) const;

  std::string programs_;  // the folder of initdb, postgres, psql
  std::string folder_;    // empty before it is made
  Settings settings_;     // on top of those of every scratch server
  pid_t server_ = -1;     // our child
  pid_t guard_ = -1;      // our child: cleans up when we die
  int guard_pipe_ = -1;   // open as long as we live; its closing is what the guard waits for
};

}  // namespace schemac::compiler::scratch
