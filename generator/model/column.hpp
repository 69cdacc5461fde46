// A column: what PostgreSQL knows of it, and what only generated code does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/type_use.hpp"
#include "model/validator_rule.hpp"

namespace schemac::compiler::model {

inline constexpr std::string_view kColumnKind = "column";

enum class Identity : std::uint8_t { none, always, by_default };
std::string_view name(Identity identity);

struct Column {
  std::string type;  ///< as PostgreSQL prints it: "character varying(50)"
  bool nullable = false;
  std::string default_sql;  ///< canonical expression; empty: none
  std::string generated;    ///< canonical expression of GENERATED ALWAYS AS (…) STORED; empty: none
  Identity identity = Identity::none;
  std::vector<std::string> identity_options;  ///< what its sequence has beside defaults: "START WITH 10"
  std::string collation;                      ///< where it is not the type's own: "pg_catalog.\"C\""
  std::string compression;                    ///< "lz4"; empty: the server's default
  /// From a parent table alone: CREATE TABLE … INHERITS brings it. Columns of partitions are not marked.
  bool inherited = false;
  bool own_default = false;  ///< of an inherited column: its default is not the parent's

  template <class V>
  static void describe(V&& visit) {
    visit("type", &Column::type);
    visit("nullable", &Column::nullable);
    visit("default", &Column::default_sql);
    visit("generated", &Column::generated);
    visit("identity", &Column::identity);
    visit("identity_options", &Column::identity_options);
    visit("collation", &Column::collation);
    visit("compression", &Column::compression);
    visit("inherited", &Column::inherited);
    visit("own_default", &Column::own_default);
  }
  friend bool operator==(const Column&, const Column&) = default;
};

/// How a column is stored and sampled, where that is not the default; an object of its own, since CREATE
/// TABLE cannot say it: {kColumnSettingsKind, schema, table, column}.
inline constexpr std::string_view kColumnSettingsKind = "column_settings";

struct ColumnSettings {
  std::string storage;               ///< "EXTERNAL"; empty: the type's own
  std::string type_storage;          ///< the type's own, to go back to
  std::string statistics;            ///< a number; empty: the server's default
  std::vector<std::string> options;  ///< in their order: "n_distinct=5"

  template <class V>
  static void describe(V&& visit) {
    visit("storage", &ColumnSettings::storage);
    visit("statistics", &ColumnSettings::statistics);
    visit("options", &ColumnSettings::options);
  }
  friend bool operator==(const ColumnSettings& a, const ColumnSettings& b) {
    return a.storage == b.storage && a.statistics == b.statistics && a.options == b.options;
  }
};

struct ColumnNotes {
  std::uint32_t position = 0;  ///< in its table, as defined: the order of CREATE TABLE and of the Row struct
  TypeUse type;
  std::string doc;
  std::string references;  ///< the table whose single-column key this column holds; empty: none
  std::string deprecated;  ///< what to use instead; empty: not deprecated
  bool pii = false;        ///< personal data: never in a log
  std::vector<RuleUse> rules;
  std::string keep;  ///< why lints about the column are silenced

  template <class V>
  static void describe(V&& visit) {
    visit("position", &ColumnNotes::position);
    visit("type", &ColumnNotes::type);
    visit("doc", &ColumnNotes::doc);
    visit("references", &ColumnNotes::references);
    visit("deprecated", &ColumnNotes::deprecated);
    visit("pii", &ColumnNotes::pii);
    visit("rules", &ColumnNotes::rules);
    visit("keep", &ColumnNotes::keep);
  }
  friend bool operator==(const ColumnNotes&, const ColumnNotes&) = default;
};

}  // namespace schemac::compiler::model
