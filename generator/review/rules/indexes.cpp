// Indexes, materialized views and partitions: what can be done beside the running program.
#include <array>

#include "review/rules/rules.hpp"

namespace schemac::compiler::review {
namespace {

using enum support::Severity;
using enum Scope;
using sql::Act;
using sql::Action;

bool is_blocking(const Action& action, const Situation&) {
  return !action.concurrently;
}
bool is_new_to_it(const Action& action, const Situation& situation) {
  return !situation.own_tables.contains(action.name);
}

constexpr std::array<Rule, 6> kRules = {{
    {"SC7030", error, in_use, Act::create_index, is_blocking, "builds an index on {object} at once",
     "nobody writes the table meanwhile", "CREATE INDEX CONCURRENTLY, in a step without a transaction",
     "SC5005"},
    {"SC7031", error, every, Act::drop_index, is_blocking, "drops the index {object} at once",
     "waits for all who use the table, and everybody after it waits with it",
     "DROP INDEX CONCURRENTLY, in a step without a transaction", "SC5005"},
    {"SC7032", error, every, Act::reindex, is_blocking, "builds an index anew at once",
     "nobody writes the table meanwhile, or reads through the index",
     "REINDEX … CONCURRENTLY, in a step without a transaction", "SC5005"},
    {"SC7033", error, every, Act::refresh_view, is_blocking, "refreshes {object} at once",
     "nobody reads it meanwhile",
     "REFRESH MATERIALIZED VIEW CONCURRENTLY, which a unique index makes possible", "SC5009"},
    {"SC7034", warning, in_use, Act::attach_partition, is_new_to_it,
     "attaches {name}, whose rows are all read", "nobody reads or writes that table meanwhile",
     "add a CHECK of the bounds to it first, NOT VALID, and validate it: ATTACH believes that", "SC5005"},
    {"SC7035", error, in_use, Act::detach_partition, is_blocking, "detaches {name} at once",
     "waits for all who use {object}, and everybody after it waits with it",
     "DETACH PARTITION … CONCURRENTLY, in a step without a transaction", "SC5005"},
}};

}  // namespace

std::span<const Rule> index_rules() {
  return kRules;
}

}  // namespace schemac::compiler::review
