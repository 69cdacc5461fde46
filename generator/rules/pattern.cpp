// pattern: a regular expression that some part of the text matches; ^ and $ tie it to the ends.
#include "rules/pattern_condition.hpp"
#include "rules/rules.hpp"
#include "rules/shared_pattern.hpp"

namespace schemac::compiler::rules {
namespace {

class PatternRule final : public model::ValidatorRule {
 public:
  [[nodiscard]] std::string_view key() const override { return "pattern"; }
  [[nodiscard]] std::string_view doc() const override {
    return "A regular expression that some part of the text matches; ^ and $ tie it to the ends.";
  }
  [[nodiscard]] const model::ValueForm& takes() const override { return model::kTextForm; }

  [[nodiscard]] RuleResult use(const syntax::Value& argument, const TypeUse& type,
                               std::string_view column) const override {
    if (text_kind(type) == TextKind::none) return wrong_type(key(), type, "text");
    if (!argument.is(syntax::Kind::string)) return wrong_argument(key(), argument, "a regular expression");
    auto parsed = parse_pattern(argument.text);
    if (auto* mistake = std::get_if<PatternMistake>(&parsed)) {
      return Refusal{mistake->message, mistake->help, mistake->begin, mistake->end};
    }
    return make_use(key(), argument, pattern_sql(argument.text, type, column), "must match " + argument.text);
  }

  [[nodiscard]] std::string cpp(const RuleUse& use, const TypeUse& type,
                                std::string_view value) const override {
    return pattern_cpp(argument_text(use), type, value);
  }
};

}  // namespace

const model::ValidatorRule& pattern_rule() {
  static const PatternRule kRule;
  return kRule;
}

}  // namespace schemac::compiler::rules
