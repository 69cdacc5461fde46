// A trigger is read as the statement that creates it: its condition is about two rows, and only
// pg_get_triggerdef() prints that.
#include "objects/trigger_catalogue.hpp"

#include "model/trigger.hpp"
#include "model/view.hpp"
#include "objects/firing.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Object;
using model::Trigger;

// Those of partitions that a partitioned table's trigger has made (tgparentid) are that trigger's.
constexpr std::string_view kCatalogue = R"(
SELECT 'pg_trigger'::regclass::oid AS class, t.oid AS oid, 0 AS sub, n.nspname AS schema, c.relname AS relation,
       t.tgname AS name, c.relkind AS relkind, pg_get_triggerdef(t.oid) AS definition, t.tgenabled AS firing,
       t.tgconstraint <> 0 AS is_constraint
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  JOIN user_schemas n ON n.oid = c.relnamespace
 WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND c.relkind IN ('r', 'p', 'v', 'f'))";

}  // namespace

std::string_view trigger_catalogue() {
  return kCatalogue;
}

Object decode_trigger(const model::CatalogueRow& row) {
  Trigger trigger;
  if (row.text("relkind") == "v") trigger.relation = model::kViewKind;
  if (row.text("relkind") == "f") trigger.relation = model::kForeignTableKind;
  trigger.constraint = row.flag("is_constraint");
  trigger.definition = row.sql("definition");
  trigger.firing = firing_of(row.text("firing"));
  return {{std::string(model::kTriggerKind), row.text("schema"), row.text("relation"), row.text("name")},
          std::move(trigger),
          {}};
}

}  // namespace schemac::compiler::objects
