// What a validator rule knows about itself; one implementation a file in rules/. Every form must accept the
// same values.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "model/column_type.hpp"
#include "model/value_form.hpp"

namespace schemac::compiler::model {

/// A rule as one column uses it.
struct RuleUse {
  std::string rule;      ///< the key: "min_length"
  std::string argument;  ///< canonical JSON of the argument: "3", "\"^Bill\"", "[\"a\",\"b\"]"
  std::string sql;       ///< the CHECK expression, canonical; empty where the type alone already enforces it
  std::string message;   ///< what a user of the program reads: "must be at least 3 characters long"
  std::string constraint;  ///< the name of the CHECK, filled in when it is made
  bool domain = false;     ///< the CHECK is the domain type's; of an array, it holds for each element

  template <class V>
  static void describe(V&& visit) {
    visit("rule", &RuleUse::rule);
    visit("argument", &RuleUse::argument);
    visit("sql", &RuleUse::sql);
    visit("message", &RuleUse::message);
    visit("constraint", &RuleUse::constraint);
    visit("domain", &RuleUse::domain);
  }
  friend bool operator==(const RuleUse&, const RuleUse&) = default;
};

class ValidatorRule {
 public:
  virtual ~ValidatorRule() = default;

  /// The key in a column's definition.
  [[nodiscard]] virtual std::string_view key() const = 0;

  /// What editors show of the key: one sentence.
  [[nodiscard]] virtual std::string_view doc() const = 0;

  /// What its argument may look like, on one type or another.
  [[nodiscard]] virtual const ValueForm& takes() const = 0;

  /// The rule on a column of that type (`column` is quoted SQL), or why the argument or the type does not
  /// fit.
  [[nodiscard]] virtual std::variant<RuleUse, Refusal> use(const syntax::Value& argument, const TypeUse& type,
                                                           std::string_view column) const = 0;

  /// The C++ condition that holds for a valid value; `value` is a const reference to the column's C++ type.
  /// May use what `schemac/query/rules.hpp` (runtime) declares.
  [[nodiscard]] virtual std::string cpp(const RuleUse& use, const TypeUse& type,
                                        std::string_view value) const = 0;
};

}  // namespace schemac::compiler::model
