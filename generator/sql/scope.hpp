// What an expression of a definition may refer to, where it stands, and what PostgreSQL would refuse about
// it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::sql {

/// Where an expression stands: what it must be follows from that.
enum class Place : std::uint8_t {
  default_value,
  check,
  index_key,
  index_predicate,
  generated,
  partition_key,
  policy,  ///< the only one that takes sub-queries
  query,
};

/// What the caller knows of the names in an expression. What it does not know is never accused.
class Scope {
 public:
  virtual ~Scope() = default;

  /// A column's type as PostgreSQL prints it ("character varying(50)", "public.bill_status[]"); empty where
  /// it is not known.
  /// @param at where the name stands: in a query, that says whose column it is.
  [[nodiscard]] virtual std::string column_type(std::string_view column, std::size_t at) const = 0;
  /// The values of the project's enum of that name, without its schema; nullptr where there is none.
  [[nodiscard]] virtual const std::vector<std::string>* enum_values(std::string_view name) const = 0;
  /// Why PostgreSQL does not read `text` as a value of that type, which is spelled as PostgreSQL prints it,
  /// without parameters ("date[]"); empty where it does, or where only a server can say.
  [[nodiscard]] virtual std::string value_mistake(std::string_view text, std::string_view type) const = 0;
  [[nodiscard]] virtual bool defines_function(std::string_view name) const = 0;
  [[nodiscard]] virtual bool has_extension(std::string_view name) const = 0;
  /// True where functions, operators and types may exist that nobody told us of: an extension that the facts
  /// do not know is listed.
  [[nodiscard]] virtual bool has_unknown_parts() const = 0;
};

/// What PostgreSQL would refuse about an expression; bytes [begin, end) of its text are meant.
struct Objection {
  std::string_view code;
  std::string message;
  std::string label;
  std::string help;
  std::size_t begin = 0;
  std::size_t end = 0;
};

}  // namespace schemac::compiler::sql
