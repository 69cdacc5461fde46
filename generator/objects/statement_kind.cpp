// What changes in OPTIONS is said by SET and DROP; what is added needs no word, in CREATE as in ALTER.
#include "objects/statement_kind.hpp"

#include <algorithm>
#include <map>

#include "model/statement.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Statement;

/// Values by name, of "name=value".
std::map<std::string, std::string> values_of(const std::vector<std::string>& options) {
  std::map<std::string, std::string> values;
  for (const std::string& option : options) {
    const auto equals = option.find('=');
    values.emplace(option.substr(0, equals), option.substr(equals + 1));
  }
  return values;
}

/// What leads from the ones to the others.
std::string difference(const std::vector<std::string>& from, const std::vector<std::string>& to) {
  const auto before = values_of(from);
  const auto after = values_of(to);
  std::string list;
  const auto say = [&](const std::string& change) { list += (list.empty() ? "" : ", ") + change; };
  for (const auto& [name, value] : before) {
    if (!after.contains(name)) say("DROP " + support::quote_identifier(name));
  }
  for (const auto& [name, value] : after) {
    const auto old = before.find(name);
    if (old != before.end() && old->second == value) continue;
    const std::string verb = old == before.end() ? "" : "SET ";
    say(verb + support::quote_identifier(name) + " " + support::quote_literal(value));
  }
  return " OPTIONS (" + list + ")";
}

}  // namespace

std::optional<model::Object> StatementKind::decode(const model::CatalogueRow& row) const {
  std::vector<std::string> options = row.list("options");
  std::sort(options.begin(), options.end());
  return model::Object{{std::string(name_), row.text("schema"), row.text("name"), row.text("part")},
                       Statement{row.text("words"), row.text("sql"), std::move(options)},
                       {},
                       {}};
}

std::string StatementKind::create(const model::Object& object, const std::vector<std::string>&) const {
  const auto& state = object.state.as<Statement>();
  return state.options.empty() ? state.sql : state.sql + difference({}, state.options);
}

std::string StatementKind::drop(const model::Object& object) const {
  return "DROP " + object.state.as<Statement>().words;
}

model::Alteration StatementKind::alter(const model::Object& from, const model::Object& to,
                                       const model::Transition&) const {
  const auto& before = from.state.as<Statement>();
  const auto& after = to.state.as<Statement>();
  if (before.sql != after.sql) return model::Alteration::replace();
  return model::Alteration::in_place(
      {{to.id, "ALTER " + after.words + difference(before.options, after.options)}});
}

}  // namespace schemac::compiler::objects
