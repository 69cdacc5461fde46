// What the review of migrations looks for: a rule is an entry in one of the tables under rules/.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "sql/script.hpp"
#include "support/diagnostic.hpp"

namespace schemac::compiler::review {

/// "character varying(20)" of a table ("public.bills") and a column, as the script finds it; empty: unknown.
using TypeBefore = std::function<std::string(const std::string& table, const std::string& column)>;

/// Where a script stands when it comes to a statement.
struct Situation {
  TypeBefore type_before;
  const sql::ScriptStatement* statement = nullptr;
  std::string_view text;        ///< the statement's
  bool in_transaction = false;  ///< also where the runner begins it
  bool has_begun = false;       ///< the script has begun it itself
  bool is_ended_later = false;  ///< a COMMIT or ROLLBACK follows
  bool lock_timeout = false;    ///< has been set
  /// Made by the script, or moved aside in this transaction: nobody else waits for them.
  std::set<std::string> own_tables;
  std::set<std::string> made_tables;  ///< all that the script makes, sooner or later
  /// Table and column that a validated check keeps from NULL.
  std::set<std::pair<std::string, std::string>> never_null;
  /// Table and constraint, added NOT VALID in this transaction.
  std::set<std::pair<std::string, std::string>> not_valid;
  std::set<std::string> added_values;  ///< to enums in this transaction
};

/// Which actions a rule looks at, beside `act`.
enum class Scope : std::uint8_t {
  every,
  in_use,  ///< of tables that were there before the script, and so have readers, writers and rows
  choice,  ///< of what is made, unless it was made from definitions, where `check` has judged it
};

struct Rule {
  std::string_view code;
  support::Severity severity;
  Scope scope;
  std::optional<sql::Act> act;  ///< nothing: the statement as a whole, judged once
  bool (*applies)(const sql::Action& action, const Situation& situation);  ///< nullptr: always
  std::string_view message;      ///< {object}, {name} and {other} stand for the action's
  std::string_view reason;       ///< printed at the place
  std::string_view help;         ///< the safe form; likewise
  std::string_view hazard = {};  ///< a step that names it has said so itself
  bool once = false;             ///< the first place of a script stands for all
};

}  // namespace schemac::compiler::review
