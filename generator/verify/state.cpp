// The database with rows is a copy of the one without, in which every object has the same oid.
#include "verify/state.hpp"

#include "schemac/connection.hpp"
#include "verify/row_maker.hpp"

namespace schemac::compiler::verify {
namespace {

/// As one transaction.
std::string loaded(scratch::ScratchServer& server, const Database& database, const std::string& sql) {
  Connection{database.url()}.execute_script(sql);
  return server.pg_dump_schema(database.name());
}

Contents with_rows(const Database& database) {
  make_rows(database.url());
  return database.contents();
}

}  // namespace

State::State(scratch::ScratchServer& server, const std::string& sql)
    : empty_{server},
      dump_{loaded(server, empty_, sql)},
      filled_{server, empty_.name()},
      contents_{with_rows(filled_)} {}

}  // namespace schemac::compiler::verify
