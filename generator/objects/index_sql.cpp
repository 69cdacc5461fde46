// CREATE INDEX in its forms, and what the runner asks the catalogue about one that it may have begun.
#include "objects/index_sql.hpp"

#include "objects/options.hpp"
#include "objects/sql_text.hpp"
#include "support/naming.hpp"
#include "support/utf8.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Index;
using model::IndexKey;
using model::Step;
using support::quote_identifier;

/// A collation's name without the schema that every search path has; other dots belong to it ("en_US.utf8").
std::string_view unqualified(std::string_view collation) {
  constexpr std::string_view kCatalog = "pg_catalog.";
  return collation.starts_with(kCatalog) ? collation.substr(kCatalog.size()) : collation;
}

std::string key_expression(const IndexKey& key) {
  if (!key.column.empty()) return quote_identifier(key.column);
  return called_function(key.expression) ? key.expression : "(" + key.expression + ")";
}

std::string key_sql(const IndexKey& key) {
  std::string sql = key_expression(key);
  if (!key.collation.empty()) {
    sql += " COLLATE ";
    if (!key.collation_schema.empty()) sql += quote_identifier(key.collation_schema) + ".";
    sql += quote_identifier(unqualified(key.collation));
  }
  if (!key.opclass.empty()) sql += " " + key.opclass;
  if (key.descending) sql += " DESC";
  if (!key.nulls.empty()) sql += key.nulls == "first" ? " NULLS FIRST" : " NULLS LAST";
  return sql;
}

}  // namespace

model::ObjectId NamedIndex::table() const {
  return {index.relation, schema, index.table, {}};
}

std::string NamedIndex::qualified_name() const {
  return model::ObjectId{{}, schema, name, {}}.qualified_name();
}

std::string create_index(const NamedIndex& named, Build build) {
  const Index& index = named.index;
  std::string sql = index.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
  if (build == Build::concurrently) sql += "CONCURRENTLY ";
  sql += quote_identifier(named.name) + (build == Build::only ? " ON ONLY " : " ON ");
  sql += named.table().qualified_name();
  if (index.method != "btree") sql += " USING " + quote_identifier(index.method);
  std::vector<std::string> keys;
  for (const IndexKey& key : index.keys) keys.push_back(key_sql(key));
  sql += " (" + joined(keys, ", ") + ")";
  if (!index.include.empty()) sql += " INCLUDE " + column_list(index.include);
  if (index.nulls_not_distinct) sql += " NULLS NOT DISTINCT";
  sql += with_options(index.storage);
  if (!index.predicate.empty()) sql += " WHERE " + index.predicate;
  return sql;
}

std::vector<Step> change_storage(const model::ObjectId& object, const std::string& index,
                                 const std::vector<std::string>& from, const std::vector<std::string>& to) {
  std::vector<Step> steps;
  for (std::string& sql : change_options("ALTER INDEX " + index, from, to))
    steps.push_back({object, std::move(sql)});
  return steps;
}

std::vector<Step> set_statistics(const model::ObjectId& object, const NamedIndex& named,
                                 const std::vector<IndexKey>& before) {
  std::vector<Step> steps;
  for (std::size_t i = 0; i < named.index.keys.size(); ++i) {
    const int target = named.index.keys[i].statistics;
    if (target == (i < before.size() ? before[i].statistics : IndexKey{}.statistics)) continue;
    steps.push_back({object, "ALTER INDEX " + named.qualified_name() + " ALTER COLUMN " +
                                 std::to_string(i + 1) + " SET STATISTICS " + std::to_string(target)});
  }
  return steps;
}

Step build_concurrently(const model::ObjectId& object, const NamedIndex& named) {
  const std::string name = named.qualified_name();
  Step step{object, create_index(named, Build::concurrently)};
  step.lock = "SHARE UPDATE EXCLUSIVE on " + named.table().qualified_name();
  step.in_transaction = false;
  step.probe =
      "SELECT coalesce((SELECT CASE WHEN indisvalid THEN 'done' ELSE 'partial' END FROM pg_catalog.pg_index"
      " WHERE indexrelid = pg_catalog.to_regclass(" +
      support::quote_literal(name) + ")), 'absent')";
  step.repair = "DROP INDEX CONCURRENTLY " + name;
  expect_distinct(step, named);
  return step;
}

Step drop_concurrently(const model::ObjectId& object, const NamedIndex& named) {
  Step step{object, "DROP INDEX CONCURRENTLY " + named.qualified_name()};
  step.lock = "SHARE UPDATE EXCLUSIVE on " + named.table().qualified_name();
  step.in_transaction = false;
  step.probe = "SELECT CASE WHEN pg_catalog.to_regclass(" + support::quote_literal(named.qualified_name()) +
               ") IS NULL THEN 'done' ELSE 'absent' END";
  return step;
}

void expect_distinct(Step& step, const NamedIndex& named) {
  const Index& index = named.index;
  if (!index.unique) return;
  std::vector<std::string> keys;
  std::vector<std::string> conditions;
  if (!index.predicate.empty()) conditions.push_back("(" + index.predicate + ")");
  for (const IndexKey& key : index.keys) {
    keys.push_back("(" + (key.column.empty() ? key.expression : quote_identifier(key.column)) + ")");
    if (!index.nulls_not_distinct) conditions.push_back(keys.back() + " IS NOT NULL");
  }
  const std::string table = named.table().qualified_name();
  step.hazards.push_back({std::string(model::hazards::kNeedsData),
                          "fails where two rows of " + table + " agree in " + joined(keys, ", ")});
  step.precondition = "SELECT NOT EXISTS (SELECT FROM " + table;
  if (!conditions.empty()) step.precondition += " WHERE " + joined(conditions, " AND ");
  step.precondition += " GROUP BY " + joined(keys, ", ") + " HAVING count(*) > 1)";
}

std::string beside_name(const std::string& name) {
  constexpr std::string_view kSuffix = "__new";
  std::size_t kept = 0;
  while (kept < name.size()) {
    const std::size_t next = kept + support::first_code_point(std::string_view(name).substr(kept)).bytes;
    if (next > support::kMaxIdentifierBytes - kSuffix.size()) break;
    kept = next;
  }
  return name.substr(0, kept) + std::string(kSuffix);
}

}  // namespace schemac::compiler::objects
