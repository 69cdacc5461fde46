// min_length: how long a value must be.
#include "rules/length_rule.hpp"
#include "rules/rules.hpp"

namespace schemac::compiler::rules {

const model::ValidatorRule& min_length_rule() {
  static const LengthRule kRule{"min_length", ">=", "at least ",
                                "The least length: characters of text, bytes of bytea, items of an array."};
  return kRule;
}

}  // namespace schemac::compiler::rules
