// TLS with real certificates: who is to be verified is verified, and what is wrong with a certificate is
// said.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "schemac/codec/scalars.hpp"
#include "schemac/database.hpp"
#include "schemac/error.hpp"
#include "support/people.hpp"
#include "support/postgres.hpp"

namespace schemac {
namespace {

using compiler::scratch::ScratchServer;
using testing::caught;
using testing::contains;

/// A loopback address that no other server of these tests has: all listen on the same port.
std::string own_address() {
  const int pid = ::getpid();
  return "127.77." + std::to_string(pid / 250 % 250 + 1) + "." + std::to_string(pid % 250 + 1);
}

/// A server with a certificate for db.example, and the authority that has signed it.
class TlsServer {
 public:
  TlsServer() {
    const std::string key = " -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    for (const char* authority : {"ca", "other"})
      run("openssl req -x509" + key + " -days 2 -subj /CN=" + authority + " -keyout " + authority +
          ".key -out " + authority + ".pem");
    run("openssl req" + key +
        " -subj /CN=db.example -addext subjectAltName=DNS:db.example"
        " -keyout server.key -out server.csr");
    run("openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -copy_extensions "
        "copy"
        " -out server.pem");
    run("chmod 600 server.key && chown --reference=data server.key");
    std::ofstream{server_.folder() + "/data/pg_hba.conf", std::ios::app} << "hostssl all all " << address_
                                                                         << "/32 trust\n";
    server_.run_sql("postgres", "ALTER SYSTEM SET ssl_cert_file = '" + file("server.pem") + "'");
    server_.run_sql("postgres", "ALTER SYSTEM SET ssl_key_file = '" + file("server.key") + "'");
    server_.run_sql("postgres", "ALTER SYSTEM SET ssl = on");
    server_.run_sql("postgres", "SELECT pg_reload_conf()");
  }

  std::string file(const std::string& name) const { return server_.folder() + "/" + name; }

  /// What a program in production is given.
  Config config(const std::string& host, const std::string& tls) const {
    Config config;
    config.environment = Environment::production;
    config.database_url =
        "host=" + host + " hostaddr=" + address_ + " port=5432 user=postgres dbname=postgres" + tls;
    config.pool.min = 1;
    config.pool.max = 2;
    config.pool.acquire_ms = 1'000;
    return config;
  }

  std::string verified_by(const std::string& authority) const {
    return " sslmode=verify-full sslrootcert=" + file(authority);
  }

 private:
  void run(const std::string& command) const {
    const std::string line = "cd " + server_.folder() + " && { " + command + "; } 2>openssl.log";
    if (std::system(line.c_str()) != 0) throw std::runtime_error{"failed: " + command};
  }

  const std::string address_ = own_address();
  ScratchServer server_{{{"listen_addresses", address_}}};
};

const TlsServer& tls() {
  static const TlsServer server;
  return server;
}

/// Whether the connection is encrypted, and with which version.
std::string used(const Config& config) {
  Database db = Database::open(config);
  return db.read([](Executor& on) {
    const Result result =
        on.execute("SELECT ssl::text || ' ' || version FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
    return RowReader{result, 0}.next<std::string>();
  });
}

std::string refusal(const Config& config) {
  return caught<ConnectionError>([&] { (void)Database::open(config); }).what();
}

TEST(Tls, verifies_the_server_with_the_authority_that_has_signed_it) {
  EXPECT_EQ(used(tls().config("db.example", tls().verified_by("ca.pem"))), "true TLSv1.3");
}

TEST(Tls, is_used_outside_development_without_being_asked_for) {
  EXPECT_EQ(used(tls().config("db.example", "")), "true TLSv1.3");
}

TEST(Tls, refuses_a_server_that_another_authority_has_signed) {
  const std::string error = refusal(tls().config("db.example", tls().verified_by("other.pem")));
  EXPECT_TRUE(contains(error, "certificate verify failed")) << error;
}

TEST(Tls, refuses_a_server_with_the_certificate_of_another_host) {
  const std::string error = refusal(tls().config("imposter.example", tls().verified_by("ca.pem")));
  EXPECT_TRUE(contains(error, "does not match host name \"imposter.example\"")) << error;
}

TEST(Tls, names_an_authority_that_is_not_there) {
  const std::string error = refusal(tls().config("db.example", tls().verified_by("nothing.pem")));
  EXPECT_TRUE(contains(error, "nothing.pem\" does not exist")) << error;
}

TEST(Tls, refuses_a_server_without_it_outside_development) {
  ScratchServer plain{{{"listen_addresses", "127.78.0.1"}}};
  Config config = tls().config("127.78.0.1", "");
  config.database_url = "host=127.78.0.1 port=5432 user=postgres dbname=postgres";
  const std::string error = refusal(config);
  EXPECT_TRUE(contains(error, "server does not support SSL, but SSL was required")) << error;
  ::setenv("PGSSLMODE", "prefer", 1);
  const std::string mistake = caught<ConfigError>([&] { (void)Database::open(config); }).what();
  ::unsetenv("PGSSLMODE");
  EXPECT_TRUE(contains(mistake, "does without TLS outside development")) << mistake;
}

}  // namespace
}  // namespace schemac
