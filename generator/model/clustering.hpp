// By which index CLUSTER puts a table's rows in order when it is not told.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::model {

inline constexpr std::string_view kClusteringKind = "clustering";

/// Its identity is {kClusteringKind, schema, name} of the table.
struct Clustering {
  std::string relation = "table";  ///< the kind of what has the index
  std::string index;               ///< of the table's schema; of a key it has the constraint's name

  template <class V>
  static void describe(V&& visit) {
    visit("relation", &Clustering::relation);
    visit("index", &Clustering::index);
  }
  friend bool operator==(const Clustering&, const Clustering&) = default;
};

}  // namespace schemac::compiler::model
