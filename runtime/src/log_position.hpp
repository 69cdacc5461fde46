// Where a server stands in the write-ahead log.
#pragma once

#include <cstdint>

#include "schemac/executor.hpp"

namespace schemac {

struct LogPosition {
  bool standby = false;
  std::uint64_t at = 0;  ///< replayed, of a standby; written, of a primary
};

/// Asks the server. Throws what a statement throws.
LogPosition log_position(Executor& on);

}  // namespace schemac
