// Rows are compared as sets: their values, as text, in the columns that both sides have with one type.
#include "verify/contents.hpp"

#include <algorithm>
#include <string_view>

#include "model/column.hpp"
#include "model/table.hpp"
#include "schemac/codec/codecs.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::verify {
namespace {

constexpr std::string_view kTables = R"(
  SELECT pg_catalog.format('%I.%I', n.nspname, c.relname), c.oid,
         coalesce(pg_catalog.pg_get_partkeydef(c.oid), '')
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
    AND n.nspname <> 'information_schema'
    AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::regclass
                    AND d.objid = c.oid AND d.deptype = 'e'))";

constexpr std::string_view kColumns = R"(
  SELECT pg_catalog.format('%I.%I', n.nspname, c.relname), pg_catalog.quote_ident(a.attname), a.attnum::int4,
         pg_catalog.format_type(a.atttypid, a.atttypmod) || coalesce((
           SELECT pg_catalog.string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e
            WHERE e.enumtypid = a.atttypid), ''),
         CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) ELSE '' END
  FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped)";

void read_rows(Executor& database, const std::string& name, StoredTable& table) {
  std::string list;
  for (const auto& [column, stored] : table.columns) list += (list.empty() ? "" : ", ") + column + "::text";
  const Result result = database.execute("SELECT " + list + " FROM ONLY " + name);
  for (int i = 0; i < result.rows(); ++i) {
    RowReader row{result, i};
    auto& values = table.rows.emplace_back();
    for (const auto& [column, stored] : table.columns)
      values[column] = row.next<std::optional<std::string>>();
  }
}

template <class Map>
void rename_entry(Map& map, const std::string& from, const std::string& to) {
  auto entry = map.extract(from);
  if (entry.empty()) return;
  entry.key() = to;
  map.insert(std::move(entry));
}

void rename_tables(Contents& contents, std::span<const model::Rename> renames, bool back) {
  for (const model::Rename& rename : renames) {
    if (rename.from.kind != model::kTableKind) continue;
    const model::ObjectId& from = back ? rename.to : rename.from;
    rename_entry(contents, from.qualified_name(), (back ? rename.from : rename.to).qualified_name());
  }
}

/// REQUIRES: tables with the names that they have after the renames.
void rename_columns(Contents& contents, std::span<const model::Rename> renames, bool back) {
  for (const model::Rename& rename : renames) {
    const auto table = contents.find(rename.to.qualified_name());
    if (rename.from.kind != model::kColumnKind || table == contents.end()) continue;
    const std::string from = support::quote_identifier((back ? rename.to : rename.from).part);
    const std::string to = support::quote_identifier((back ? rename.from : rename.to).part);
    rename_entry(table->second.columns, from, to);
    for (auto& row : table->second.rows) rename_entry(row, from, to);
  }
}

/// The rows cut down to some columns, in no order.
std::vector<std::vector<std::optional<std::string>>> projected(const StoredTable& table,
                                                               const std::vector<std::string>& columns) {
  std::vector<std::vector<std::optional<std::string>>> rows;
  for (const auto& row : table.rows) {
    auto& values = rows.emplace_back();
    for (const std::string& column : columns) values.push_back(row.at(column));
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

void compare_columns(const std::string& name, const StoredTable& before, const StoredTable& after,
                     std::vector<Loss>& found) {
  for (const auto& [column, old] : before.columns) {
    const auto now = after.columns.find(column);
    if (now == after.columns.end() || now->second.generated != old.generated) continue;
    if (now->second.number == old.number) continue;
    found.push_back({Loss::Kind::recreated, "column " + name + "." + column + " was number " +
                                                std::to_string(old.number) + " and is " +
                                                std::to_string(now->second.number)});
  }
}

void compare_rows(const std::string& name, const StoredTable& before, const StoredTable& after,
                  std::vector<Loss>& found) {
  std::vector<std::string> columns;
  for (const auto& [column, old] : before.columns) {
    const auto now = after.columns.find(column);
    if (now != after.columns.end() && now->second.type == old.type && old.generated.empty() &&
        now->second.generated.empty())
      columns.push_back(column);
  }
  if (before.rows.size() != after.rows.size())
    found.push_back({Loss::Kind::rows, name + " had " + std::to_string(before.rows.size()) +
                                           " rows and has " + std::to_string(after.rows.size())});
  else if (projected(before, columns) != projected(after, columns))
    found.push_back({Loss::Kind::rows, name + " has other values"});
}

}  // namespace

Contents read_contents(Executor& database) {
  Contents contents;
  const Result tables = database.execute(kTables);
  for (int i = 0; i < tables.rows(); ++i) {
    RowReader row{tables, i};
    StoredTable& table = contents[row.next<std::string>()];
    table.oid = row.next<std::uint32_t>();
    table.partitioned_by = row.next<std::string>();
  }
  const Result columns = database.execute(kColumns);
  for (int i = 0; i < columns.rows(); ++i) {
    RowReader row{columns, i};
    const auto table = contents.find(row.next<std::string>());
    if (table == contents.end()) continue;
    StoredColumn& column = table->second.columns[row.next<std::string>()];
    column.number = row.next<std::int32_t>();
    column.type = row.next<std::string>();
    column.generated = row.next<std::string>();
  }
  for (auto& [name, table] : contents) {
    if (table.partitioned_by.empty()) read_rows(database, name, table);
  }
  return contents;
}

Contents renamed(Contents contents, std::span<const model::Rename> renames) {
  rename_tables(contents, renames, false);
  rename_columns(contents, renames, false);
  return contents;
}

Contents renamed_back(Contents contents, std::span<const model::Rename> renames) {
  rename_columns(contents, renames, true);
  rename_tables(contents, renames, true);
  return contents;
}

std::vector<Loss> losses(const Contents& before, const Contents& after) {
  std::vector<Loss> found;
  for (const auto& [name, old] : before) {
    const auto now = after.find(name);
    if (now == after.end() || now->second.partitioned_by != old.partitioned_by) continue;
    if (now->second.oid != old.oid) {
      found.push_back({Loss::Kind::recreated, "table " + name + " is another one"});
      continue;
    }
    compare_columns(name, old, now->second, found);
    compare_rows(name, old, now->second, found);
  }
  return found;
}

}  // namespace schemac::compiler::verify
