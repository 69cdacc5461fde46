// libpg_query's parse trees, behind values of our own: no header of ours includes it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sql/expression.hpp"

struct PgQuery__Node;
struct PgQuery__ParseResult;

namespace schemac::compiler::sql {

/// A statement of several, with the bytes that it takes: from behind the semicolon before it to its own; both
/// ends are equal where the text ends without one.
struct PlacedStatement {
  const PgQuery__Node* node;
  std::size_t begin;
  std::size_t end;
};

/// A statement's tree. Nodes live as long as it does.
class ParseTree {
 public:
  ParseTree(ParseTree&&) noexcept;
  ParseTree& operator=(ParseTree&&) noexcept;
  ~ParseTree();

  /// Parses SQL text. The error's range is one point, in bytes of `sql`.
  static std::variant<ParseTree, SqlError> parse(const std::string& sql);

  /// The statement, or nullptr where there is not exactly one.
  [[nodiscard]] const PgQuery__Node* statement() const;
  [[nodiscard]] std::vector<PlacedStatement> statements() const;

  /// The whole text, as libpg_query prints it. Empty where it cannot.
  [[nodiscard]] std::string deparse() const;

 private:
  struct Storage;
  explicit ParseTree(std::unique_ptr<Storage> storage);

  std::unique_ptr<Storage> storage_;
};

/// The only expression of `SELECT expression`, or nullptr where the statement is anything more.
const PgQuery__Node* only_expression(const ParseTree& tree);

/// The text of `SELECT expression`, as libpg_query prints it; for an expression that is part of something
/// else. Empty where it cannot.
std::string deparse_select(const PgQuery__Node& expression);

/// Whether two expressions differ in nothing but their places in the text.
bool same_tree(const PgQuery__Node& a, const PgQuery__Node& b);

/// What an expression refers to; places are bytes of the text that was parsed.
struct Findings {
  std::vector<Mention> columns;
  std::vector<Mention> functions;
  std::vector<Mention> refused;  ///< `name` says what may not stand in a definition: "a sub-query"
};

Findings find_mentions(const PgQuery__Node& expression, bool allow_subquery);

/// True, and the content, for a string literal alone.
bool is_string_literal(const PgQuery__Node& expression, std::string& content);

}  // namespace schemac::compiler::sql
