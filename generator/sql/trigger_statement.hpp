// CREATE TRIGGER, taken apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::sql {

/// Each member as definitions have it.
struct TriggerStatement {
  std::string timing;               ///< "before", "after" or "instead_of"
  std::vector<std::string> events;  ///< "insert", "update", "delete", "truncate", in this order
  std::vector<std::string> of;
  bool for_each_row = false;
  std::string when;      ///< canonical; empty: always
  std::string function;  ///< "set_slug", with its schema unless that is public
  std::vector<std::string> arguments;
  std::string deferrable;  ///< "initially deferred"; empty: it is not
  bool constraint = false;
  std::string old_table;
  std::string new_table;
};

/// Parses exactly one such statement; nothing where it is none.
std::optional<TriggerStatement> parse_trigger(std::string_view text);

}  // namespace schemac::compiler::sql
