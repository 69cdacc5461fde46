// The lock that one run holds while it works on a database.
#pragma once

#include "schemac/connection.hpp"
#include "schemac/migrate.hpp"

namespace schemac::migrate {

/// Waits for other runs and takes the lock, which lasts as long as the connection: also after a killed
/// program, until the server has ended its last statement. Throws MigrationError, naming the holder, when
/// that takes longer than `options.wait_seconds`.
void take_lock(Connection& connection, const Options& options);

}  // namespace schemac::migrate
