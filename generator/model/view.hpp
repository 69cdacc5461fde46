// A view or a materialized view: a query under a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::model {

inline constexpr std::string_view kViewKind = "view";
inline constexpr std::string_view kMaterializedViewKind = "materialized_view";

/// The state of both kinds.
struct View {
  std::string query;                 ///< canonical, one SELECT
  std::vector<std::string> options;  ///< of WITH (…): "security_invoker=true", sorted; of views only

  template <class V>
  static void describe(V&& visit) {
    visit("query", &View::query);
    visit("options", &View::options);
  }
  friend bool operator==(const View&, const View&) = default;
};

struct ViewNotes {
  std::string domain;
  std::string doc;
  std::vector<std::string> unique;    ///< columns of a materialized view that tell its rows apart
  std::uint32_t refresh_seconds = 0;  ///< how often to refresh; 0: not by schedule
  bool refresh_concurrently = false;
  std::string keep;

  template <class V>
  static void describe(V&& visit) {
    visit("domain", &ViewNotes::domain);
    visit("doc", &ViewNotes::doc);
    visit("unique", &ViewNotes::unique);
    visit("refresh_seconds", &ViewNotes::refresh_seconds);
    visit("refresh_concurrently", &ViewNotes::refresh_concurrently);
    visit("keep", &ViewNotes::keep);
  }
  friend bool operator==(const ViewNotes&, const ViewNotes&) = default;
};

}  // namespace schemac::compiler::model
