// length: how long a value must be exactly.
#include "rules/length_rule.hpp"
#include "rules/rules.hpp"

namespace schemac::compiler::rules {

const model::ValidatorRule& length_rule() {
  static const LengthRule kRule{"length", "=", "exactly ",
                                "The exact length: characters of text, bytes of bytea, items of an array."};
  return kRule;
}

}  // namespace schemac::compiler::rules
