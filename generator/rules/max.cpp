// max: the greatest value that is allowed.
#include "rules/bound_rule.hpp"
#include "rules/rules.hpp"

namespace schemac::compiler::rules {

const model::ValidatorRule& max_rule() {
  static const BoundRule kRule{"max", "<=", "at_most", "at most "};
  return kRule;
}

}  // namespace schemac::compiler::rules
