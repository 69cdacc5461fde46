// A squash makes one migration of several. A database that has all of those has it too.
#pragma once

#include <string>
#include <vector>

#include "migrate/ledger.hpp"
#include "schemac/migration.hpp"

namespace schemac::migrate {

/// What the ledger is to be told.
struct Squash {
  const Migration* migration = nullptr;
  std::vector<std::string> replaced;  ///< versions
};

/// Finds the migrations of which the database has all that they replace, and changes `rows` to what the
/// ledger will be: those replaced, and the migration applied where the last of them was. One of which it has
/// only a part stays pending, and that part is missing: it needs the folders from before the squash. Throws
/// MigrationError for a script that cannot be read.
std::vector<Squash> adopt_squashes(const std::vector<Migration>& migrations, std::vector<Recorded>& rows);

}  // namespace schemac::migrate
