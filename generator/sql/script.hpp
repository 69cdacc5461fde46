// The statements of an SQL script and what each does, as far as a reviewer of migrations needs to know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sql/expression.hpp"

namespace schemac::compiler::sql {

enum class Act : std::uint8_t {
  begin,
  end,  ///< COMMIT or ROLLBACK
  set_lock_timeout,
  create_table,
  define_column,  ///< in CREATE TABLE; with `column`
  add_column,     ///< with `column`
  drop_column,
  set_type,  ///< to `other`
  set_not_null,
  drop_not_null,
  add_check,  ///< with `column.not_null` where it is `name IS NOT NULL` alone; `other` is then that column
  add_foreign_key,
  add_key,  ///< UNIQUE or PRIMARY KEY
  add_exclusion,
  validate,
  add_domain_check,  ///< or SET NOT NULL
  create_index,
  drop_index,
  reindex,
  refresh_view,
  attach_partition,  ///< `name` is the partition
  detach_partition,
  rewrite_table,
  rename_column,
  rename_table,  ///< to `other`
  set_schema,
  drop_table,
  drop_database,
  drop_object,  ///< of any other kind
  truncate,
  write_all,  ///< UPDATE or DELETE without WHERE
  lock_table,
  add_enum_value,  ///< `name` is the value, `other` its neighbour
  stands_alone,    ///< what no transaction may hold, and none of the others
  run_block,       ///< DO
  other,
};

/// A column as CREATE TABLE and ADD COLUMN define it.
struct ColumnTraits {
  bool not_null = false;
  bool has_default = false;
  bool volatile_default = false;  ///< each row gets a value of its own
  bool computed = false;          ///< GENERATED … STORED, an identity, or serial
  bool is_serial = false;
  bool is_key = false;
};

struct Action {
  Act act = Act::other;
  std::string object;  ///< the table, type, index, …: "public.bills", also where no schema is written
  std::string name;    ///< of its part: a column, a constraint
  std::string other;   ///< see Act
  ColumnTraits column;
  bool concurrently = false;
  bool not_valid = false;  ///< NOT VALID, or made from an index that is there
  bool cascade = false;    ///< and everything that needs it
  bool no_schema = false;  ///< the statement does not say in which schema `object` is
  std::size_t begin = 0;   ///< where to point at, in bytes of the script
  std::size_t end = 0;
};

struct ScriptStatement {
  std::size_t begin = 0;              ///< of its first word
  std::size_t end = 0;                ///< behind its last character
  std::vector<Action> actions;        ///< never empty
  std::vector<std::string> literals;  ///< the strings that it holds
};

/// Parses a whole script; places are bytes of `text`. What nests too deep for the parser is an error, too.
std::variant<std::vector<ScriptStatement>, SqlError> read_script(const std::string& text);

}  // namespace schemac::compiler::sql
