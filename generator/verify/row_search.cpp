// The server is the only judge of a row. Its objection names a constraint or a column: what that mentions is
// drawn again, from values that the constraint itself speaks of more often than not; everything else stays.
#include "verify/row_search.hpp"

#include <algorithm>

#include "schemac/codec/codecs.hpp"

namespace schemac::compiler::verify {
namespace {

constexpr int kAttempts = 300;
constexpr std::uint32_t kNumbers = 5000;  // ordinary values that are drawn from
constexpr std::string_view kNull = "NULL";
constexpr std::string_view kDefault = "DEFAULT";

bool share(const std::vector<std::size_t>& left, const std::vector<std::size_t>& right) {
  return std::any_of(left.begin(), left.end(), [&](std::size_t position) {
    return std::find(right.begin(), right.end(), position) != right.end();
  });
}

std::string joined(const std::vector<std::string>& parts, const std::string& separator) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : separator) + part;
  return text;
}

}  // namespace

std::optional<std::string> RowSearch::insert(RowKind kind, std::uint32_t number) {
  std::optional<std::string> objection = start(kind, number);
  if (objection) return objection;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    objection = try_insert();
    if (!objection || !repair(blamed_)) break;
  }
  return objection;
}

std::optional<std::string> RowSearch::start(RowKind kind, std::uint32_t number) {
  values_.clear();
  for (std::size_t i = 0; i < table_.columns.size(); ++i) values_.push_back(first_value(i, kind, number));
  for (const ReferenceFacts& reference : table_.references) {
    if (!refer(reference, kind, number))
      return reference.name + ": no row to refer to in " + reference.parent;
  }
  return std::nullopt;
}

/// Why the server refuses the row, if it does; `blamed_` is then what to change.
std::optional<std::string> RowSearch::try_insert() {
  std::vector<std::string> names;
  for (const ColumnFacts& column : table_.columns) names.push_back(column.quoted);
  const std::string row = names.empty()
                              ? " DEFAULT VALUES"
                              : " (" + joined(names, ", ") + ") VALUES (" + joined(values_, ", ") + ")";
  const Attempt attempt = attempts_.run({"INSERT INTO " + table_.name + row}).front();
  if (!attempt.refused) return std::nullopt;
  blamed_ = to_blame(attempt);
  return attempt.message;
}

RowSearch::Positions RowSearch::to_blame(const Attempt& attempt) {
  if (!attempt.breaks_a_rule) return some_rules_columns();
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    if (attempt.column != table_.columns[i].name) continue;
    table_.columns[i].not_null = true;  // a check says so, or a domain
    return {i};
  }
  for (const ReferenceFacts& reference : table_.references) {
    if (reference.name == attempt.constraint) return reference.columns;
  }
  for (const RuleFacts& rule : table_.rules) {
    const bool named = rule.name == (attempt.column.empty() ? attempt.constraint : attempt.column);
    if (named && !rule.columns.empty()) return rule.columns;
  }
  Positions of_domains;
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    if (!types_.conditions(table_.columns[i].type).empty()) of_domains.push_back(i);
  }
  return of_domains.empty() ? all_columns() : of_domains;
}

/// Draws the columns again, and then every reference that touches them. False where one has nothing to refer
/// to.
bool RowSearch::repair(const Positions& columns) {
  for (std::size_t column : columns) values_[column] = other_value(column);
  return std::all_of(table_.references.begin(), table_.references.end(),
                     [&](const ReferenceFacts& reference) {
                       const bool touched =
                           share(reference.columns, columns) || share(reference.own_parent_columns, columns);
                       return !touched || refer(reference, RowKind::ordinary, std::nullopt);
                     });
}

std::string RowSearch::first_value(std::size_t position, RowKind kind, std::uint32_t number) {
  const ColumnFacts& column = table_.columns[position];
  if (column.always_identity) return std::string{kDefault};
  if (kind == RowKind::empty && !column.not_null) return std::string{kNull};
  const std::vector<std::string> edges =
      kind == RowKind::edges ? types_.edges(column.type) : std::vector<std::string>{};
  if (!edges.empty()) return sql_literal(edges[(number + position) % edges.size()]);
  if (column.has_default) return std::string{kDefault};
  if (!types_.conditions(column.type).empty()) {
    const std::vector<std::string>& candidates = candidates_.of(position);
    if (!candidates.empty()) return candidates[number % candidates.size()];
  }
  return sql_literal(types_.ordinary(column.type, column.modifier, number));
}

