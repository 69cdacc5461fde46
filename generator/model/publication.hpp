// A publication: which tables' changes are sent to subscribers.
#pragma once

#include <string>
#include <vector>

namespace schemac::compiler::model {

struct PublicationMember {
  std::string what;    ///< "TABLE public.bills", "TABLES IN SCHEMA public"
  std::string detail;  ///< which columns and rows of the table: " (id, title) WHERE ((id > 7))"

  template <class V>
  static void describe(V&& visit) {
    visit("what", &PublicationMember::what);
    visit("detail", &PublicationMember::detail);
  }
  friend bool operator==(const PublicationMember&, const PublicationMember&) = default;
};

struct Publication {
  bool all_tables = false;
  std::vector<PublicationMember> members;  ///< sorted
  std::string publish;                     ///< "insert, update, delete, truncate"
  bool via_root = false;  ///< changes of partitions are sent as those of the partitioned table

  template <class V>
  static void describe(V&& visit) {
    visit("all_tables", &Publication::all_tables);
    visit("members", &Publication::members);
    visit("publish", &Publication::publish);
    visit("via_root", &Publication::via_root);
  }
  friend bool operator==(const Publication&, const Publication&) = default;
};

}  // namespace schemac::compiler::model
