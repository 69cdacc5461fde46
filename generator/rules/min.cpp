// min: the least value that is allowed.
#include "rules/bound_rule.hpp"
#include "rules/rules.hpp"

namespace schemac::compiler::rules {

const model::ValidatorRule& min_rule() {
  static const BoundRule kRule{"min", ">=", "at_least", "at least "};
  return kRule;
}

}  // namespace schemac::compiler::rules