std::string RowSearch::other_value(std::size_t position) {
  const ColumnFacts& column = table_.columns[position];
  if (column.always_identity) return std::string{kDefault};
  const std::uint32_t way = pick(8);
  if (way == 0 && !column.not_null) return std::string{kNull};
  if (way == 1 && column.has_default) return std::string{kDefault};
  const std::vector<std::string>& candidates = candidates_.of(position);
  if (way < 6 && !candidates.empty()) return candidates[pick(candidates.size())];
  return sql_literal(types_.ordinary(column.type, column.modifier, pick(kNumbers)));
}

/// Makes the row refer to a row of the parent (the one that `number` says, or any), to itself, or to none.
/// False where none of these is possible.
bool RowSearch::refer(const ReferenceFacts& reference, RowKind kind, std::optional<std::uint32_t> number) {
  const bool optional = std::all_of(reference.columns.begin(), reference.columns.end(),
                                    [&](std::size_t position) { return !table_.columns[position].not_null; });
  const bool partial = std::any_of(reference.columns.begin(), reference.columns.end(),
                                   [&](std::size_t position) { return values_[position] == kNull; });
  if (kind == RowKind::empty && partial && optional) return true;
  const std::vector<std::vector<std::string>> parents = parent_rows(reference);
  const bool own = reference.own_parent_columns.size() == reference.columns.size();
  const bool to_none = optional && (parents.empty() || (!number && pick(4) == 0));
  if (!to_none && own && (parents.empty() || (!number && pick(3) == 0))) {
    refer_to_itself(reference);
    return true;
  }
  if (!to_none && parents.empty()) return false;
  const std::size_t chosen = to_none ? 0 : number ? *number % parents.size() : pick(parents.size());
  for (std::size_t i = 0; i < reference.columns.size(); ++i)
    values_[reference.columns[i]] = to_none ? std::string{kNull} : parents[chosen][i];
  return true;
}

std::vector<std::vector<std::string>> RowSearch::parent_rows(const ReferenceFacts& reference) {
  std::vector<std::string> texts;
  std::vector<std::string> present;
  for (const std::string& column : reference.parent_columns) {
    texts.push_back(column + "::text");
    present.push_back(column + " IS NOT NULL");
  }
  const Result result =
      transaction_.execute("SELECT " + joined(texts, ", ") + " FROM " + reference.parent + " WHERE " +
                           joined(present, " AND ") + " ORDER BY " + joined(texts, ", ") + " LIMIT 20");
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < result.rows(); ++i) {
    RowReader row{result, i};
    std::vector<std::string>& values = rows.emplace_back();
    for (int column = 0; column < result.columns(); ++column)
      values.push_back(sql_literal(row.next<std::string>()));
  }
  return rows;
}

void RowSearch::refer_to_itself(const ReferenceFacts& reference) {
  for (std::size_t i = 0; i < reference.columns.size(); ++i) {
    std::string& target = values_[reference.own_parent_columns[i]];
    const ColumnFacts& column = table_.columns[reference.own_parent_columns[i]];
    if (target == kDefault || target == kNull)
      target = sql_literal(types_.ordinary(column.type, column.modifier, pick(kNumbers)));
    values_[reference.columns[i]] = target;
  }
}

/// The columns of some rule: an expression that cannot be computed is in one of them. All, if it has none.
RowSearch::Positions RowSearch::some_rules_columns() {
  if (table_.rules.empty()) return all_columns();
  const RuleFacts& rule = table_.rules[pick(table_.rules.size())];
  return rule.columns.empty() ? all_columns() : rule.columns;
}

RowSearch::Positions RowSearch::all_columns() const {
  Positions all;
  for (std::size_t i = 0; i < table_.columns.size(); ++i) all.push_back(i);
  return all;
}

}  // namespace schemac::compiler::verify
