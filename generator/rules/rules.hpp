// The built-in validator rules, one factory a file; only driver/registry lists them.
#pragma once

#include "model/validator_rule.hpp"

namespace schemac::compiler::rules {

const model::ValidatorRule& min_rule();
const model::ValidatorRule& max_rule();
const model::ValidatorRule& min_length_rule();
const model::ValidatorRule& max_length_rule();
const model::ValidatorRule& length_rule();
const model::ValidatorRule& pattern_rule();
const model::ValidatorRule& format_rule();
const model::ValidatorRule& one_of_rule();

}  // namespace schemac::compiler::rules
