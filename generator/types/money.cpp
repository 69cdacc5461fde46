// money: 64 bits of the smallest unit (two decimals). Its text form depends on the server's lc_monetary, so
// that only a server can judge texts.
#include "types/scalar_type.hpp"
#include "types/text_scan.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

LiteralResult literal(const syntax::Value& json, const TypeUse& type) {
  if (!json.is(syntax::Kind::number)) return wrong_kind(json, "a number", type);
  auto parts = parse_decimal(json.text);
  std::string cents = parts ? parts->digits : std::string();
  std::int64_t scale = parts ? parts->scale : 0;
  for (; scale > 2 && !cents.empty() && cents.back() == '0'; --scale) cents.pop_back();
  if (scale > 2 && !cents.empty()) return not_a_value(json.text, type, "it has two decimals");
  if (cents.size() <= 19)
    cents.append(static_cast<std::size_t>(std::max<std::int64_t>(0, std::min<std::int64_t>(2 - scale, 20))),
                 '0');
  if (!parts || (!cents.empty() && !parse_integer((parts->negative ? "-" : "") + cents))) {
    return not_a_value(json.text, type, "it takes -92233720368547758.08 to 92233720368547758.07");
  }
  return Literal{json.text, true};
}

/// A locale's symbol may be letters ("kr"), and nothing at all is nothing; a longer word is no amount
/// anywhere.
std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  constexpr std::size_t kLongestSymbol = 4;
  const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
  const bool is_list = text.find_first_of("{}[]") != std::string_view::npos;
  if (!is_list && (has_digit || trimmed(text).size() <= kLongestSymbol)) return std::nullopt;
  return not_a_value(text, type, "it is no amount");
}

}  // namespace

const model::ColumnType& money_type() {
  static const ScalarType kType{{.spellings = {"money"},
                                 .plain = plain_use("money", Shape::money),
                                 .literal = literal,
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
