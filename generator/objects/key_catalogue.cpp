// Reads keys from the catalogue: the constraint, with what only its index knows.
#include "objects/key_catalogue.hpp"

#include "model/constraint.hpp"
#include "objects/constraint_catalogue.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kQuery = R"(
SELECT 'pg_constraint'::regclass::oid AS class, c.oid, 0 AS sub, n.nspname AS schema, t.relname AS "table",
       c.conname AS name, c.condeferrable AS deferrable, c.condeferred AS deferred,
       i.indnullsnotdistinct AS nulls_not_distinct, i.indnkeyatts AS key_count, x.reloptions AS storage,
       ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY k(number, place)
               JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number ORDER BY k.place) AS columns,
       CASE WHEN x.relispartition THEN (
         SELECT ARRAY[pn.nspname::text, pt.relname::text, px.relname::text]
           FROM pg_inherits h JOIN pg_index pi ON pi.indexrelid = h.inhparent JOIN pg_class px ON px.oid = pi.indexrelid
           JOIN pg_class pt ON pt.oid = pi.indrelid JOIN pg_namespace pn ON pn.oid = px.relnamespace
          WHERE h.inhrelid = x.oid) END AS parent
FROM pg_constraint c
JOIN pg_class t ON t.oid = c.conrelid
JOIN user_schemas n ON n.oid = t.relnamespace
JOIN pg_index i ON i.indexrelid = c.conindid
JOIN pg_class x ON x.oid = c.conindid
WHERE c.contype = )";

}  // namespace

std::string key_catalogue(char contype) {
  return std::string(kQuery) + "'" + contype + "'";
}

model::Object decode_key(const model::CatalogueRow& row, std::string_view kind) {
  model::Key key;
  key.columns = row.list("columns");
  const auto first_included = key.columns.begin() + std::stol(row.text("key_count"));
  key.include.assign(first_included, key.columns.end());
  key.columns.erase(first_included, key.columns.end());
  key.nulls_not_distinct = row.flag("nulls_not_distinct");
  key.deferrable = decode_deferrable(row);
  key.storage = row.list("storage");
  key.parent = decode_parent(row);
  return {{std::string(kind), row.text("schema"), row.text("table"), row.text("name")}, std::move(key), {}};
}

}  // namespace schemac::compiler::objects
