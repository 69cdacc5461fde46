// Calls libpg_query: text -> packed tree -> unpacked tree, and back to text. A tree goes to the deparser as
// the only target of a SELECT.
#include "sql/parse_tree.hpp"

#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>

#include <algorithm>
#include <cstdint>

namespace schemac::compiler::sql {
namespace {

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

std::string deparse_packed(PgQueryProtobuf packed) {
  PgQueryDeparseResult result = pg_query_deparse_protobuf(packed);
  std::string text = result.error == nullptr && result.query != nullptr ? result.query : "";
  pg_query_free_deparse_result(result);
  return text;
}

/// Memory that is given back all at once.
class Arena {
 public:
  void* allocate(std::size_t size) {
    size = (size + kAlignment - 1) / kAlignment * kAlignment;
    if (size > left_) {
      left_ = std::max(size, kBlock);
      blocks_.push_back(std::make_unique<std::byte[]>(left_));
      next_ = blocks_.back().get();
    }
    void* memory = next_;
    next_ += size;
    left_ -= size;
    return memory;
  }

  ProtobufCAllocator allocator() {
    return {[](void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); },
            [](void*, void*) {}, this};
  }

 private:
  static constexpr std::size_t kBlock = 8192;
  static constexpr std::size_t kAlignment = alignof(std::max_align_t);

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

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

struct ParseTree::Storage {
  explicit Storage(PgQueryProtobufParseResult result) : packed(result) {}
  ~Storage() { pg_query_free_protobuf_parse_result(packed); }
  Storage(const Storage&) = delete;
  Storage& operator=(const Storage&) = delete;

  PgQueryProtobufParseResult packed;
  Arena arena;
  PgQuery__ParseResult* tree = nullptr;  // in the arena
};

ParseTree::ParseTree(std::unique_ptr<Storage> storage) : storage_(std::move(storage)) {}
ParseTree::ParseTree(ParseTree&&) noexcept = default;
ParseTree& ParseTree::operator=(ParseTree&&) noexcept = default;
ParseTree::~ParseTree() = default;

std::variant<ParseTree, SqlError> ParseTree::parse(const std::string& sql) {
  auto owned = std::make_unique<Storage>(pg_query_parse_protobuf(sql.c_str()));
  Storage& storage = *owned;
  if (storage.packed.error != nullptr) return to_error(sql, *storage.packed.error);
  ProtobufCAllocator allocator = storage.arena.allocator();
  storage.tree =
      pg_query__parse_result__unpack(&allocator, storage.packed.parse_tree.len,
                                     reinterpret_cast<const std::uint8_t*>(storage.packed.parse_tree.data));
  return ParseTree(std::move(owned));
}

const PgQuery__Node* ParseTree::statement() const {
  const PgQuery__ParseResult* tree = storage_->tree;
  if (tree == nullptr || tree->n_stmts != 1) return nullptr;
  return tree->stmts[0]->stmt;
}

std::vector<PlacedStatement> ParseTree::statements() const {
  std::vector<PlacedStatement> result;
  const PgQuery__ParseResult* tree = storage_->tree;
  for (std::size_t i = 0; tree != nullptr && i < tree->n_stmts; ++i) {
    const PgQuery__RawStmt& raw = *tree->stmts[i];
    const auto begin = static_cast<std::size_t>(raw.stmt_location);
    result.push_back({raw.stmt, begin, begin + static_cast<std::size_t>(raw.stmt_len)});
  }
  return result;
}

std::string ParseTree::deparse() const {
  return deparse_packed(storage_->packed.parse_tree);
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

std::string deparse_select(const PgQuery__Node& expression) {
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
  return deparse_packed({packed.size(), reinterpret_cast<char*>(packed.data())});
}

}  // namespace schemac::compiler::sql
