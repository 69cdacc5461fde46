// min: the least value that is allowed.
#include "rules/bound_rule.hpp"
#include "rules/rules.hpp"

namespace schemac::compiler::rules {

const model::ValidatorRule& min_rule() {
  static const BoundRule kRule{
      "min", ">=", "at_least", "at least ",
      "The least value that is allowed: a number, or a date or timestamp as a string."};
  return kRule;
}

}  // namespace schemac::compiler::rules
