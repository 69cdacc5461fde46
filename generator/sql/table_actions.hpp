// CREATE TABLE and ALTER TABLE, taken apart into actions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/script.hpp"

struct PgQuery__AlterTableStmt;
struct PgQuery__CreateStmt;
struct PgQuery__RangeVar;

namespace schemac::compiler::sql {

/// What the actions of one statement share.
struct ActionPlaces {
  std::string_view text;  ///< the whole script
  std::size_t begin;      ///< of the statement
  std::size_t end;

  /// From `location`, as the parser gives it, to the end of that token; the statement's first word where
  /// there is none.
  void point(Action& action, int location) const;
  /// At the first token of the statement that is `name`, or at its first word.
  void point_at(Action& action, std::string_view name) const;
};

/// "public.bills" of a table that is written so or as "bills".
std::string object_name(const PgQuery__RangeVar& table);

/// An action of `act` on a table, pointing at its name.
Action on_table(Act act, const PgQuery__RangeVar& table, const ActionPlaces& places);

void append_actions(const PgQuery__CreateStmt& statement, const ActionPlaces& places,
                    std::vector<Action>& actions);
void append_actions(const PgQuery__AlterTableStmt& statement, const ActionPlaces& places,
                    std::vector<Action>& actions);

}  // namespace schemac::compiler::sql
