// A PgBouncer in transaction mode for tests.
#include "support/pgbouncer.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "scratch/process.hpp"
#include "support/waiting.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

void give_to_everybody(const std::string& folder) {
  fs::permissions(folder, fs::perms::all);  // as root we run it as another user
}

}  // namespace

PgBouncer::PgBouncer(const compiler::scratch::ScratchServer& server, int server_connections)
    : folder_{server.folder() + "/pgbouncer"} {
  fs::create_directory(folder_);
  give_to_everybody(folder_);
  std::ofstream{folder_ + "/pgbouncer.ini"}
      << "[databases]\n* = host=" << server.folder()
      << " port=5432 user=postgres\n[pgbouncer]\nlisten_addr =\n"
      << "listen_port = 6432\nunix_socket_dir = " << folder_ << "\nauth_type = any\npool_mode = transaction\n"
      << "default_pool_size = " << server_connections << "\nquery_wait_timeout = 1\nserver_login_retry = 1\n"
      << "ignore_startup_parameters = extra_float_digits\n";
  start();
}

PgBouncer::~PgBouncer() {
  stop();
}

std::string PgBouncer::connection_string() const {
  return "host=" + folder_ + " port=6432 user=postgres dbname=postgres";
}

void PgBouncer::start() {
  std::vector<std::string> command{"pgbouncer", "--quiet", folder_ + "/pgbouncer.ini"};
  if (::geteuid() == 0)
    command.insert(command.begin(),
                   {"setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"});
  process_ = compiler::scratch::start(command, folder_, {});
  if (!eventually([&] { return fs::exists(folder_ + "/.s.PGSQL.6432"); }))
    throw compiler::scratch::ScratchError{"pgbouncer did not start"};
}

void PgBouncer::stop() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
  process_ = -1;
  fs::remove(folder_ + "/.s.PGSQL.6432");
}

}  // namespace schemac::testing
