// A view or a materialized view: a query under a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/column.hpp"
#include "model/table.hpp"

namespace schemac::compiler::model {

inline constexpr std::string_view kViewKind = "view";
inline constexpr std::string_view kMaterializedViewKind = "materialized_view";

struct ViewColumn {
  std::string name;
  std::string type;         ///< with its collation, where that is not the type's own
  std::string default_sql;  ///< what an insert into the view takes; empty: none

  template <class V>
  static void describe(V&& visit) {
    visit("name", &ViewColumn::name);
    visit("type", &ViewColumn::type);
    visit("default", &ViewColumn::default_sql);
  }
  friend bool operator==(const ViewColumn&, const ViewColumn&) = default;
};

/// The state of both kinds.
struct View {
  std::string query;                     ///< canonical, one SELECT
  std::vector<std::string> options;      ///< of WITH (…), in their order: "security_invoker=true"
  std::vector<ViewColumn> columns = {};  ///< known of views that were read from a database

  template <class V>
  static void describe(V&& visit) {
    visit("query", &View::query);
    visit("options", &View::options);
    visit("columns", &View::columns);
  }
  friend bool operator==(const View&, const View&) = default;
};

/// A column as the definition declares it, for generated code: PostgreSQL alone knows what it is.
struct DeclaredColumn {
  std::string name;
  Column state;
  ColumnNotes notes;

  template <class V>
  static void describe(V&& visit) {
    visit("name", &DeclaredColumn::name);
    visit("state", &DeclaredColumn::state);
    visit("notes", &DeclaredColumn::notes);
  }
  friend bool operator==(const DeclaredColumn&, const DeclaredColumn&) = default;
};

/// A view as generated code sees it: a table that nobody writes.
struct ViewRows {
  TableNotes table;
  std::vector<DeclaredColumn> columns;  ///< empty where the definition declares none: then there is no code

  template <class V>
  static void describe(V&& visit) {
    visit("table", &ViewRows::table);
    visit("columns", &ViewRows::columns);
  }
  friend bool operator==(const ViewRows&, const ViewRows&) = default;
};

struct ViewNotes {
  std::string domain;
  std::string doc;
  std::vector<std::string> unique;    ///< columns of a materialized view that tell its rows apart
  std::uint32_t refresh_seconds = 0;  ///< how often to refresh; 0: not by schedule
  bool refresh_concurrently = false;
  bool without_data = false;  ///< was never filled: what a database says of its rows, not of its schema
  std::string keep;
  ViewRows rows;

  template <class V>
  static void describe(V&& visit) {
    visit("domain", &ViewNotes::domain);
    visit("doc", &ViewNotes::doc);
    visit("unique", &ViewNotes::unique);
    visit("refresh_seconds", &ViewNotes::refresh_seconds);
    visit("refresh_concurrently", &ViewNotes::refresh_concurrently);
    visit("without_data", &ViewNotes::without_data);
    visit("keep", &ViewNotes::keep);
    visit("rows", &ViewNotes::rows);
  }
  friend bool operator==(const ViewNotes&, const ViewNotes&) = default;
};

}  // namespace schemac::compiler::model
