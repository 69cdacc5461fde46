// An index that is not made by a constraint.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/constraint.hpp"

namespace schemac::compiler::model {

inline constexpr std::string_view kIndexKind = "index";

/// One key of an index.
struct IndexKey {
  std::string column;      ///< a plain column; else empty
  std::string expression;  ///< canonical; set where `column` is empty
  std::string collation;
  std::string opclass;  ///< with its options: "public.gist_trgm_ops (siglen='32')"
  bool descending = false;
  std::string nulls;  ///< "first" or "last" where it is not the order's own default; else empty
  std::string collation_schema = {};  ///< of a collation that is not the server's own
  int statistics = -1;                ///< how closely ANALYZE looks at an expression; -1: as usual

  template <class V>
  static void describe(V&& visit) {
    visit("column", &IndexKey::column);
    visit("expression", &IndexKey::expression);
    visit("collation", &IndexKey::collation);
    visit("opclass", &IndexKey::opclass);
    visit("descending", &IndexKey::descending);
    visit("nulls", &IndexKey::nulls);
    visit("collation_schema", &IndexKey::collation_schema);
    visit("statistics", &IndexKey::statistics);
  }
  friend bool operator==(const IndexKey&, const IndexKey&) = default;
};

struct Index {
  std::string table;               ///< in the index's own schema; or a materialized view
  std::string relation = "table";  ///< the kind of that
  std::string method = "btree";
  std::vector<IndexKey> keys;
  std::vector<std::string> include;
  bool unique = false;
  std::string predicate;  ///< canonical expression of a partial index; else empty
  bool nulls_not_distinct = false;
  std::vector<std::string> storage = {};  ///< parameters: "fillfactor=70"
  IndexParent parent = {};
  bool invalid = false;  ///< what a failed CREATE INDEX CONCURRENTLY left behind: queries do not use it

  template <class V>
  static void describe(V&& visit) {
    visit("table", &Index::table);
    visit("relation", &Index::relation);
    visit("method", &Index::method);
    visit("keys", &Index::keys);
    visit("include", &Index::include);
    visit("unique", &Index::unique);
    visit("predicate", &Index::predicate);
    visit("nulls_not_distinct", &Index::nulls_not_distinct);
    visit("storage", &Index::storage);
    visit("parent", &Index::parent);
    visit("invalid", &Index::invalid);
  }
  friend bool operator==(const Index&, const Index&) = default;
};

struct IndexNotes {
  std::string keep;  ///< why lints about the index are silenced

  template <class V>
  static void describe(V&& visit) {
    visit("keep", &IndexNotes::keep);
  }
  friend bool operator==(const IndexNotes&, const IndexNotes&) = default;
};

}  // namespace schemac::compiler::model
