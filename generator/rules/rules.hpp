// The built-in validator rules, one factory a file.
#pragma once

#include <span>

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

/// All of them: a new rule is its file and a line here.
std::span<const model::ValidatorRule* const> all();

}  // namespace schemac::compiler::rules
