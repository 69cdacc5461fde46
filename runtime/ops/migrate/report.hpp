// What `schemactl migrate` prints of a database's migrations.
#pragma once

#include <string>
#include <vector>

#include "schemac/migrate.hpp"

namespace schemac::ops {

/// A line for each migration, then what does not agree.
std::string as_text(const migrate::Status& status);

/// One JSON object on one line.
std::string as_json(const migrate::Status& status);

/// Each script with its steps: locks, hazards, what is not in a transaction.
std::string as_text(const std::vector<migrate::Planned>& plan);

}  // namespace schemac::ops
