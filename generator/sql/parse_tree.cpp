// Calls libpg_query: text -> packed tree -> unpacked tree, and back to text. A tree goes to the deparser as
// the only target of a SELECT.
#include "sql/parse_tree.hpp"

#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>

#include <cstdint>

namespace schemac::compiler::sql {
namespace {

constexpr std::string_view kSelect = "SELECT ";

/// The byte offset of code point `index`, counted from 1 as libpg_query counts in errors.
std::size_t byte_of(std::string_view sql, int index) {
  std::size_t byte = 0;
  for (int point = 1; byte < sql.size(); ++byte) {
    bool starts_point = (static_cast<unsigned char>(sql[byte]) & 0xC0U) != 0x80U;
    if (starts_point && point++ == index) return byte;
  }
  return sql.size();
}

SqlError to_error(std::string_view sql, const PgQueryError& error) {
  std::size_t place = error.cursorpos > 0 ? byte_of(sql, error.cursorpos) : sql.size();
  return {error.message, place, place};
}

std::string deparse_packed(std::vector<std::uint8_t>& packed) {
  PgQueryProtobuf buffer;
  buffer.len = packed.size();
  buffer.data = reinterpret_cast<char*>(packed.data());
  PgQueryDeparseResult result = pg_query_deparse_protobuf(buffer);
  std::string text = result.error == nullptr && result.query != nullptr ? result.query : "";
  pg_query_free_deparse_result(result);
  if (text.substr(0, kSelect.size()) != kSelect) return {};
  return text.substr(kSelect.size());
}

bool is_bare_select(const PgQuery__SelectStmt& select) {
  std::size_t clauses = select.n_distinct_clause + select.n_from_clause + select.n_group_clause +
                        select.n_window_clause + select.n_values_lists + select.n_sort_clause +
                        select.n_locking_clause;
  bool more = select.into_clause != nullptr || select.where_clause != nullptr ||
              select.having_clause != nullptr || select.limit_offset != nullptr ||
              select.limit_count != nullptr || select.with_clause != nullptr || select.larg != nullptr ||
              select.rarg != nullptr;
  return clauses == 0 && !more && select.n_target_list == 1;
}

}  // namespace

void ParseTree::Free::operator()(PgQuery__ParseResult* tree) const {
  pg_query__parse_result__free_unpacked(tree, nullptr);
}

std::variant<ParseTree, SqlError> ParseTree::parse(const std::string& sql) {
  PgQueryProtobufParseResult result = pg_query_parse_protobuf(sql.c_str());
  if (result.error != nullptr) {
    SqlError error = to_error(sql, *result.error);
    pg_query_free_protobuf_parse_result(result);
    return error;
  }
  ParseTree tree;
  tree.tree_.reset(pg_query__parse_result__unpack(
      nullptr, result.parse_tree.len, reinterpret_cast<const std::uint8_t*>(result.parse_tree.data)));
  pg_query_free_protobuf_parse_result(result);
  return tree;
}

const PgQuery__Node* ParseTree::statement() const {
  if (tree_ == nullptr || tree_->n_stmts != 1) return nullptr;
  return tree_->stmts[0]->stmt;
}

const PgQuery__Node* only_expression(const ParseTree& tree) {
  const PgQuery__Node* statement = tree.statement();
  if (statement == nullptr || statement->node_case != PG_QUERY__NODE__NODE_SELECT_STMT) return nullptr;
  const PgQuery__SelectStmt& select = *statement->select_stmt;
  if (!is_bare_select(select)) return nullptr;
  const PgQuery__Node& target = *select.target_list[0];
  if (target.node_case != PG_QUERY__NODE__NODE_RES_TARGET || target.res_target->name[0] != '\0')
    return nullptr;
  return target.res_target->val;
}

std::string deparse(const PgQuery__Node& expression) {
  PgQuery__ResTarget target = PG_QUERY__RES_TARGET__INIT;
  target.val = const_cast<PgQuery__Node*>(&expression);  // the C structs know no const; packing only reads
  PgQuery__Node target_node = PG_QUERY__NODE__INIT;
  target_node.node_case = PG_QUERY__NODE__NODE_RES_TARGET;
  target_node.res_target = &target;
  PgQuery__Node* targets[] = {&target_node};
  PgQuery__SelectStmt select = PG_QUERY__SELECT_STMT__INIT;
  select.n_target_list = 1;
  select.target_list = targets;
  select.limit_option = PG_QUERY__LIMIT_OPTION__LIMIT_OPTION_DEFAULT;
  select.op = PG_QUERY__SET_OPERATION__SETOP_NONE;
  PgQuery__Node statement = PG_QUERY__NODE__INIT;
  statement.node_case = PG_QUERY__NODE__NODE_SELECT_STMT;
  statement.select_stmt = &select;
  PgQuery__RawStmt raw = PG_QUERY__RAW_STMT__INIT;
  raw.stmt = &statement;
  PgQuery__RawStmt* statements[] = {&raw};
  PgQuery__ParseResult result = PG_QUERY__PARSE_RESULT__INIT;
  result.n_stmts = 1;
  result.stmts = statements;
  std::vector<std::uint8_t> packed(pg_query__parse_result__get_packed_size(&result));
  pg_query__parse_result__pack(&result, packed.data());
  return deparse_packed(packed);
}

}  // namespace schemac::compiler::sql
