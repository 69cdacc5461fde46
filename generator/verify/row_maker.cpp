// Tables are filled after those that they refer to. In a circle of references, one whose references may all
// be NULL goes first.
#include "verify/row_maker.hpp"

#include <algorithm>
#include <set>

#include "schemac/connection.hpp"
#include "verify/muted_triggers.hpp"
#include "verify/row_search.hpp"

namespace schemac::compiler::verify {
namespace {

constexpr std::uint32_t kKinds = 3;

bool is_optional(const TableFacts& table, const ReferenceFacts& reference) {
  return std::all_of(reference.columns.begin(), reference.columns.end(),
                     [&](std::size_t position) { return !table.columns[position].not_null; });
}

/// Whether nothing that the table refers to is still to be filled.
bool is_ready(const TableFacts& table, const std::set<std::uint32_t>& waiting, bool optional_too) {
  return std::all_of(table.references.begin(), table.references.end(), [&](const ReferenceFacts& reference) {
    if (!optional_too && is_optional(table, reference)) return true;
    return std::all_of(
        reference.parent_tables.begin(), reference.parent_tables.end(),
        [&](std::uint32_t parent) { return parent == table.oid || !waiting.contains(parent); });
  });
}

/// The tables in the order in which they are filled.
std::vector<const TableFacts*> filling_order(const std::vector<TableFacts>& tables) {
  std::set<std::uint32_t> waiting;
  for (const TableFacts& table : tables) waiting.insert(table.oid);
  const auto next = [&](bool optional_too) {
    return std::find_if(tables.begin(), tables.end(), [&](const TableFacts& table) {
      return waiting.contains(table.oid) && is_ready(table, waiting, optional_too);
    });
  };
  std::vector<const TableFacts*> order;
  while (!waiting.empty()) {
    auto chosen = next(true);
    if (chosen == tables.end()) chosen = next(false);
    if (chosen == tables.end())  // a circle without a beginning
      chosen = std::find_if(tables.begin(), tables.end(),
                            [&](const TableFacts& table) { return waiting.contains(table.oid); });
    order.push_back(&*chosen);
    waiting.erase(chosen->oid);
  }
  return order;
}

FilledTable fill(Transaction& transaction, Attempts& attempts, const TypeValues& types,
                 const TableFacts& table, std::uint32_t rows) {
  FilledTable filled{table.name, 0, {}};
  RowSearch search{transaction, attempts, types, table};
  for (std::uint32_t number = 0; number < rows; ++number) {
    const auto objection = search.insert(static_cast<RowKind>(number % kKinds), number);
    if (objection) filled.reason = *objection;
    if (objection && filled.rows == 0) break;  // another kind of row would not fare better
    filled.rows += objection ? 0 : 1;
  }
  return filled;
}

}  // namespace

std::vector<FilledTable> make_rows(const std::string& connection_string, std::uint32_t rows) {
  Connection connection{connection_string, {.prepared_statements = 0}};
  Transaction transaction = connection.begin();
  transaction.execute("SET LOCAL statement_timeout = '10s'");
  transaction.execute("SET CONSTRAINTS ALL IMMEDIATE");
  MutedTriggers triggers{transaction};
  Attempts attempts{transaction};
  const TypeValues types{transaction};
  const std::vector<TableFacts> tables = read_table_facts(transaction);
  std::vector<FilledTable> filled;
  for (const TableFacts* table : filling_order(tables))
    filled.push_back(fill(transaction, attempts, types, *table, rows));
  triggers.wake();
  transaction.commit();
  return filled;
}

}  // namespace schemac::compiler::verify
