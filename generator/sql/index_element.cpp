// Parses one key of an index within `CREATE INDEX ON t (text)`.
#include <pg_query/pg_query.pb-c.h>

#include <algorithm>

#include "sql/expression.hpp"
#include "sql/lexical.hpp"
#include "sql/parse_tree.hpp"
#include "sql/wrapped.hpp"

namespace schemac::compiler::sql {
namespace {

constexpr std::string_view kPrefix = "CREATE INDEX ON t (";

const PgQuery__IndexElem* only_element(const ParseTree& tree) {
  const PgQuery__Node* statement = tree.statement();
  if (statement == nullptr || statement->node_case != PG_QUERY__NODE__NODE_INDEX_STMT) return nullptr;
  const PgQuery__IndexStmt& index = *statement->index_stmt;
  bool more = index.n_index_including_params > 0 || index.n_options > 0 || index.where_clause != nullptr;
  return index.n_index_params != 1 || more ? nullptr : index.index_params[0]->index_elem;
}

/// A name of one or two parts, as SQL spells it.
std::string qualified(PgQuery__Node* const* parts, std::size_t count) {
  std::string name;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) name += '.';
    name += parts[i]->string->sval;
  }
  return name;
}

/// The expression's part of a key's text: inside of its parentheses, or a call up to the end of its own.
std::string_view source_of_expression(std::string_view text) {
  std::size_t open = text.find('(');
  std::size_t depth = 0;
  for (std::size_t i = open; i < text.size(); i = token_end(text, i)) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0) return open == 0 ? text.substr(1, i - 1) : text.substr(0, i + 1);
  }
  return text;
}

/// "first" or "last" where that is not what the order means by itself.
std::string nulls_of(const PgQuery__IndexElem& element, bool descending) {
  if (element.nulls_ordering == PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_FIRST && !descending) return "first";
  if (element.nulls_ordering == PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_LAST && descending) return "last";
  return {};
}

std::size_t first_byte(std::string_view text) {
  return std::min(text.find_first_not_of(" \t\n\r\f\v"), text.size());
}

std::size_t last_byte(std::string_view text) {
  return text.find_last_not_of(" \t\n\r\f\v") + 1;
}

}  // namespace

std::variant<IndexElement, SqlError> parse_index_element(std::string_view text, const Context* context) {
  IndexElement key;
  if (is_plain_name(text)) {
    key.column = text;
    key.end = text.size();
    return key;
  }
  if (auto mistake = lexical_mistake(text)) return *std::move(mistake);
  key.begin = first_byte(text);
  key.end = last_byte(text);
  auto parsed = ParseTree::parse(std::string(kPrefix) + std::string(text) + ")");
  if (auto* error = std::get_if<SqlError>(&parsed)) return error_inside(*error, kPrefix.size(), text);
  const PgQuery__IndexElem* element = only_element(std::get<ParseTree>(parsed));
  if (element == nullptr) return SqlError{"one key of an index is expected", key.begin, key.end};
  if (element->n_opclassopts > 0)
    return SqlError{"parameters of an operator class are not supported", key.begin, key.end};
  key.column = element->name;
  if (element->expr != nullptr) {
    auto described = describe(*element->expr, kPrefix.size(), text, false, context);
    if (auto* error = std::get_if<SqlError>(&described)) return *error;
    key.expression = std::get<Expression>(std::move(described));
    key.expression.canonical =
        canonical_text(*element->expr, deparse_select(*element->expr),
                       source_of_expression(text.substr(key.begin, key.end - key.begin)));
  }
  key.collation = qualified(element->collation, element->n_collation);
  key.opclass = qualified(element->opclass, element->n_opclass);
  key.descending = element->ordering == PG_QUERY__SORT_BY_DIR__SORTBY_DESC;
  key.nulls = nulls_of(*element, key.descending);
  return key;
}

}  // namespace schemac::compiler::sql
