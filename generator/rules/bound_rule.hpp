// min and max: one bound, two comparisons.
#pragma once

#include <string>
#include <string_view>

#include "rules/rule_text.hpp"

namespace schemac::compiler::rules {

/// A bound, itself allowed. Numbers are exact (numeric compares as a decimal); dates and timestamps are ISO
/// strings. As in PostgreSQL, NaN is over every number.
class BoundRule final : public model::ValidatorRule {
 public:
  BoundRule(std::string_view key, std::string_view comparison, std::string_view function,
            std::string_view words, std::string_view doc)
      : key_(key), comparison_(comparison), function_(function), words_(words), doc_(doc) {}

  [[nodiscard]] std::string_view key() const override { return key_; }
  [[nodiscard]] std::string_view doc() const override { return doc_; }
  [[nodiscard]] const model::ValueForm& takes() const override;
  [[nodiscard]] RuleResult use(const syntax::Value& argument, const TypeUse& type,
                               std::string_view column) const override;
  [[nodiscard]] std::string cpp(const RuleUse& use, const TypeUse& type,
                                std::string_view value) const override;

 private:
  std::string_view key_;
  std::string_view comparison_;
  std::string_view function_;  ///< of schemac/query/rules.hpp
  std::string_view words_;     ///< "at least "
  std::string_view doc_;
};

}  // namespace schemac::compiler::rules
