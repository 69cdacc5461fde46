// What a column type knows about itself; one implementation a file in types/.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/type_use.hpp"
#include "syntax/value.hpp"

namespace schemac::compiler::model {

/// Why something is refused: a reason for the place, and what to do.
struct Refusal {
  std::string message;
  std::string help;
  std::size_t begin =
      0;  ///< the bytes [begin, end) of a string that are meant; where equal, all of the value
  std::size_t end = 0;
};

class ColumnType {
 public:
  virtual ~ColumnType() = default;

  /// How definitions may spell it, the recommended one first: {"timestamptz", "timestamp with time zone"}.
  [[nodiscard]] virtual std::span<const std::string_view> spellings() const = 0;

  /// The type with the parameters of its spelling ("50", or "12", "2"; none for "text"), without array
  /// dimensions.
  [[nodiscard]] virtual std::variant<TypeUse, Refusal> use(
      std::span<const std::string_view> parameters) const = 0;

  /// The SQL expression for a JSON literal ("default": 0), or why it is not a value of this type.
  [[nodiscard]] virtual std::variant<std::string, Refusal> literal(const syntax::Value& json,
                                                                   const TypeUse& type) const = 0;

  /// Why `text`, the content of an SQL string literal, is not a value of this type; nothing where it is, or
  /// where only a server can say.
  [[nodiscard]] virtual std::optional<Refusal> refuse_text(std::string_view text,
                                                           const TypeUse& type) const = 0;

  /// The extension that owns it ("citext", "hstore"), or an empty string.
  [[nodiscard]] virtual std::string_view extension() const = 0;
};

}  // namespace schemac::compiler::model
