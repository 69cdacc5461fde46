// A throw-away PostgreSQL server. How it dies with us: a guard (a shell in a session of its own) reads from a
// pipe that only this program holds open. However this program ends, SIGKILL included, the kernel closes the
// pipe, and the guard stops the server and removes the folder.
#include "scratch/server.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "scratch/process.hpp"

namespace schemac::compiler::scratch {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::string_view kInstalledUnder = "/usr/lib/postgresql";
constexpr auto kStartDeadline = 60s;
constexpr auto kStopDeadline = 10s;

/// $1 is the scratch folder. It waits until its input ends. A folder that is gone was cleaned up in the
/// regular way; the second removal is for an initdb or a server that was still writing. The server is stopped
/// through its own pid file, so that a reused pid is never hit.
constexpr const char* kGuardScript = R"(cat >/dev/null
[ -d "$1" ] || exit 0
pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
[ -n "$pid" ] || { sleep 1; pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null); }
[ -n "$pid" ] && kill -QUIT "$pid" 2>/dev/null
n=0
while [ -n "$pid" ] && [ $n -lt 50 ] && kill -0 "$pid" 2>/dev/null; do sleep 0.1; n=$((n+1)); done
rm -rf "$1"
[ -d "$1" ] || [ -z "$pid" ] && { sleep 2; rm -rf "$1"; }
exit 0)";

/// Quick before safe: nothing of this outlives the program.
const ScratchServer::Settings kSettings{
    {"listen_addresses", ""},
    {"port", "5432"},
    {"fsync", "off"},
    {"synchronous_commit", "off"},
    {"full_page_writes", "off"},
    {"autovacuum", "off"},
    {"max_connections", "100"},
    {"jit", "off"},
    {"timezone", "UTC"},
    {"log_line_prefix", ""},
    {"log_min_messages", "notice"},
    {"log_checkpoints", "off"},
};

[[noreturn]] void fail_with_errno(const std::string& doing) {
  throw ScratchError{doing + ": " + std::strerror(errno)};
}

/// A program runs as the user `postgres` when we are root; setpriv replaces itself by the program, so that
/// its pid is ours to wait for.
std::vector<std::string> unprivileged(std::vector<std::string> command) {
  if (::geteuid() != 0) return command;
  std::vector<std::string> full{"setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"};
  full.insert(full.end(), command.begin(), command.end());
  return full;
}

void give_to_server_user(const std::string& folder) {
  if (::geteuid() != 0) return;
  // The reentrant form: several threads may start a server of their own at once.
  passwd entry{};
  passwd* user = nullptr;
  std::array<char, 4096> strings{};
  if (int error = ::getpwnam_r("postgres", &entry, strings.data(), strings.size(), &user); error != 0) {
    errno = error;
    fail_with_errno("cannot look up the user `postgres`");
  }
  if (user == nullptr)
    throw ScratchError{
        "PostgreSQL does not run as root, and there is no user `postgres`: install postgresql"};
  if (::chown(folder.c_str(), user->pw_uid, user->pw_gid) != 0) fail_with_errno("cannot chown " + folder);
}

std::string make_folder() {
  // A unix socket's path has at most 107 bytes, so a long TMPDIR will not do.
  const char* base = std::getenv("TMPDIR");
  std::string pattern = base != nullptr && *base != '\0' && std::strlen(base) < 60 ? base : "/tmp";
  pattern += "/schemac-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) fail_with_errno("cannot make a folder like " + pattern);
  return pattern;
}

std::string run_or_throw(const std::vector<std::string>& command, const std::string& folder) {
  Finished finished = run(command, folder);
  if (finished.status == 0) return finished.output;
  auto separator = std::find(command.begin(), command.end(), "--");  // setpriv's own arguments end here
  std::string name = fs::path{separator == command.end() ? command.front() : separator[1]}.filename();
  throw ScratchError{name + " failed with status " + std::to_string(finished.status) + ":\n" +
                     finished.errors + finished.output};
}

std::string checked_name(std::string_view name) {
  bool plain = !name.empty() && name.size() < 64 && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (!plain) throw ScratchError{"not a plain database name: \"" + std::string{name} + "\""};
  return std::string{"\""}.append(name).append("\"");
}

