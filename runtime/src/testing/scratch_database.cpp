// Scratch databases: their names are random, so that tests may run beside each other on one server.
#include "schemac/testing/scratch_database.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "connection_string.hpp"
#include "schemac/connection.hpp"
#include "schemac/error.hpp"

namespace schemac::testing {
namespace {

std::string server_of_environment() {
  const char* url = std::getenv("SCHEMAC_TEST_URL");
  if (url == nullptr || *url == '\0')
    throw UsageError{
        "a scratch database needs a server: set SCHEMAC_TEST_URL, for example to "
        "postgresql://postgres@localhost/postgres"};
  return url;
}

std::string random_name() {
  std::random_device random;
  std::ostringstream name;
  name << "scratch_" << std::hex << random() << random();
  return name.str();
}

}  // namespace

ScratchDatabase::ScratchDatabase() : ScratchDatabase{server_of_environment()} {}

ScratchDatabase::ScratchDatabase(const std::string& server_url)
    : server_url_{server_url}, name_{random_name()}, url_{with_database(server_url, name_)} {
  Connection{server_url_}.execute("CREATE DATABASE " + name_ + " TEMPLATE template0");
}

ScratchDatabase::~ScratchDatabase() {
  try {
    Connection{server_url_}.execute("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
  } catch (const Error& error) {
    std::fprintf(stderr, "the scratch database %s was not dropped: %s\n", name_.c_str(), error.what());
  }
}

void ScratchDatabase::run_file(const std::string& path) const {
  std::ifstream file{path, std::ios::binary};
  std::ostringstream sql;
  sql << file.rdbuf();
  if (!file) throw UsageError{"cannot read " + path, {}, "run_file"};
  Connection{url_}.execute_script(sql.str());
}

}  // namespace schemac::testing
