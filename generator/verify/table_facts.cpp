// Four queries, one for each part of TableFacts, joined by the table's oid.
#include "verify/table_facts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "schemac/codec/codecs.hpp"
#include "verify/expression_words.hpp"

namespace schemac::compiler::verify {
namespace {

constexpr std::string_view kTables = R"(
  SELECT c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname)
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::regclass
                    AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C")";

constexpr std::string_view kColumns = R"(
  SELECT a.attrelid, a.attname::text, pg_catalog.quote_ident(a.attname), a.atttypid, a.atttypmod,
         pg_catalog.format_type(a.atttypid, a.atttypmod),
         a.attnotnull, a.atthasdef OR a.attidentity <> '', a.attidentity = 'a'
  FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  ORDER BY a.attrelid, a.attnum)";

/// A condition that calls a function is as good as the function's own text. Generated columns come first.
constexpr std::string_view kRules = R"(
  SELECT d.adrelid, a.attname::text, pg_catalog.pg_get_expr(d.adbin, d.adrelid), '', 1 AS rank
  FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
  WHERE a.attgenerated <> ''
  UNION ALL
  SELECT c.conrelid, c.conname::text, pg_catalog.concat_ws(' ', pg_catalog.pg_get_constraintdef(c.oid),
         (SELECT string_agg(p.prosrc, ' ') FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_proc p ON p.oid = d.refobjid
          WHERE d.classid = 'pg_catalog.pg_constraint'::regclass AND d.objid = c.oid
            AND d.refclassid = 'pg_catalog.pg_proc'::regclass)),
         coalesce((SELECT pg_catalog.pg_get_expr(c.conbin, c.conrelid) FROM pg_catalog.pg_attribute a
                   WHERE a.attrelid = c.conrelid AND c.conkey = ARRAY[a.attnum] AND a.attgenerated = ''), ''), 2
  FROM pg_catalog.pg_constraint c WHERE c.contype IN ('c', 'x') AND c.conrelid <> 0
  UNION ALL
  SELECT i.indrelid, c.relname::text, pg_catalog.pg_get_indexdef(i.indexrelid), '', 2
  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indisunique
  UNION ALL
  SELECT oid, '', pg_catalog.pg_get_partition_constraintdef(oid), '', 2 FROM pg_catalog.pg_class
  WHERE relispartition AND relkind = 'r' AND pg_catalog.pg_get_partition_constraintdef(oid) IS NOT NULL
  ORDER BY 1, 5, 2)";

constexpr std::string_view kReferences = R"(
  SELECT r.conrelid, r.conname::text, pg_catalog.format('%I.%I', n.nspname, p.relname), r.conrelid = r.confrelid,
         ARRAY(SELECT a.attname::text FROM pg_catalog.unnest(r.conkey) WITH ORDINALITY k(number, place)
               JOIN pg_catalog.pg_attribute a ON a.attrelid = r.conrelid AND a.attnum = k.number ORDER BY k.place),
         ARRAY(SELECT a.attname::text FROM pg_catalog.unnest(r.confkey) WITH ORDINALITY k(number, place)
               JOIN pg_catalog.pg_attribute a ON a.attrelid = r.confrelid AND a.attnum = k.number ORDER BY k.place),
         ARRAY(SELECT pg_catalog.quote_ident(a.attname) FROM pg_catalog.unnest(r.confkey) WITH ORDINALITY k(number, place)
               JOIN pg_catalog.pg_attribute a ON a.attrelid = r.confrelid AND a.attnum = k.number ORDER BY k.place),
         CASE WHEN p.relkind <> 'p' THEN ARRAY[p.oid]
              ELSE ARRAY(SELECT t.relid::oid FROM pg_catalog.pg_partition_tree(p.oid) t WHERE t.isleaf) END
  FROM pg_catalog.pg_constraint r JOIN pg_catalog.pg_class p ON p.oid = r.confrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = p.relnamespace
  WHERE r.contype = 'f'
  -- A key to a partitioned table is there once for each partition, too.
    AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint up
                    WHERE up.oid = r.conparentid AND up.conrelid = r.conrelid)
  ORDER BY r.conrelid, r.conname)";

