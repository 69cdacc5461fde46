// max: the greatest value that is allowed.
#include "rules/bound_rule.hpp"
#include "rules/rules.hpp"

namespace schemac::compiler::rules {

const model::ValidatorRule& max_rule() {
  static const BoundRule kRule{
      "max", "<=", "at_most", "at most ",
      "The greatest value that is allowed: a number, or a date or timestamp as a string."};
  return kRule;
}

}  // namespace schemac::compiler::rules