int version_of(const fs::path& folder) {
  std::string name = folder.filename();
  int version = -1;
  std::from_chars(name.data(), name.data() + name.size(), version);
  return version;
}

/// Waits for a child that is about to end. False if it is still there at the deadline.
bool reap(pid_t pid, std::chrono::milliseconds deadline) noexcept {
  auto end = std::chrono::steady_clock::now() + deadline;
  for (;;) {
    pid_t done = ::waitpid(pid, nullptr, WNOHANG);
    if (done == pid || (done < 0 && errno != EINTR)) return true;
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(2ms);
  }
}

}  // namespace

std::string server_programs() {
  if (const char* chosen = std::getenv("SCHEMAC_PG_BINDIR"); chosen != nullptr && *chosen != '\0') {
    if (fs::exists(fs::path{chosen} / "initdb")) return chosen;
    throw ScratchError{"SCHEMAC_PG_BINDIR is " + std::string{chosen} + ", which holds no initdb"};
  }
  int newest = -1;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator{kInstalledUnder, ignored})
    if (fs::exists(entry.path() / "bin" / "initdb")) newest = std::max(newest, version_of(entry.path()));
  if (newest >= 0) return std::string{kInstalledUnder} + "/" + std::to_string(newest) + "/bin";
  try {
    std::string answer = run({"pg_config", "--bindir"}, "/").output;
    answer.resize(answer.find_last_not_of('\n') + 1);
    if (!answer.empty() && fs::exists(fs::path{answer} / "initdb")) return answer;
  } catch (const std::system_error&) {  // no pg_config: the message below says what to do
  }
  throw ScratchError{"no PostgreSQL server programs under " + std::string{kInstalledUnder} +
                     " or where pg_config points: install postgresql, or set SCHEMAC_PG_BINDIR"};
}

ScratchServer::ScratchServer(const Settings& settings) : settings_{settings} {
  open([this] { make_cluster(); });
}

ScratchServer::ScratchServer(const ScratchServer& primary, const Settings& settings) : settings_{settings} {
  open([&] { copy_cluster(primary); });
}

ScratchServer::~ScratchServer() {
  close();
}

void ScratchServer::open(const std::function<void()>& make_data) {
  try {
    programs_ = server_programs();
    folder_ = make_folder();
    start_guard();
    give_to_server_user(folder_);
    fs::permissions(folder_, fs::perms{0755});  // as root, our own tools reach the socket as another user
    make_data();
    start_again();
  } catch (const std::system_error& error) {
    close();
    throw ScratchError{error.what()};
  } catch (...) {
    close();
    throw;
  }
}

void ScratchServer::start_again() {
  start_server();
  wait_until_ready();
}

void ScratchServer::stop(int signal) {
  ::kill(server_, signal);
  if (!reap(server_, kStopDeadline)) throw ScratchError{"the scratch server did not stop"};
  server_ = -1;
}

void ScratchServer::start_guard() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail_with_errno("cannot make a pipe");
  guard_pipe_ = ends[1];
  try {
    guard_ =
        start({"/bin/sh", "-c", kGuardScript, "schemac-scratch-guard", folder_}, "/", {.input = ends[0]});
  } catch (...) {
    ::close(ends[0]);
    throw;
  }
  ::close(ends[0]);
}

void ScratchServer::make_cluster() {
  run_or_throw(
      unprivileged({tool("initdb"), "--pgdata=" + folder_ + "/data", "--username=postgres", "--auth=trust",
                    "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"}),
      folder_);
}

void ScratchServer::copy_cluster(const ScratchServer& primary) {
  run_or_throw(
      unprivileged({tool("pg_basebackup"), "--pgdata=" + folder_ + "/data", "--host=" + primary.folder(),
                    "--username=postgres", "--write-recovery-conf", "--checkpoint=fast", "--no-sync"}),
      folder_);
}

