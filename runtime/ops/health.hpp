// `schemactl health`: can the database be reached, what is it, and how quickly does it answer.
#pragma once

#include <string>

namespace schemac::ops {

struct Health {
  bool healthy = false;
  std::string server_version;  ///< "15.20 (Debian …)"; empty unless healthy
  bool standby = false;        ///< in recovery: takes no writes
  double latency_ms = 0;       ///< of `SELECT 1`, the median of several
  std::string error;           ///< why it is not healthy, without passwords
  std::string sqlstate;        ///< of the error; may be empty
};

/// Connects and asks. What goes wrong is in the result, not thrown.
Health check_health(const std::string& url);

/// A few lines for people.
std::string as_text(const Health& health);

/// One JSON object on one line.
std::string as_json(const Health& health);

}  // namespace schemac::ops
