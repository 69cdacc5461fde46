// By which columns a table's changes tell its rows apart to subscribers.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::model {

/// Its identity is the table's: {kReplicaIdentityKind, schema, table}. A table without one has the default.
inline constexpr std::string_view kReplicaIdentityKind = "replica_identity";

struct ReplicaIdentity {
  std::string mode;   ///< "FULL" or "NOTHING"; empty with an index
  std::string index;  ///< a unique one of the table

  template <class V>
  static void describe(V&& visit) {
    visit("mode", &ReplicaIdentity::mode);
    visit("index", &ReplicaIdentity::index);
  }
  friend bool operator==(const ReplicaIdentity&, const ReplicaIdentity&) = default;
};

}  // namespace schemac::compiler::model