void ScratchServer::start_server() {
  std::vector<std::string> command{tool("postgres"), "-D", folder_ + "/data", "-c",
                                   "unix_socket_directories=" + folder_};
  for (const Settings* list : std::initializer_list<const Settings*>{&kSettings, &settings_})
    for (const auto& [name, value] : *list) {
      command.emplace_back("-c");
      command.push_back(name + "=" + value);
    }
  int log = ::open((folder_ + "/log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (log < 0) fail_with_errno("cannot write " + folder_ + "/log");
  try {
    server_ = start(unprivileged(std::move(command)), folder_, {.output = log, .errors = log});
  } catch (...) {
    ::close(log);
    throw;
  }
  ::close(log);
}

/// The eighth line of postmaster.pid is the server's own report of its state, which is what pg_ctl goes by as
/// well.
void ScratchServer::wait_until_ready() {
  auto deadline = std::chrono::steady_clock::now() + kStartDeadline;
  while (std::chrono::steady_clock::now() < deadline) {
    std::ifstream file{folder_ + "/data/postmaster.pid"};
    std::string line;
    for (int i = 0; i < 8 && std::getline(file, line); ++i) {
    }
    if (line.starts_with("ready")) return;
    if (::waitpid(server_, nullptr, WNOHANG) == server_) {
      server_ = -1;
      throw ScratchError{"the scratch server (" + programs_ + "/postgres) did not start; its log ends:\n" +
                         log_tail()};
    }
    std::this_thread::sleep_for(5ms);
  }
  throw ScratchError{"the scratch server was not ready after 60 s; its log ends:\n" + log_tail()};
}

/// SIGQUIT: the server has nothing worth a clean shutdown.
bool ScratchServer::stop_server() noexcept {
  if (server_ <= 0) return true;
  ::kill(server_, SIGQUIT);
  bool stopped = reap(server_, kStopDeadline);
  if (!stopped) {
    ::kill(server_, SIGKILL);
    stopped = reap(server_, kStopDeadline);
  }
  server_ = -1;
  return stopped;
}

/// The folder goes before the pipe closes, so that the guard finds nothing left to do; where we fail, it
/// tries again.
void ScratchServer::close() noexcept {
  stop_server();
  if (!folder_.empty()) {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  if (guard_pipe_ >= 0) ::close(std::exchange(guard_pipe_, -1));
  if (guard_ > 0) reap(std::exchange(guard_, -1), kStopDeadline);
}

std::string ScratchServer::log_tail() const {
  std::ifstream file{folder_ + "/log", std::ios::binary};
  std::ostringstream text;
  text << file.rdbuf();
  std::string log = std::move(text).str();
  constexpr std::size_t kMost = 2000;
  return log.size() <= kMost ? log : "… " + log.substr(log.size() - kMost);
}

std::string ScratchServer::connection_string(std::string_view database) const {
  return "host=" + folder_ + " port=5432 user=postgres dbname=" + std::string{database};
}

std::vector<std::string> ScratchServer::psql(std::string_view database) const {
  return {tool("psql"),    "--no-psqlrc",
          "--quiet",       "--set=ON_ERROR_STOP=1",
          "--no-password", "--dbname=" + connection_string(database)};
}

void ScratchServer::create_database(std::string_view name, std::string_view copy_of) {
  run_sql("postgres", "CREATE DATABASE " + checked_name(name) + " TEMPLATE " + checked_name(copy_of) +
                          " STRATEGY FILE_COPY");
}

void ScratchServer::drop_database(std::string_view name) {
  run_sql("postgres", "DROP DATABASE IF EXISTS " + checked_name(name) + " WITH (FORCE)");
}

std::string ScratchServer::run_sql_file(std::string_view database, const std::string& path) {
  std::vector<std::string> command = psql(database);
  command.push_back("--file=" + fs::absolute(path).string());
  return run_or_throw(command, folder_);
}

std::string ScratchServer::run_sql(std::string_view database, const std::string& sql) {
  std::vector<std::string> command = psql(database);
  command.insert(command.end(), {"--no-align", "--tuples-only", "--command=" + sql});
  return run_or_throw(command, folder_);
}

std::string ScratchServer::pg_dump_schema(std::string_view database) {
  std::string dump = run_or_throw(
      {tool("pg_dump"), "--schema-only", "--no-password", "--dbname=" + connection_string(database)},
      folder_);
  // Later minor releases add a random key to \restrict lines; both that and the versions would make two equal
  // dumps differ.
  std::istringstream lines{dump};
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    bool varies = line.starts_with("-- Dumped ") || line.starts_with("\\restrict ") ||
                  line.starts_with("\\unrestrict ");
    if (!varies) result += line + "\n";
  }
  return result;
}

}  // namespace schemac::compiler::scratch
