// What all built-in types share: parameters, arrays of JSON literals, array texts. A type's own file says
// only what is special about it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/column_type.hpp"

namespace schemac::compiler::types {

using model::Refusal;
using model::Shape;
using model::TypeUse;

/// The text of one value, as the type's input function reads it.
struct Literal {
  std::string text;
  bool bare = false;  ///< stands in SQL without quotes: a number, true
};

using UseResult = std::variant<TypeUse, Refusal>;
using LiteralResult = std::variant<Literal, Refusal>;
using Parameters = std::span<const std::string_view>;

/// What one type says of itself. The functions see one element: arrays are taken apart before.
struct ScalarTraits {
  std::vector<std::string_view> spellings;
  TypeUse plain;  ///< the type without parameters
  /// Null for a type that takes no parameters.
  UseResult (*use)(Parameters parameters) = nullptr;
  /// Null for a type whose JSON literal is a string that `refuse_text` does not refuse.
  LiteralResult (*literal)(const syntax::Value& json, const TypeUse& type) = nullptr;
  /// Null for a type of whose texts only a server can say whether they are right.
  std::optional<Refusal> (*refuse_text)(std::string_view text, const TypeUse& type) = nullptr;
  std::string_view extension = {};
};

class ScalarType final : public model::ColumnType {
 public:
  explicit ScalarType(ScalarTraits traits) : traits_(std::move(traits)) {}

  [[nodiscard]] std::span<const std::string_view> spellings() const override { return traits_.spellings; }
  [[nodiscard]] UseResult use(Parameters parameters) const override;
  [[nodiscard]] std::variant<std::string, Refusal> literal(const syntax::Value& json,
                                                           const TypeUse& type) const override;
  [[nodiscard]] std::optional<Refusal> refuse_text(std::string_view text, const TypeUse& type) const override;
  [[nodiscard]] std::string_view extension() const override { return traits_.extension; }

 private:
  [[nodiscard]] LiteralResult element(const syntax::Value& json, const TypeUse& type) const;
  [[nodiscard]] std::optional<Refusal> append_array(const syntax::Value& json, const TypeUse& type,
                                                    std::uint32_t depth, std::string& out) const;

  ScalarTraits traits_;
};

/// The traits of a type without parameters.
TypeUse plain_use(std::string_view sql, Shape shape);

/// A type parameter that must be a whole number in [low, high], or why it is not.
std::variant<std::int64_t, Refusal> number_parameter(std::string_view text, std::string_view type,
                                                     std::string_view meaning, std::int64_t low,
                                                     std::int64_t high);

/// "expected a number for smallint, found a string".
Refusal wrong_kind(const syntax::Value& json, std::string_view expected, const TypeUse& type);

/// "`70000` is not a value of smallint: it is over 32767".
Refusal not_a_value(std::string_view text, const TypeUse& type, std::string_view reason);

}  // namespace schemac::compiler::types
