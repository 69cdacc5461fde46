// Acting for somebody. A statement on its own goes over the wire together with the one that says for whom, as
// a pipeline with one Sync: the server takes what stands before it as one transaction, and one round trip
// does.
#include "acting.hpp"

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <vector>

#include "schemac/codec/array.hpp"
#include "schemac/codec/scalars.hpp"
#include "schemac/error.hpp"

namespace schemac {
namespace {

using Answer = std::unique_ptr<pg_result, decltype(&PQclear)>;

/// COPY is a conversation, and libpq leads none in a pipeline.
bool is_copy(std::string_view sql) {
  constexpr std::string_view kCopy = "copy";
  const auto begin = sql.find_first_not_of(" \t\n(");
  if (begin == std::string_view::npos || sql.size() - begin < kCopy.size()) return false;
  for (std::size_t i = 0; i < kCopy.size(); ++i)
    if ((sql[begin + i] | 0x20) != kCopy[i]) return false;
  return true;
}

}  // namespace

Parameters parameters_of(const Identity& identity) {
  std::vector<std::string> names;
  std::vector<std::string> values;
  for (const auto& [name, value] : identity.settings) {
    names.push_back(name);
    values.push_back(value);
  }
  if (!identity.role.empty()) {  // the last one, since it may not be allowed to set the others
    names.emplace_back("role");
    values.push_back(identity.role);
  }
  return Parameters{}.add(names).add(values);
}

Result Session::send_acting(std::string_view sql, const Parameters& parameters) {
  if (is_copy(sql)) throw UsageError{"COPY is not a statement to execute", {}, std::string{sql}};
  const Parameters who = parameters_of(*identity_);
  // Two statements, of which a cache of one would forget the first.
  const Statement* acting = statements_.capacity() == 1 ? nullptr : prepared(kActAs, who);
  const Statement* statement = prepared(sql, parameters);
  PQenterPipelineMode(handle());
  const bool sent =
      dispatch(kActAs, who, acting) && dispatch(sql, parameters, statement) && PQpipelineSync(handle()) != 0;
  Answer acted{receive(sent), &PQclear};
  Answer answer{receive(sent), &PQclear};
  Answer ended{receive(sent), &PQclear};
  const bool refused = ended != nullptr && PQresultStatus(ended.get()) == PGRES_FATAL_ERROR;
  if (refused) PQclear(receive(sent));  // a deferred constraint has spoken before the end
  PQexitPipelineMode(handle());
  if (PQresultStatus(acted.get()) != PGRES_TUPLES_OK) fail(acted.release(), kActAs, acting);
  if (refused) fail(ended.release(), sql, statement);
  Result result = checked(answer.release(), sql, statement);
  require_unchanged_transaction(sql);
  return result;
}

}  // namespace schemac
