// Views of both kinds are relations with columns and a query.
#include "objects/view_catalogue.hpp"

#include "model/view.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_class'::regclass::oid AS class, c.oid AS oid, 0 AS sub, n.nspname AS schema, c.relname AS name,
       trim(rtrim(pg_get_viewdef(c.oid), ';')) AS query, NOT c.relispopulated AS without_data,
       c.reloptions || ARRAY(SELECT 'toast.' || o FROM unnest(toast.reloptions) o) AS options, a.names, a.types, a.defaults
  FROM pg_class c
  JOIN user_schemas n ON n.oid = c.relnamespace
  LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
  LEFT JOIN LATERAL (
    SELECT array_agg(a.attname::text ORDER BY a.attnum) AS names,
           array_agg(format_type(a.atttypid, a.atttypmod)
                     || CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END
                     ORDER BY a.attnum) AS types,
           array_agg(coalesce(pg_get_expr(d.adbin, d.adrelid), '') ORDER BY a.attnum) AS defaults
      FROM pg_attribute a
      JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attrelid = c.oid AND a.attnum > 0) a ON true
 WHERE c.relpersistence <> 't' AND c.relkind = )";

}  // namespace

std::string view_catalogue(std::string_view kind) {
  return std::string(kCatalogue) + (kind == model::kViewKind ? "'v'" : "'m'");
}

model::Object decode_view(std::string_view kind, const model::CatalogueRow& row) {
  model::View view;
  view.query = row.sql("query");
  view.options = row.list("options");
  const auto names = row.list("names");
  const auto types = row.list("types");
  const auto defaults = row.list("defaults");
  for (std::size_t i = 0; i < names.size(); ++i) view.columns.push_back({names[i], types[i], defaults[i]});
  model::ViewNotes notes;
  notes.without_data = row.flag("without_data");
  return {{std::string(kind), row.text("schema"), row.text("name"), {}}, std::move(view), std::move(notes)};
}

}  // namespace schemac::compiler::objects
