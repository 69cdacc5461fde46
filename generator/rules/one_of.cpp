// one_of: the values that are allowed, all of them. For a list that grows an enum is the better choice.
#include <algorithm>
#include <array>
#include <vector>

#include "rules/number_text.hpp"
#include "rules/rules.hpp"

namespace schemac::compiler::rules {
namespace {

constexpr std::string_view kKey = "one_of";

constexpr std::array<const model::ValueForm*, 2> kItemForms = {&model::kTextForm, &model::kNumberForm};
constexpr model::ValueForm kItemForm = model::either_of(kItemForms);
constexpr model::ValueForm kListForm = model::list_of(kItemForm);

class OneOf final : public model::ValidatorRule {
 public:
  [[nodiscard]] std::string_view key() const override { return kKey; }
  [[nodiscard]] std::string_view doc() const override { return "The values that are allowed, all of them."; }
  [[nodiscard]] const model::ValueForm& takes() const override { return kListForm; }
  [[nodiscard]] RuleResult use(const syntax::Value& argument, const TypeUse& type,
                               std::string_view column) const override;
  [[nodiscard]] std::string cpp(const RuleUse& use, const TypeUse& type,
                                std::string_view value) const override;
};

bool is_number(const TypeUse& type) {
  return type.dimensions == 0 && argument_form(type.shape) == ArgumentForm::number &&
         type.shape != Shape::float32 && type.shape != Shape::float64;
}

std::optional<Refusal> refuse_item(const syntax::Value& item, const TypeUse& type) {
  if (is_number(type)) {
    if (!item.is(syntax::Kind::number)) return wrong_argument(kKey, item, "numbers");
    return refuse_number(item, type);
  }
  if (!item.is(syntax::Kind::string)) return wrong_argument(kKey, item, "strings");
  if (item.text.find('\0') != std::string::npos) return Refusal{"PostgreSQL's text holds no NUL", {}};
  return std::nullopt;
}

std::optional<Refusal> refuse(const syntax::Value& argument, const TypeUse& type) {
  if (!is_number(type) && text_kind(type) == TextKind::none) {
    return wrong_type(kKey, type, "text and exact numbers");
  }
  if (!argument.is(syntax::Kind::array)) return wrong_argument(kKey, argument, "an array");
  if (argument.items.empty()) return Refusal{"`one_of` allows nothing: the array is empty", {}};
  for (auto item = argument.items.begin(); item != argument.items.end(); ++item) {
    if (auto refusal = refuse_item(*item, type)) return refusal;
    bool repeated = std::any_of(argument.items.begin(), item,
                                [&](const syntax::Value& other) { return other.text == item->text; });
    if (repeated) return Refusal{"`" + item->text + "` stands there twice", {}};
  }
  return std::nullopt;
}

/// The items of RuleUse::argument, a JSON array of strings or numbers: strings with their quotes.
std::vector<std::string> items_of(std::string_view json) {
  std::vector<std::string> items(1);
  bool quoted = false;
  for (std::size_t i = 1; i + 1 < json.size(); ++i) {
    char c = json[i];
    if (c == '"') quoted = !quoted;
    if (!quoted && c == ',') {
      items.emplace_back();
    } else if (quoted || c != ' ') {
      items.back() += c;
    }
    if (quoted && c == '\\') items.back() += json[++i];
  }
  return items;
}

std::string cpp_item(const std::string& item, const TypeUse& type) {
  if (is_number(type)) return cpp_constant(item, type);
  RuleUse string;
  string.argument = item;
  std::string text = argument_text(string);
  if (text_kind(type) == TextKind::padded) text.erase(text.find_last_not_of(' ') + 1);
  return cpp_literal(text);
}

RuleResult OneOf::use(const syntax::Value& argument, const TypeUse& type, std::string_view column) const {
  if (auto refusal = refuse(argument, type)) return *refusal;
  std::string sql = sql_text(column, type) + " IN (";
  std::string message = "must be one of ";
  for (const syntax::Value& item : argument.items) {
    std::string_view separator = &item == &argument.items.front() ? "" : ", ";
    sql += std::string(separator) + (is_number(type) ? item.text : sql_literal(item.text));
    message += std::string(separator) + item.text;
  }
  return make_use(kKey, argument, sql + ")", std::move(message));
}

std::string OneOf::cpp(const RuleUse& use, const TypeUse& type, std::string_view value) const {
  std::string stored = stored_text(value, type);
  if (text_kind(type) == TextKind::padded)
    stored = "schemac::rules::without_padding(" + std::string(value) + ")";
  std::string list;
  for (const std::string& item : items_of(use.argument))
    list += (list.empty() ? "" : ", ") + cpp_item(item, type);
  return "schemac::rules::one_of(" + stored + ", {" + list + "})";
}

}  // namespace

const model::ValidatorRule& one_of_rule() {
  static const OneOf kRule;
  return kRule;
}

}  // namespace schemac::compiler::rules
