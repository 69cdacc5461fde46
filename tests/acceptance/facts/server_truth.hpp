// Asks a server which statements it refuses, in one round trip, and keeps score against what schemac says.
#pragma once

#include <string>
#include <vector>

#include "driver/registry.hpp"
#include "model/definition.hpp"
#include "resolve/type_table.hpp"
#include "sql/expression.hpp"
#include "sql/facts.hpp"
#include "support/diagnostic.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {

/// One statement, and whether schemac would refuse it.
struct Trial {
  std::string sql;
  bool accused = false;
};

struct Score {
  int agreed = 0;
  int found = 0;                     ///< refused by both
  std::vector<std::string> missed;   ///< refused by the server alone, with its reason
  std::vector<std::string> falsely;  ///< refused by schemac alone

  [[nodiscard]] std::string line() const;
};

/// Columns of every type that a table may have, each named c_<type>, and the enum `bill_status`.
class EveryType final : public compiler::sql::Scope {
 public:
  EveryType();

  [[nodiscard]] std::string column_type(std::string_view column, std::size_t = 0) const override;
  [[nodiscard]] const std::vector<std::string>* enum_values(std::string_view name) const override;
  [[nodiscard]] std::string value_mistake(std::string_view text, std::string_view type) const override {
    return known_types_.value_mistake(text, type);
  }
  [[nodiscard]] bool defines_function(std::string_view) const override { return false; }
  [[nodiscard]] bool has_extension(std::string_view name) const override;
  [[nodiscard]] bool has_unknown_parts() const override { return false; }

  /// Creates the extensions, the enum and the table t.
  void create(TestDatabase& database) const;
  [[nodiscard]] const std::vector<compiler::sql::TypeId>& types() const { return types_; }
  static std::string column(compiler::sql::TypeId type);

  /// Whether schemac objects to the expression there.
  [[nodiscard]] bool accuses(const std::string& expression, compiler::sql::Place place,
                             const std::string& target = {}) const;

 private:
  std::vector<compiler::sql::TypeId> types_;
  std::vector<std::string> values_{"draft", "law"};
  compiler::support::Sources sources_;
  compiler::support::Diagnostics diagnostics_;
  compiler::model::Draft draft_{sources_, diagnostics_};
  compiler::resolve::TypeTable known_types_{compiler::driver::vocabulary(), draft_};
};

Score compare(TestDatabase& database, const std::vector<Trial>& trials);

}  // namespace schemac::testing
