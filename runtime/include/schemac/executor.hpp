// What repositories run on: a connection (each statement on its own) or a transaction. They need nothing else
// of either.
#pragma once

#include <string_view>

#include "schemac/parameters.hpp"
#include "schemac/result.hpp"

namespace schemac {

class Executor {
 public:
  /// Executes one statement with `$1`, `$2`, … bound to `parameters`, and returns its rows in binary. The
  /// statement is prepared the first time that its text is seen on the connection. Throws QueryError,
  /// ConstraintError, TimeoutError, ConnectionError, UsageError.
  virtual Result execute(std::string_view sql, const Parameters& parameters) = 0;

  /// The same without parameters.
  Result execute(std::string_view sql) { return execute(sql, Parameters{}); }

 protected:
  ~Executor() = default;
};

}  // namespace schemac