using Tables = std::map<std::uint32_t, TableFacts*>;

TableFacts* find(const Tables& tables, std::uint32_t oid) {
  const auto found = tables.find(oid);
  return found == tables.end() ? nullptr : found->second;
}

std::vector<std::size_t> positions(const TableFacts& table, const std::vector<std::string>& names) {
  std::vector<std::size_t> found;
  for (const std::string& name : names) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].name == name) found.push_back(i);
    }
  }
  return found;
}

void read_columns(Executor& database, const Tables& tables) {
  const Result result = database.execute(kColumns);
  for (int i = 0; i < result.rows(); ++i) {
    RowReader row{result, i};
    TableFacts* table = find(tables, row.next<std::uint32_t>());
    if (table == nullptr) continue;
    ColumnFacts& column = table->columns.emplace_back();
    column.name = row.next<std::string>();
    column.quoted = row.next<std::string>();
    column.type = row.next<std::uint32_t>();
    column.modifier = row.next<std::int32_t>();
    column.type_sql = row.next<std::string>();
    column.not_null = row.next<bool>();
    column.has_default = row.next<bool>();
    column.always_identity = row.next<bool>();
  }
}

/// The columns that a rule mentions, and those that the generated columns mention that it does.
std::vector<std::size_t> mentioned(const TableFacts& table, const std::string& sql) {
  const ExpressionWords words = words_of(sql);
  std::set<std::size_t> found;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (words.names.contains(table.columns[column].name)) found.insert(column);
  }
  for (const RuleFacts& earlier : table.rules) {
    if (words.names.contains(earlier.name)) found.insert(earlier.columns.begin(), earlier.columns.end());
  }
  return {found.begin(), found.end()};
}

void read_rules(Executor& database, const Tables& tables) {
  const Result result = database.execute(kRules);
  for (int i = 0; i < result.rows(); ++i) {
    RowReader row{result, i};
    TableFacts* table = find(tables, row.next<std::uint32_t>());
    if (table == nullptr) continue;
    RuleFacts rule;
    rule.name = row.next<std::string>();
    rule.sql = row.next<std::string>();
    rule.condition = row.next<std::string>();
    rule.columns = mentioned(*table, rule.sql);
    table->rules.push_back(std::move(rule));
  }
}

void read_references(Executor& database, const Tables& tables) {
  const Result result = database.execute(kReferences);
  for (int i = 0; i < result.rows(); ++i) {
    RowReader row{result, i};
    TableFacts* table = find(tables, row.next<std::uint32_t>());
    if (table == nullptr) continue;
    ReferenceFacts reference;
    reference.name = row.next<std::string>();
    reference.parent = row.next<std::string>();
    const bool own = row.next<bool>();
    reference.columns = positions(*table, row.next<std::vector<std::string>>());
    const auto parent_names = row.next<std::vector<std::string>>();
    if (own) reference.own_parent_columns = positions(*table, parent_names);
    reference.parent_columns = row.next<std::vector<std::string>>();
    reference.parent_tables = row.next<std::vector<std::uint32_t>>();
    // A generated column refers by what it is made of, which the search for a row that fits has to find.
    if (reference.columns.size() == reference.parent_columns.size())
      table->references.push_back(std::move(reference));
  }
}

}  // namespace

std::vector<TableFacts> read_table_facts(Executor& database) {
  std::vector<TableFacts> facts;
  const Result result = database.execute(kTables);
  for (int i = 0; i < result.rows(); ++i) {
    RowReader row{result, i};
    TableFacts& table = facts.emplace_back();
    table.oid = row.next<std::uint32_t>();
    table.name = row.next<std::string>();
  }
  Tables tables;
  for (TableFacts& table : facts) tables[table.oid] = &table;
  read_columns(database, tables);
  read_rules(database, tables);
  read_references(database, tables);
  return facts;
}

}  // namespace schemac::compiler::verify
