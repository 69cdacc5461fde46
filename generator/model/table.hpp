// A table: what PostgreSQL knows of it, and what only generated code does.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/seeds.hpp"

namespace schemac::compiler::model {

inline constexpr std::string_view kTableKind = "table";
inline constexpr std::string_view kForeignTableKind = "foreign_table";

/// The table itself; columns, keys and the rest are objects of their own.
struct Table {
  bool unlogged = false;
  std::string partition_key = {};  ///< as PostgreSQL prints it: "RANGE (occurred_at)"; empty: not partitioned
  std::vector<std::string> inherits = {};  ///< the tables it inherits from, in their order: "public.person"
  std::vector<std::string> options =
      {};  ///< storage parameters, in their order: "fillfactor=70", "toast.autovacuum_enabled=false"
  std::string access_method = {};  ///< empty: heap

  template <class V>
  static void describe(V&& visit) {
    visit("unlogged", &Table::unlogged);
    visit("partition_key", &Table::partition_key);
    visit("inherits", &Table::inherits);
    visit("options", &Table::options);
    visit("access_method", &Table::access_method);
  }
  friend bool operator==(const Table&, const Table&) = default;
};

/// Ranges of a table's partition key that whoever operates the database makes ahead and lets go.
struct PartitionSchedule {
  std::string column;
  std::string every;        ///< the length of a range, an interval: "1 month"; empty: there is no schedule
  std::uint32_t ahead = 0;  ///< how many ranges after the present one
  std::string retain;       ///< how long a range is kept after its end; empty: for ever

  template <class V>
  static void describe(V&& visit) {
    visit("column", &PartitionSchedule::column);
    visit("every", &PartitionSchedule::every);
    visit("ahead", &PartitionSchedule::ahead);
    visit("retain", &PartitionSchedule::retain);
  }
  friend bool operator==(const PartitionSchedule&, const PartitionSchedule&) = default;
};

/// When rows of a table are of no more use, so that whoever operates the database removes them.
struct Expiry {
  std::string column;       ///< a moment; empty: rows do not expire
  std::string after;        ///< how long after that moment, an interval: "7 days"; empty: at once
  std::uint32_t batch = 0;  ///< how many rows one statement removes

  template <class V>
  static void describe(V&& visit) {
    visit("column", &Expiry::column);
    visit("after", &Expiry::after);
    visit("batch", &Expiry::batch);
  }
  friend bool operator==(const Expiry&, const Expiry&) = default;
};

/// One column of a keyset order.
struct PageKey {
  std::string column;
  bool descending = false;

  template <class V>
  static void describe(V&& visit) {
    visit("column", &PageKey::column);
    visit("descending", &PageKey::descending);
  }
  friend bool operator==(const PageKey&, const PageKey&) = default;
};

/// A named keyset order; its last columns make it unique.
struct Page {
  std::string name;
  std::vector<PageKey> keys;

  template <class V>
  static void describe(V&& visit) {
    visit("name", &Page::name);
    visit("keys", &Page::keys);
  }
  friend bool operator==(const Page&, const Page&) = default;
};

/// What generated code needs to know of a table beside its SQL.
struct TableNotes {
  std::string domain;
  std::string doc;
  std::string singular;           ///< "bill": names the row's id type, BillId
  std::string deprecated;         ///< what to use instead; empty: not deprecated
  std::string version_column;     ///< of optimistic locking; empty where there is none
  std::string updated_at_column;  ///< set by every update; empty where there is none
  std::string deleted_at_column;  ///< of soft delete; empty where there is none
  std::string audit_table;        ///< the table beside it that keeps its changes; empty where there is none
  bool read_only = false;         ///< the server alone writes it: generated code has no functions that do
  std::vector<std::string> primary_key;
  std::vector<Page> pages;
  PartitionSchedule partitions;
  Expiry expiry;
  std::string keep;                 ///< why lints about the table are silenced; empty: they are not
  bool reads_from_replica = false;  ///< whether a replica may answer
  std::uint32_t max_lag_ms = 0;     ///< how far behind it may be; 0: as far as it is
  std::string distribution_column;  ///< by whose value a cluster spreads the rows; empty where nobody says
  Seeds seeds;                      ///< without environments where there are none

  template <class V>
  static void describe(V&& visit) {
    visit("domain", &TableNotes::domain);
    visit("doc", &TableNotes::doc);
    visit("singular", &TableNotes::singular);
    visit("deprecated", &TableNotes::deprecated);
    visit("version_column", &TableNotes::version_column);
    visit("updated_at_column", &TableNotes::updated_at_column);
    visit("deleted_at_column", &TableNotes::deleted_at_column);
    visit("audit_table", &TableNotes::audit_table);
    visit("read_only", &TableNotes::read_only);
    visit("primary_key", &TableNotes::primary_key);
    visit("pages", &TableNotes::pages);
    visit("partitions", &TableNotes::partitions);
    visit("expiry", &TableNotes::expiry);
    visit("keep", &TableNotes::keep);
    visit("reads_from_replica", &TableNotes::reads_from_replica);
    visit("max_lag_ms", &TableNotes::max_lag_ms);
    visit("distribution_column", &TableNotes::distribution_column);
    visit("seeds", &TableNotes::seeds);
  }
  friend bool operator==(const TableNotes&, const TableNotes&) = default;
};

}  // namespace schemac::compiler::model
