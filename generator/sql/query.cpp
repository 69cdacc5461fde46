// Parses queries.
#include "sql/query.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <algorithm>

#include "sql/lexical.hpp"
#include "sql/query_scope.hpp"
#include "sql/statement.hpp"

namespace schemac::compiler::sql {
namespace {

/// The statement's own text, without blanks and the semicolon at its end.
std::string bare(std::string_view text) {
  std::size_t end = text.find_last_not_of(" \t\n\r;");
  std::string result(text.substr(0, end == std::string_view::npos ? 0 : end + 1));
  if (result.find("--") != std::string::npos) result += '\n';  // what follows must not become a comment
  return result;
}

/// As libpg_query prints it, where that is the same query; else as it was written.
std::string canonical_query(const ParseTree& tree, std::string_view text) {
  std::string printed = tree.deparse();
  if (!printed.empty()) {
    const auto again = ParseTree::parse(printed);
    const auto* reparsed = std::get_if<ParseTree>(&again);
    const PgQuery__Node* statement = reparsed == nullptr ? nullptr : reparsed->statement();
    if (statement != nullptr && same_tree(*tree.statement(), *statement)) return printed;
  }
  return bare(text);
}

std::optional<SqlError> parameter_in(const PgQuery__Node& statement, std::string_view text) {
  const Findings findings = find_mentions(statement, true);
  for (const Mention& refused : findings.refused) {
    if (refused.name == "a parameter") {
      return SqlError{"a parameter cannot stand here", refused.begin, token_end(text, refused.begin)};
    }
  }
  return std::nullopt;
}

}  // namespace

std::variant<Query, SqlError> parse_query(std::string_view text) {
  auto parsed = parse_statement(text, "one SELECT");
  if (auto* error = std::get_if<SqlError>(&parsed)) return *error;
  const auto& tree = std::get<ParseTree>(parsed);
  const PgQuery__Node& statement = *tree.statement();
  if (statement.node_case != PG_QUERY__NODE__NODE_SELECT_STMT ||
      statement.select_stmt->into_clause != nullptr) {
    return SqlError{"one SELECT is expected", blank_end(text, 0), first_token_end(text)};
  }
  if (auto parameter = parameter_in(statement, text)) return *std::move(parameter);
  Query query;
  resolve_names(statement.select_stmt->base, text, query);
  query.canonical = canonical_query(tree, text);
  return query;
}

std::vector<RelationMention> relations_in(std::string_view statements) {
  Query query;
  const auto parsed = ParseTree::parse(std::string(statements));
  if (const auto* tree = std::get_if<ParseTree>(&parsed)) {
    for (const PlacedStatement& statement : tree->statements()) {
      resolve_names(statement.node->base, statements, query);
    }
  }
  return std::move(query.relations);
}

}  // namespace schemac::compiler::sql
