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
inline constexpr std::string_view kExclusionKind = "exclusion";
inline constexpr std::string_view kForeignKeyKind = "foreign_key";

enum class Deferrable : std::uint8_t { no, initially_immediate, initially_deferred };
std::string_view name(Deferrable deferrable);

/// What a foreign key does to its rows when the row that they refer to goes or changes.
enum class ReferentialAction : std::uint8_t { no_action, restrict, cascade, set_null, set_default };
/// As SQL spells it: "NO ACTION", "SET NULL".
std::string_view name(ReferentialAction action);

/// Of the key or index of a partition: the partitioned table's that it is attached to. None where `name` is
/// empty.
struct IndexParent {
  std::string schema;
  std::string table;
  std::string name;

  template <class V>
  static void describe(V&& visit) {
    visit("schema", &IndexParent::schema);
    visit("table", &IndexParent::table);
    visit("name", &IndexParent::name);
  }
  friend bool operator==(const IndexParent&, const IndexParent&) = default;
};

/// A primary key (kPrimaryKeyKind) or a unique constraint (kUniqueKind).
struct Key {
  std::vector<std::string> columns;
  std::vector<std::string> include;
  bool nulls_not_distinct = false;
  Deferrable deferrable = Deferrable::no;
  std::vector<std::string> storage = {};  ///< parameters of its index: "fillfactor=70"
  IndexParent parent = {};

  template <class V>
  static void describe(V&& visit) {
    visit("columns", &Key::columns);
    visit("include", &Key::include);
    visit("nulls_not_distinct", &Key::nulls_not_distinct);
    visit("deferrable", &Key::deferrable);
    visit("storage", &Key::storage);
    visit("parent", &Key::parent);
  }
  friend bool operator==(const Key&, const Key&) = default;
};

/// Whose a check is.
enum class CheckOrigin : std::uint8_t {
  own,
  shared,       ///< its table's and a parent's
  inherited,    ///< a parent's alone: the parent brings it
  partitioned,  ///< the partitioned table's: the partition has it before it is attached
};
std::string_view name(CheckOrigin origin);

struct Check {
  std::string expression;  ///< canonical
  bool no_inherit = false;
  bool not_valid = false;  ///< holds for new rows only
  CheckOrigin origin = CheckOrigin::own;

  template <class V>
  static void describe(V&& visit) {
    visit("expression", &Check::expression);
    visit("no_inherit", &Check::no_inherit);
    visit("not_valid", &Check::not_valid);
    visit("origin", &Check::origin);
  }
  friend bool operator==(const Check&, const Check&) = default;
};

struct CheckNotes {
  std::string message;    ///< what a user of the program reads when the check fails
  std::string key = {};   ///< its name under "checks"; empty for a check that a rule or a type brings
  std::string keep = {};  ///< why lints about the check are silenced

  template <class V>
  static void describe(V&& visit) {
    visit("message", &CheckNotes::message);
    visit("key", &CheckNotes::key);
    visit("keep", &CheckNotes::keep);
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
  bool match_full = false;                    ///< all columns are NULL or none is
  std::vector<std::string> set_columns = {};  ///< what ON DELETE SET … is about, where not all columns
  bool not_valid = false;                     ///< holds for new rows only

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
    visit("match_full", &ForeignKey::match_full);
    visit("set_columns", &ForeignKey::set_columns);
    visit("not_valid", &ForeignKey::not_valid);
  }
  friend bool operator==(const ForeignKey&, const ForeignKey&) = default;
};

/// An exclusion constraint: no two rows may agree by all of its operators.
struct Exclusion {
  std::string definition;  ///< as PostgreSQL prints it: "EXCLUDE USING gist (room WITH =, during WITH &&)"

  template <class V>
  static void describe(V&& visit) {
    visit("definition", &Exclusion::definition);
  }
  friend bool operator==(const Exclusion&, const Exclusion&) = default;
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
