// Transactions, locks that are waited for, and what a statement is as a whole.
#include <algorithm>
#include <array>

#include "review/rules/rules.hpp"
#include "sql/lexical.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::review {
namespace {

using enum support::Severity;
using enum Scope;
using sql::Act;
using sql::Action;

bool uses_added_value(const Action&, const Situation& situation) {
  const auto& literals = situation.statement->literals;
  return std::any_of(literals.begin(), literals.end(),
                     [&](const std::string& literal) { return situation.added_values.contains(literal); });
}

bool waits(const Action& action, const Situation& situation) {
  static constexpr std::array<Act, 6> kWaitForNobody = {Act::create_table,  Act::define_column,
                                                        Act::write_all,     Act::add_enum_value,
                                                        Act::drop_database, Act::stands_alone};
  return !action.object.empty() && !situation.own_tables.contains(action.object) &&
         std::find(kWaitForNobody.begin(), kWaitForNobody.end(), action.act) == kWaitForNobody.end();
}

bool waits_for_ever(const Action&, const Situation& situation) {
  const auto& actions = situation.statement->actions;
  return !situation.lock_timeout && std::any_of(actions.begin(), actions.end(), [&](const Action& action) {
    return waits(action, situation);
  });
}

bool is_left_open(const Action&, const Situation& situation) {
  return !situation.is_ended_later;
}
bool is_nested(const Action&, const Situation& situation) {
  return situation.in_transaction;
}
bool ends_nothing(const Action&, const Situation& situation) {
  return !situation.has_begun;
}

bool cannot_be_undone(const Action&, const Situation& situation) {
  const auto& actions = situation.statement->actions;
  return situation.in_transaction && std::any_of(actions.begin(), actions.end(), [](const Action& action) {
           const bool refresh = action.act == Act::refresh_view;
           return (action.concurrently && !refresh) || action.act == Act::stands_alone ||
                  action.act == Act::drop_database;
         });
}

bool holds_long_name(const Action&, const Situation& situation) {
  const std::string_view text = situation.text;
  for (std::size_t at = sql::blank_end(text, 0); at < text.size();) {
    const std::size_t end = std::max(sql::token_end(text, at), at + 1);
    const std::size_t quotes = text[at] == '"' ? 2 : 0;
    const bool is_text = text[at] == '\'' || text[at] == '$';
    if (!is_text && end - at > support::kMaxIdentifierBytes + quotes) return true;
    at = sql::blank_end(text, end);
  }
  return false;
}

constexpr std::array<Rule, 7> kRules = {{
    {"SC7050",
     error,
     every,
     {},
     uses_added_value,
     "uses an enum value in the transaction that adds it",
     "PostgreSQL refuses that until the transaction is committed",
     "add the value in a step of its own, before this one"},
    {"SC7051",
     error,
     every,
     {},
     waits_for_ever,
     "waits for a lock without a limit",
     "while it waits, everybody who comes later waits with it",
     "SET lock_timeout = '3s' at the top of the script; the runner tries again",
     {},
     true},
    {"SC7052", error, every, Act::begin, is_left_open, "begins a transaction that is never ended",
     "its locks are kept, and in the end nothing is done", "write the COMMIT"},
    {"SC7053", error, every, Act::begin, is_nested, "begins a transaction within a transaction",
     "PostgreSQL only warns, and the first COMMIT ends both", "leave it away"},
    {"SC7054", error, every, Act::end, ends_nothing, "ends a transaction that the script has not begun",
     "what the runner has recorded is undone, or comes too early", "leave it away"},
    {"SC7055",
     error,
     every,
     {},
     cannot_be_undone,
     "cannot be in a transaction",
     "PostgreSQL refuses it there",
     "a step of its own, marked `-- no transaction`, with a probe"},
    {"SC7056",
     error,
     every,
     {},
     holds_long_name,
     "holds a name of more than 63 bytes",
     "PostgreSQL cuts it without an error",
     "a shorter name"},
}};

}  // namespace

std::span<const Rule> transaction_rules() {
  return kRules;
}

}  // namespace schemac::compiler::review
