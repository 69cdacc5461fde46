// A change of a schema whose tables are filled and in use, planned both ways.
#pragma once

#include <string>
#include <vector>

#include "schemac/migration.hpp"

namespace schemac::locks {

struct LockCase {
  std::string name;
  migrate::Migration migration;
};

struct Cases {
  std::string schema;             ///< SQL that makes the state before
  std::vector<std::string> fill;  ///< statements; `:rows` stands for how many rows
  std::vector<LockCase> changes;
};

/// Reads cases.json: the definitions before, and for each change the merge patch (RFC 7396) that makes those
/// after. Throws std::runtime_error for definitions with mistakes.
Cases read_cases(const std::string& path);

/// Whether a script names something that holds readers or writers up: SC5004, SC5005.
bool names_a_block(const std::string& script);

}  // namespace schemac::locks
