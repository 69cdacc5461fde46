// The constraints of a table: keys, checks and references.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::model {

inline constexpr std::string_view kPrimaryKeyKind = "primary_key";
inline constexpr std::string_view kUniqueKind = "unique";
inline constexpr std::string_view kCheckKind = "check";
inline constexpr std::string_view kForeignKeyKind = "foreign_key";

enum class Deferrable : std::uint8_t { no, initially_immediate, initially_deferred };
std::string_view name(Deferrable deferrable);

/// What a foreign key does to its rows when the row that they refer to goes or changes.
enum class ReferentialAction : std::uint8_t { no_action, restrict, cascade, set_null, set_default };
/// As SQL spells it: "NO ACTION", "SET NULL".
std::string_view name(ReferentialAction action);

/// A primary key (kPrimaryKeyKind) or a unique constraint (kUniqueKind).
struct Key {
  std::vector<std::string> columns;
  std::vector<std::string> include;
  bool nulls_not_distinct = false;
  Deferrable deferrable = Deferrable::no;

  template <class V>
  static void describe(V&& visit) {
    visit("columns", &Key::columns);
    visit("include", &Key::include);
    visit("nulls_not_distinct", &Key::nulls_not_distinct);
    visit("deferrable", &Key::deferrable);
  }
  friend bool operator==(const Key&, const Key&) = default;
};

struct Check {
  std::string expression;  ///< canonical

  template <class V>
  static void describe(V&& visit) {
    visit("expression", &Check::expression);
  }
  friend bool operator==(const Check&, const Check&) = default;
};

struct CheckNotes {
  std::string message;   ///< what a user of the program reads when the check fails
  std::string key = {};  ///< its name under "checks"; empty for a check that a rule or a type brings

  template <class V>
  static void describe(V&& visit) {
    visit("message", &CheckNotes::message);
    visit("key", &CheckNotes::key);
  }
  friend bool operator==(const CheckNotes&, const CheckNotes&) = default;
};

struct ForeignKey {
  std::vector<std::string> columns;
  std::string schema;  ///< of the table that is referred to
  std::string table;
  std::vector<std::string> target_columns;
  ReferentialAction on_delete = ReferentialAction::no_action;
  ReferentialAction on_update = ReferentialAction::no_action;
  Deferrable deferrable = Deferrable::no;

  /// Whether some event makes its columns NULL.
  [[nodiscard]] bool sets_null() const {
    return on_delete == ReferentialAction::set_null || on_update == ReferentialAction::set_null;
  }

  template <class V>
  static void describe(V&& visit) {
    visit("columns", &ForeignKey::columns);
    visit("schema", &ForeignKey::schema);
    visit("table", &ForeignKey::table);
    visit("target_columns", &ForeignKey::target_columns);
    visit("on_delete", &ForeignKey::on_delete);
    visit("on_update", &ForeignKey::on_update);
    visit("deferrable", &ForeignKey::deferrable);
  }
  friend bool operator==(const ForeignKey&, const ForeignKey&) = default;
};

/// The names under which generated code knows a reference.
struct ForeignKeyNotes {
  std::string relation;  ///< from here to there: "sponsor"
  std::string reverse;   ///< from there to here: "bills"
  std::string keep;

  template <class V>
  static void describe(V&& visit) {
    visit("relation", &ForeignKeyNotes::relation);
    visit("reverse", &ForeignKeyNotes::reverse);
    visit("keep", &ForeignKeyNotes::keep);
  }
  friend bool operator==(const ForeignKeyNotes&, const ForeignKeyNotes&) = default;
};

}  // namespace schemac::compiler::model
