// The list of validator rules.
#include "rules/rules.hpp"

#include <array>

namespace schemac::compiler::rules {

std::span<const model::ValidatorRule* const> all() {
  static const std::array<const model::ValidatorRule*, 8> kRules{
      &min_rule(),    &max_rule(),     &min_length_rule(), &max_length_rule(),
      &length_rule(), &pattern_rule(), &format_rule(),     &one_of_rule(),
  };
  return kRules;
}

}  // namespace schemac::compiler::rules
