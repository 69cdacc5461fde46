// Columns of tables that are in use.
#include <array>

#include "objects/type_change.hpp"
#include "review/rules/rules.hpp"

namespace schemac::compiler::review {
namespace {

using enum support::Severity;
using enum Scope;
using sql::Act;
using sql::Action;

bool is_required(const Action& action, const Situation&) {
  return action.column.not_null && !action.column.has_default && !action.column.computed;
}
bool has_volatile_default(const Action& action, const Situation&) {
  return action.column.volatile_default;
}
bool is_computed(const Action& action, const Situation&) {
  return action.column.computed;
}
bool may_hold_null(const Action& action, const Situation& situation) {
  return !situation.never_null.contains({action.object, action.name});
}
bool rewrites(const Action& action, const Situation& situation) {
  const std::string before =
      situation.type_before ? situation.type_before(action.object, action.name) : std::string();
  return before.empty() || !objects::keeps_bytes(before, action.other);
}

constexpr std::array<Rule, 8> kRules = {{
    {"SC7010", error, in_use, Act::add_column, is_required,
     "adds `{name}`, which is NOT NULL, without a default", "fails as soon as the table has a row",
     "give it a DEFAULT, or add it as NULL, fill it, and make it NOT NULL in a later step", "SC5006"},
    {"SC7011", error, in_use, Act::add_column, has_volatile_default,
     "adds `{name}` with a default that differs from row to row",
     "every row is written anew, and nobody reads or writes {object} meanwhile",
     "add it without, then ALTER COLUMN {name} SET DEFAULT …, and fill the old rows in batches", "SC5004"},
    {"SC7012", error, in_use, Act::add_column, is_computed, "adds `{name}`, which is computed for every row",
     "every row is written anew, and nobody reads or writes {object} meanwhile",
     "add a plain column, let a trigger or the program fill it, and the old rows in batches", "SC5004"},
    {"SC7013", error, in_use, Act::set_not_null, may_hold_null, "makes `{name}` NOT NULL",
     "every row is read, and nobody reads or writes {object} meanwhile",
     "first ADD CONSTRAINT … CHECK ({name} IS NOT NULL) NOT VALID, then VALIDATE CONSTRAINT in a transaction "
     "of "
     "its own: SET NOT NULL believes that",
     "SC5005"},
    {"SC7014", error, in_use, Act::set_type, rewrites, "changes the type of `{name}` to {other}",
     "every row is written anew, and nobody reads or writes {object} meanwhile",
     "add a column of the new type, fill it in batches, and drop the old one later", "SC5004"},
    {"SC7015", error, in_use, Act::drop_column, nullptr, "drops the column `{name}` of {object}",
     "its values are lost, and a running program that still reads it fails",
     "first release a program that does not use it; then say `-- hazard SC5002: why` above the statement",
     "SC5002"},
    {"SC7016", warning, in_use, Act::drop_not_null, nullptr, "lets `{name}` be NULL",
     "a running program may not expect it", "first release a program that reads NULL"},
    {"SC7017", warning, in_use, Act::rename_column, nullptr, "renames `{name}` to `{other}`",
     "a running program that still uses the old name fails",
     "add the new column, write both, and drop the old one when no program uses it"},
}};

}  // namespace

std::span<const Rule> column_rules() {
  return kRules;
}

}  // namespace schemac::compiler::review
