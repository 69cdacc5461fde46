// Extended statistics, which databases have.
#include "model/statistics.hpp"

#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Alteration;
using model::Object;
using model::ObjectId;
using model::Statistics;

constexpr std::string_view kQuery = R"(
SELECT 'pg_statistic_ext'::regclass::oid AS class, s.oid, 0 AS sub, n.nspname AS schema, s.stxname AS name,
       tn.nspname AS table_schema, t.relname AS "table", t.relkind = 'm' AS of_view,
       pg_get_statisticsobjdef(s.oid) AS definition, s.stxstattarget AS target
FROM pg_statistic_ext s
JOIN user_schemas n ON n.oid = s.stxnamespace
JOIN pg_class t ON t.oid = s.stxrelid
JOIN pg_namespace tn ON tn.oid = t.relnamespace)";

std::string set_target(const Object& object) {
  return "ALTER STATISTICS " + object.id.qualified_name() + " SET STATISTICS " +
         std::to_string(object.state.as<Statistics>().target);
}

class StatisticsKind final : public model::ObjectKind {
 public:
  std::string_view catalogue() const override { return kQuery; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    Statistics statistics;
    statistics.table_schema = row.text("table_schema");
    statistics.table = row.text("table");
    if (row.flag("of_view")) statistics.relation = "materialized_view";
    statistics.definition = row.sql("definition");
    statistics.target = std::stoi(row.text("target"));
    return Object{{std::string(name()), row.text("schema"), row.text("name"), {}}, std::move(statistics), {}};
  }

  std::string_view name() const override { return model::kStatisticsKind; }
  std::optional<ObjectId> owner(const Object& object) const override {
    const auto& statistics = object.state.as<Statistics>();
    return ObjectId{statistics.relation, statistics.table_schema, statistics.table, {}};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    const auto& statistics = object.state.as<Statistics>();
    return statistics.target < 0 ? statistics.definition : statistics.definition + ";\n" + set_target(object);
  }
  std::string drop(const Object& object) const override {
    return "DROP STATISTICS " + object.id.qualified_name();
  }

  Alteration alter(const Object& from, const Object& to, const model::Transition&) const override {
    if (from.state.as<Statistics>().definition != to.state.as<Statistics>().definition)
      return Alteration::replace();
    return Alteration::in_place({{to.id, set_target(to)}});
  }
  std::string rename(const Object& object, const std::string& name) const override {
    return "ALTER STATISTICS " + object.id.qualified_name() + "\n    RENAME TO " +
           support::quote_identifier(name);
  }
};

}  // namespace

const model::ObjectKind& statistics_kind() {
  static const StatisticsKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
