// The review of a migration's script: what would block, break or lose something, found in its statements.
#pragma once

#include <string>
#include <vector>

#include "review/rule.hpp"
#include "support/diagnostic.hpp"

namespace schemac::compiler::review {

struct Script {
  support::FileId file = support::kNoFile;
  std::string text;
  TypeBefore type_before;         ///< may be empty
  bool from_definitions = false;  ///< `check` has judged what it makes
};

/// All rules, by their codes.
std::vector<Rule> all_rules();

/// Findings at their places: those of the rules, SC7001 where the script cannot be read, SC7002 for a remark
/// without a reason or a known code, SC7003 for one that allows what is not there.
void review(const Script& script, support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::review
