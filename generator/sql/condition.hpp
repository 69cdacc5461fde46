// Conditions as trees of what other languages can compute just as PostgreSQL does: a subset of SQL, without
// the types of its columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::sql {

enum class TermKind : std::uint8_t {
  column,      ///< text: its name
  number,      ///< text: its digits, with a sign
  text,        ///< text: the literal's content
  truth,       ///< text: "true" or "false"
  negation,    ///< NOT
  all,         ///< AND
  any,         ///< OR
  is_null,     ///< IS NULL
  comparison,  ///< text: = <> < <= > >=
  distinct,    ///< IS DISTINCT FROM
  membership,  ///< the first operand IN the others
  arithmetic,  ///< text: + - * / %
  call,        ///< text: the function of PostgreSQL; "btrim", "char_length", "coalesce", "is_true"
  cast,        ///< text: the type as PostgreSQL's catalogue names it: "int4", "interval", "bill_status"
};

/// A part of a condition.
struct Term {
  TermKind kind = TermKind::truth;
  std::string text = {};
  std::vector<Term> operands = {};
};

/// The tree of a condition, or nothing where a part of it is outside of the subset. BETWEEN, num_nonnulls and
/// the like come as what they stand for.
std::optional<Term> read_condition(std::string_view condition);

/// The columns that the tree names, each once, in order of their first mention.
std::vector<std::string> columns_of(const Term& term);

}  // namespace schemac::compiler::sql
