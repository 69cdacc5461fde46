// What is better made another way from the start.
#include <array>

#include "review/rules/rules.hpp"

namespace schemac::compiler::review {
namespace {

using enum support::Severity;
using enum Scope;
using sql::Act;
using sql::Action;

bool is_char(const Action& action, const Situation&) {
  return action.other.starts_with("character(") || action.other == "character";
}
bool is_varchar(const Action& action, const Situation&) {
  return action.other.starts_with("character varying(");
}
bool is_local_time(const Action& action, const Situation&) {
  return action.other.starts_with("timestamp without time zone");
}
bool is_serial(const Action& action, const Situation&) {
  return action.column.is_serial;
}
bool is_narrow_key(const Action& action, const Situation&) {
  const bool narrow = action.other == "integer" || action.other == "smallint" || action.other == "serial" ||
                      action.other == "smallserial";
  return action.column.is_key && narrow;
}
bool says_no_schema(const Action& action, const Situation&) {
  return action.no_schema;
}
bool says_no_place(const Action& action, const Situation&) {
  return action.other.empty();
}

constexpr Rule column(std::string_view code, Act act, bool (*applies)(const Action&, const Situation&),
                      std::string_view message, std::string_view reason, std::string_view help) {
  return {code, warning, choice, act, applies, message, reason, help};
}

/// Each for CREATE TABLE and for ADD COLUMN.
constexpr std::array<Rule, 12> kRules = [] {
  std::array<Rule, 12> rules{};
  std::size_t next = 0;
  for (const Act act : {Act::define_column, Act::add_column}) {
    rules[next++] = column("SC7060", act, is_char, "`{name}` is char(n)",
                           "values are padded with blanks, which count in some comparisons", "use text");
    rules[next++] =
        column("SC7061", act, is_varchar, "`{name}` is {other}",
               "a smaller limit later locks the table while every row is read",
               "use text, with a CHECK on char_length(), which can be changed beside the program");
    rules[next++] = column("SC7062", act, is_local_time, "`{name}` is a timestamp without time zone",
                           "it means another moment in every time zone", "use timestamptz");
    rules[next++] = column("SC7063", act, is_serial, "`{name}` is serial",
                           "its sequence has rights of its own, and inserts may go past it",
                           "use bigint GENERATED ALWAYS AS IDENTITY");
    rules[next++] = column("SC7064", act, is_narrow_key, "the key `{name}` is {other}",
                           "it runs out of numbers, and to widen a key is a long migration", "use bigint");
  }
  rules[next++] =
      column("SC7065", Act::create_table, says_no_schema, "makes {object} without naming a schema",
             "where it is made depends on the session's search_path", "write {object}");
  rules[next++] =
      column("SC7066", Act::add_enum_value, says_no_place, "adds '{name}' to {object} as the last value",
             "where it sorts was not said", "say BEFORE or AFTER which value");
  return rules;
}();

}  // namespace

std::span<const Rule> type_rules() {
  return kRules;
}

}  // namespace schemac::compiler::review
