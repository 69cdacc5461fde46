// What a program does about its migrations when it starts.
#pragma once

#include <vector>

#include "schemac/config.hpp"
#include "schemac/migration.hpp"
#include "schemac/tracer.hpp"

namespace schemac {

/// Goes by Config::migrations. What is in the database beyond `migrations` is no obstacle: a newer program
/// has been there, and the tracer hears of it. Throws MigrationError, and what connecting throws.
void settle_migrations(const Config& config, const std::vector<migrate::Migration>& migrations,
                       Tracer* tracer);

}  // namespace schemac
