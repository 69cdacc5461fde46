// Reads indexes from the catalogue. Tablespaces are left out: where a server keeps its files is not the
// schema's.
#include "objects/index_catalogue.hpp"

#include "model/index.hpp"
#include "objects/constraint_catalogue.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Index;
using model::IndexKey;

// An operator class is named where it is not the one that PostgreSQL takes by itself; a collation where it is
// not the column's, or, of an expression, not the type's. The bits of indoption: 1 descending, 2 NULLs first.
// The keys of all indexes that are wanted are joined at once, which is ten times as quick as one index after
// the other; what few keys have is asked for key by key.
constexpr std::string_view kQuery = R"(, wanted AS MATERIALIZED (
  SELECT i.*, n.nspname, x.relname, x.relkind, x.relam, x.reloptions, x.relispartition, t.relname AS "table", t.relkind AS table_kind
  FROM pg_index i
  JOIN pg_class x ON x.oid = i.indexrelid
  JOIN user_schemas n ON n.oid = x.relnamespace
  JOIN pg_class t ON t.oid = i.indrelid
  WHERE t.relkind IN ('r', 'p', 'm')
    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conrelid = i.indrelid AND c.conindid = i.indexrelid
                     AND c.contype IN ('p', 'u', 'x'))
)
SELECT 'pg_class'::regclass::oid AS class, i.indexrelid AS oid, 0 AS sub, i.nspname AS schema, i.relname AS name,
       i."table", i.table_kind = 'm' AS of_view, m.amname AS method, i.indisunique AS "unique",
       i.indnullsnotdistinct AS nulls_not_distinct, pg_get_expr(i.indpred, i.indrelid) AS predicate,
       i.reloptions AS storage, NOT i.indisvalid AND i.relkind = 'i' AS invalid, i.indnkeyatts AS key_count,
       k.columns, k.expressions, k.collations, k.collation_schemas, k.opclasses, k.orders, k.statistics,
       CASE WHEN i.relispartition THEN (
         SELECT ARRAY[pn.nspname::text, pt.relname::text, px.relname::text]
           FROM pg_inherits h JOIN pg_index pi ON pi.indexrelid = h.inhparent JOIN pg_class px ON px.oid = pi.indexrelid
           JOIN pg_class pt ON pt.oid = pi.indrelid JOIN pg_namespace pn ON pn.oid = px.relnamespace
          WHERE h.inhrelid = i.indexrelid) END AS parent
FROM wanted i
JOIN pg_am m ON m.oid = i.relam
JOIN (
  SELECT a.attrelid,
         array_agg(ta.attname::text ORDER BY a.attnum) AS columns,
         array_agg(CASE WHEN ta.attnum IS NULL THEN pg_get_indexdef(a.attrelid, a.attnum, false) END
                   ORDER BY a.attnum) AS expressions,
         array_agg(CASE WHEN a.attcollation <> coalesce(ta.attcollation, (
                             SELECT typcollation FROM pg_type y WHERE y.oid = a.atttypid))
                        THEN (SELECT collname::text FROM pg_collation l WHERE l.oid = a.attcollation) END
                   ORDER BY a.attnum) AS collations,
         array_agg(CASE WHEN a.attcollation <> 0
                        THEN (SELECT ln.nspname::text FROM pg_collation l JOIN pg_namespace ln ON ln.oid = l.collnamespace
                               WHERE l.oid = a.attcollation AND ln.nspname <> 'pg_catalog') END
                   ORDER BY a.attnum) AS collation_schemas,
         array_agg(CASE WHEN NOT o.opcdefault OR a.attoptions IS NOT NULL
             OR o.opcintype <> coalesce(ta.atttypid, a.atttypid) AND (o.opcmethod, coalesce(ta.atttypid, a.atttypid))
                IN (SELECT opcmethod, opcintype FROM pg_opclass WHERE opcdefault)
           THEN (SELECT CASE WHEN om.nspname <> 'pg_catalog' THEN quote_ident(om.nspname) || '.' ELSE '' END
                   FROM pg_namespace om WHERE om.oid = o.opcnamespace)
                || quote_ident(o.opcname)
                || CASE WHEN a.attoptions IS NULL THEN '' ELSE (
                     SELECT ' (' || string_agg(format('%I=%L', split_part(p, '=', 1), substr(p, strpos(p, '=') + 1)), ', ')
                            || ')' FROM unnest(a.attoptions) p) END
           END ORDER BY a.attnum) AS opclasses,
         array_agg(CASE WHEN a.attnum <= i.indnkeyatts THEN i.indoption[a.attnum - 1]::text END ORDER BY a.attnum)
           AS orders,
         array_agg(a.attstattarget::text ORDER BY a.attnum) AS statistics
  FROM wanted i
  JOIN pg_attribute a ON a.attrelid = i.indexrelid
  LEFT JOIN pg_attribute ta ON ta.attrelid = i.indrelid AND ta.attnum = i.indkey[a.attnum - 1] AND ta.attnum <> 0
  LEFT JOIN pg_opclass o ON a.attnum <= i.indnkeyatts AND o.oid = i.indclass[a.attnum - 1]
  GROUP BY a.attrelid
) k ON k.attrelid = i.indexrelid)";

/// The server puts an expression into parentheses that only a statement needs.
std::string bare(std::string expression) {
  if (!expression.starts_with('(')) return expression;
  return expression.substr(1, expression.size() - 2);
}

/// "first" or "last" where that is not what the order says by itself.
std::string nulls_of(int order) {
  const bool descending = (order & 1) != 0;
  const bool first = (order & 2) != 0;
  if (first == descending) return {};
  return first ? "first" : "last";
}

std::vector<IndexKey> decode_keys(const model::CatalogueRow& row, const std::vector<std::string>& columns,
                                  std::size_t count) {
  const auto expressions = row.list("expressions"), collations = row.list("collations"),
             schemas = row.list("collation_schemas"), opclasses = row.list("opclasses"),
             orders = row.list("orders"), statistics = row.list("statistics");
  std::vector<IndexKey> keys;
  for (std::size_t i = 0; i < count; ++i) {
    const int order = std::stoi(orders[i]);
    IndexKey key{columns[i],       bare(sql::repeatable(expressions[i])),
                 collations[i],    opclasses[i],
                 (order & 1) != 0, nulls_of(order)};
    if (!key.collation.empty()) key.collation_schema = schemas[i];
    key.statistics = std::stoi(statistics[i]);
    keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace

std::string_view index_catalogue() {
  return kQuery;
}

model::Object decode_index(const model::CatalogueRow& row) {
  Index index;
  index.table = row.text("table");
  if (row.flag("of_view")) index.relation = "materialized_view";
  index.method = row.text("method");
  const std::vector<std::string> columns = row.list("columns");
  const std::size_t count = std::stoul(row.text("key_count"));
  index.keys = decode_keys(row, columns, count);
  index.include.assign(columns.begin() + static_cast<std::ptrdiff_t>(count), columns.end());
  index.unique = row.flag("unique");
  index.predicate = row.sql("predicate");
  index.nulls_not_distinct = row.flag("nulls_not_distinct");
  index.storage = row.list("storage");
  index.parent = decode_parent(row);
  index.invalid = row.flag("invalid");
  return {{std::string(model::kIndexKind), row.text("schema"), row.text("name"), {}}, std::move(index), {}};
}

}  // namespace schemac::compiler::objects
