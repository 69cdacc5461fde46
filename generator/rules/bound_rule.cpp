// min and max: one bound, two comparisons.
#include "rules/bound_rule.hpp"

#include <array>

#include "rules/number_text.hpp"

namespace schemac::compiler::rules {

const model::ValueForm& BoundRule::takes() const {
  static constexpr std::array<const model::ValueForm*, 2> kForms = {&model::kNumberForm, &model::kTextForm};
  static constexpr model::ValueForm kForm = model::either_of(kForms);
  return kForm;
}

RuleResult BoundRule::use(const syntax::Value& argument, const TypeUse& type, std::string_view column) const {
  ArgumentForm form = type.dimensions > 0 ? ArgumentForm::none : argument_form(type.shape);
  bool number = form == ArgumentForm::number;
  if (form == ArgumentForm::none) return wrong_type(key_, type, "numbers, dates and timestamps");
  if (!argument.is(number ? syntax::Kind::number : syntax::Kind::string)) {
    return wrong_argument(key_, argument, number ? "a number" : "a date or timestamp as a string");
  }
  auto refusal = number ? refuse_number(argument, type) : refuse_moment(argument.text, type);
  if (refusal) return *refusal;
  std::string bound = number ? argument.text : sql_literal(argument.text);
  // A literal with a point is numeric to SQL, which compares with real as double precision.
  std::string sql = std::string(column) + " " + std::string(comparison_) + " " + bound;
  return make_use(key_, argument, std::move(sql), "must be " + std::string(words_) + argument.text);
}

std::string BoundRule::cpp(const RuleUse& use, const TypeUse& type, std::string_view value) const {
  std::string bound = use.argument.front() == '"' ? argument_text(use) : use.argument;
  std::string compared(value);
  if (type.shape == Shape::float32) compared = "static_cast<double>(" + compared + ")";
  return "schemac::rules::" + std::string(function_) + "(" + compared + ", " + cpp_constant(bound, type) +
         ")";
}

}  // namespace schemac::compiler::rules
