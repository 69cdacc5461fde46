// A trigger on a table or a view.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/constraint.hpp"
#include "model/firing.hpp"
#include "model/table.hpp"

namespace schemac::compiler::model {

inline constexpr std::string_view kTriggerKind = "trigger";

enum class TriggerTiming : std::uint8_t { before, after, instead_of };
/// As SQL spells it: "BEFORE", "INSTEAD OF".
std::string_view name(TriggerTiming timing);

/// Its identity is {kTriggerKind, schema, table, trigger}.
struct Trigger {
  std::string relation{kTableKind};  ///< the kind of what it is on: a table, a view, a foreign table
  TriggerTiming timing = TriggerTiming::before;
  std::vector<std::string> events;  ///< of "insert", "update", "delete", "truncate", in this order
  std::vector<std::string> of;      ///< columns whose update fires it; empty: any
  bool for_each_row = true;         ///< else once a statement
  std::string when;                 ///< canonical expression; empty: always
  std::string function_schema;
  std::string function;                ///< has no arguments of its own and returns trigger
  std::vector<std::string> arguments;  ///< strings that the function finds in TG_ARGV
  bool constraint = false;             ///< CREATE CONSTRAINT TRIGGER
  Deferrable deferrable = Deferrable::no;
  std::string old_table;  ///< the name of the transition table; empty: none
  std::string new_table;
  /// CREATE TRIGGER as the server prints it, where it was read from one; then it says all of the above but
  /// `relation`.
  std::string definition;
  Firing firing = Firing::origin;

  template <class V>
  static void describe(V&& visit) {
    visit("relation", &Trigger::relation);
    visit("timing", &Trigger::timing);
    visit("events", &Trigger::events);
    visit("of", &Trigger::of);
    visit("for_each_row", &Trigger::for_each_row);
    visit("when", &Trigger::when);
    visit("function_schema", &Trigger::function_schema);
    visit("function", &Trigger::function);
    visit("arguments", &Trigger::arguments);
    visit("constraint", &Trigger::constraint);
    visit("deferrable", &Trigger::deferrable);
    visit("old_table", &Trigger::old_table);
    visit("new_table", &Trigger::new_table);
    visit("definition", &Trigger::definition);
    visit("firing", &Trigger::firing);
  }
  friend bool operator==(const Trigger&, const Trigger&) = default;
};

inline constexpr std::string_view kPartitionTriggerKind = "partition_trigger";

/// A partition's copy of its table's trigger, where it does not fire as that does.
struct PartitionTrigger {
  Firing firing = Firing::origin;
  Firing usual = Firing::origin;  ///< the table's

  template <class V>
  static void describe(V&& visit) {
    visit("firing", &PartitionTrigger::firing);
    visit("usual", &PartitionTrigger::usual);
  }
  friend bool operator==(const PartitionTrigger&, const PartitionTrigger&) = default;
};

}  // namespace schemac::compiler::model
