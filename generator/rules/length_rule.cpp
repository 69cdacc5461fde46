// min_length, max_length and length: one measure, three comparisons.
#include "rules/length_rule.hpp"

#include <optional>

namespace schemac::compiler::rules {
namespace {

constexpr std::size_t kMaxDigits = 9;

std::string_view sql_measure(const TypeUse& type) {
  if (type.dimensions > 0) return "cardinality";
  if (type.shape == Shape::bytes) return "octet_length";
  return type.shape == Shape::text ? "char_length" : "";
}

std::string unit(const TypeUse& type, bool one) {
  std::string_view name = type.dimensions > 0 ? "item" : type.shape == Shape::bytes ? "byte" : "character";
  return std::string(name) + (one ? "" : "s");
}

std::optional<std::uint32_t> whole_number(const syntax::Value& argument) {
  const std::string& text = argument.text;
  bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  if (!argument.is(syntax::Kind::number) || !digits || text.size() > kMaxDigits) return std::nullopt;
  return static_cast<std::uint32_t>(std::stoul(text));
}

}  // namespace

RuleResult LengthRule::use(const syntax::Value& argument, const TypeUse& type,
                           std::string_view column) const {
  std::string_view measure = sql_measure(type);
  if (measure.empty()) return wrong_type(key_, type, "text, bytea and arrays");
  auto number = whole_number(argument);
  if (!number) return Refusal{"`" + std::string(key_) + "` takes a whole number from 0 to 999999999", {}};
  bool limited = type.length > 0 && type.dimensions == 0;
  bool over_type = limited && *number > type.length;
  if (over_type && comparison_ != "<=") {
    return Refusal{"no value of " + type.sql + " has " + argument.text + " characters",
                   "make the type longer"};
  }
  std::string sql = std::string(measure) + "(" + std::string(column) + ") " + std::string(comparison_) + " " +
                    argument.text;
  bool type_says_so = comparison_ == "<=" && limited && *number >= type.length;
  std::string message = (type.dimensions > 0 ? "must have " : "must be ") + std::string(words_) +
                        argument.text + " " + unit(type, *number == 1) + (type.dimensions > 0 ? "" : " long");
  return make_use(key_, argument, type_says_so ? "" : std::move(sql), std::move(message));
}

std::string LengthRule::cpp(const RuleUse& use, const TypeUse& type, std::string_view value) const {
  std::string count;
  if (type.shape == Shape::text && type.dimensions == 0) {
    std::string stored = stored_text(value, type);
    if (text_kind(type) == TextKind::padded)
      stored = "schemac::rules::without_padding(" + std::string(value) + ")";
    count = "schemac::rules::character_count(" + stored + ")";
  } else {
    count = "schemac::rules::item_count(" + std::string(value) + ")";
  }
  std::string_view comparison = comparison_ == "=" ? "==" : comparison_;
  std::string bound = use.argument + "U";
  if (comparison_ == ">=" && use.argument == "0") return "true";
  return count + " " + std::string(comparison) + " " + bound;
}

}  // namespace schemac::compiler::rules
