// All that the header of a generated table needs, and nothing that is dear to compile.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "schemac/query/column_info.hpp"
#include "schemac/query/id.hpp"
#include "schemac/query/page.hpp"
#include "schemac/query/set.hpp"
#include "schemac/validation.hpp"

namespace schemac {

/// What statements run on: a Connection or a Transaction (executor.hpp).
class Executor;

/// Whether a read sees rows that are marked as deleted.
enum class Deleted { hide, include };

/// What became of an update that names the version which it is based on.
enum class Updated {
  updated,
  stale,    ///< the row is there, but in another version: somebody else has changed it
  missing,  ///< there is no such row
};

}  // namespace schemac
