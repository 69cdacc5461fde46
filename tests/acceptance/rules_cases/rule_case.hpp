// One rule on one type with values: what PostgreSQL is asked, and what the generated condition says.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::testing {

struct RuleCase {
  std::string title;  ///< "varchar(3) max_length 3"
  std::string type;   ///< as SQL spells it
  std::string check;  ///< an expression over the column v; empty where the type enforces the rule
  std::vector<std::string> values;  ///< as the type's input reads them
  std::vector<bool> accepted;       ///< by the C++ condition
};

/// Written at build time by write_rule_cases from tests/cases/rules/rules.json.
std::vector<RuleCase> rule_cases();

/// A bytea's hexadecimal text form, as bytes.
std::vector<std::byte> bytes(std::string_view hex);

}  // namespace schemac::testing
