// max_length: how long a value may be.
#include "rules/length_rule.hpp"
#include "rules/rules.hpp"

namespace schemac::compiler::rules {

const model::ValidatorRule& max_length_rule() {
  static const LengthRule kRule{
      "max_length", "<=", "at most ",
      "The greatest length: characters of text, bytes of bytea, items of an array."};
  return kRule;
}

}  // namespace schemac::compiler::rules
