// What the server does when something happens, beside triggers: a rule on a table, an event trigger.
#pragma once

#include <string>
#include <string_view>

#include "model/firing.hpp"

namespace schemac::compiler::model {

inline constexpr std::string_view kRuleKind = "rule";
inline constexpr std::string_view kEventTriggerKind = "event_trigger";

/// The state of both kinds.
struct Reaction {
  std::string sql;       ///< the statement that creates it, as the server prints it
  std::string relation;  ///< of rules: the kind of what it is on
  Firing firing = Firing::origin;

  template <class V>
  static void describe(V&& visit) {
    visit("sql", &Reaction::sql);
    visit("relation", &Reaction::relation);
    visit("firing", &Reaction::firing);
  }
  friend bool operator==(const Reaction&, const Reaction&) = default;
};

}  // namespace schemac::compiler::model
