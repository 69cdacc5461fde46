// The string form of a column, taken apart: "numeric(12,2)[]? = '{}'".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace schemac::compiler::resolve {

// What is said of a value that is none of a column's forms.
inline constexpr std::string_view kColumnSentence = "a column is a text, `type[?][ = SQL]`, or an object";
inline constexpr std::string_view kColumnTextSentence =
    "not a column: `type[?][ = SQL]`, where the type is one of PostgreSQL or of this project";
inline constexpr std::string_view kTypeSentence =
    "not a type of PostgreSQL or of this project; a default is a key of its own here";

/// Bytes [begin, end) of the text that was taken apart.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct ColumnForm {
  std::string type;  ///< lower case, blanks folded, without parameters: "timestamp with time zone"
  std::vector<std::string> parameters;  ///< "12", "2"
  Range type_range;
  std::uint32_t dimensions = 0;
  bool nullable = false;
  bool nullable_elements = false;
  std::string default_sql;  ///< as written; empty where there is no "="
  Range default_range;
};

struct FormError {
  std::string message;
  Range range;
};

/// type[(parameters)][?][[]…][?][ = SQL]. A "?" before the brackets lets elements be NULL, one after them the
/// column.
std::variant<ColumnForm, FormError> parse_column_form(std::string_view text);

}  // namespace schemac::compiler::resolve
