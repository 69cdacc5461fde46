// min_length, max_length and length: one measure, three comparisons.
#pragma once

#include <string>
#include <string_view>

#include "rules/rule_text.hpp"

namespace schemac::compiler::rules {

/// What is counted: code points of text (char_length: of char(n) without its padding), bytes of bytea
/// (octet_length), elements of an array at all levels (cardinality).
/// `comparison` is SQL's and C++'s operator but for "=", which C++ writes "==".
class LengthRule final : public model::ValidatorRule {
 public:
  LengthRule(std::string_view key, std::string_view comparison, std::string_view words, std::string_view doc)
      : key_(key), comparison_(comparison), words_(words), doc_(doc) {}

  [[nodiscard]] std::string_view key() const override { return key_; }
  [[nodiscard]] std::string_view doc() const override { return doc_; }
  [[nodiscard]] const model::ValueForm& takes() const override { return model::kIntegerForm; }
  [[nodiscard]] RuleResult use(const syntax::Value& argument, const TypeUse& type,
                               std::string_view column) const override;
  [[nodiscard]] std::string cpp(const RuleUse& use, const TypeUse& type,
                                std::string_view value) const override;

 private:
  std::string_view key_;
  std::string_view comparison_;
  std::string_view words_;  ///< "at least ": what the message says before the number
  std::string_view doc_;
};

}  // namespace schemac::compiler::rules
