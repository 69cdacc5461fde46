// Constraints that are added to what is in use.
#include <array>

#include "review/rules/rules.hpp"

namespace schemac::compiler::review {
namespace {

using enum support::Severity;
using enum Scope;
using sql::Act;
using sql::Action;

bool reads_rows(const Action& action, const Situation&) {
  return !action.not_valid;
}
bool was_added_here(const Action& action, const Situation& situation) {
  return situation.not_valid.contains({action.object, action.name});
}

constexpr std::array<Rule, 6> kRules = {{
    {"SC7020", error, in_use, Act::add_check, reads_rows, "adds a check that reads every row at once",
     "nobody reads or writes {object} meanwhile",
     "add it NOT VALID, then VALIDATE CONSTRAINT in a transaction of its own", "SC5005"},
    {"SC7021", error, in_use, Act::add_foreign_key, reads_rows,
     "adds a foreign key that reads every row at once",
     "nobody writes {object} or the table that it refers to meanwhile",
     "add it NOT VALID, then VALIDATE CONSTRAINT in a transaction of its own", "SC5005"},
    {"SC7022", error, in_use, Act::add_key, reads_rows, "adds a key, whose index is built at once",
     "nobody reads or writes {object} meanwhile",
     "CREATE UNIQUE INDEX CONCURRENTLY first, then ADD CONSTRAINT … USING INDEX", "SC5005"},
    {"SC7023", error, in_use, Act::add_exclusion, nullptr, "adds an exclusion constraint",
     "its index is built at once: nobody reads or writes {object} meanwhile",
     "PostgreSQL has no other way: say `-- hazard SC5005: why` above the statement, and run it when few wait",
     "SC5005"},
    {"SC7024", error, every, Act::validate, was_added_here,
     "validates `{name}` in the transaction that adds it",
     "the lock of ADD CONSTRAINT is kept while every row is read",
     "COMMIT between the two, or put them in two steps", "SC5005"},
    {"SC7025", error, every, Act::add_domain_check, reads_rows,
     "adds a constraint to the domain type {object}, which reads every table that uses it",
     "nobody writes those tables meanwhile",
     "add it NOT VALID, then VALIDATE CONSTRAINT in a transaction of its own", "SC5005"},
}};

}  // namespace

std::span<const Rule> constraint_rules() {
  return kRules;
}

}  // namespace schemac::compiler::review
