// Compares the migrations at hand with the ledger. Values only; nothing here speaks to a database.
#pragma once

#include <string>
#include <vector>

#include "migrate/ledger.hpp"
#include "schemac/error.hpp"
#include "schemac/migrate.hpp"

namespace schemac::migrate {

class History {
 public:
  /// `migrations` by version, as read_folder gives them; they outlive this. `rows` in the order of the
  /// ledger.
  History(const std::vector<Migration>& migrations, std::vector<Recorded> rows);

  Status status() const;

  /// What is to be run, in order. Throws MigrationError for findings that the options do not allow, a version
  /// in `options.to` that nobody knows, and scripts that cannot be read.
  std::vector<Planned> plan(Direction direction, const Options& options) const;

  /// The migration of this version. Throws MigrationError when there is none.
  const Migration& expect(const std::string& version) const;

  /// Its row; null when the ledger knows nothing of it.
  const Recorded* recorded(const std::string& version) const;

 private:
  const Migration* find(const std::string& version) const;
  bool has(const Migration& migration) const;
  std::vector<Finding> findings() const;
  void compare_row(const Recorded& row, std::vector<Finding>& into) const;
  void find_late(std::vector<Finding>& into) const;
  void refuse(Direction direction, const Options& options) const;
  std::vector<Planned> plan_up(const Options& options) const;
  std::vector<Planned> plan_down(const Options& options) const;
  Planned planned(const Migration& migration, Direction direction) const;

  const std::vector<Migration>* migrations_;
  std::vector<Recorded> rows_;
};

/// The error of a transactional step that held a COMMIT or ROLLBACK: what to do is up to people.
MigrationError unknown_extent(const Planned& planned, std::size_t index);

}  // namespace schemac::migrate
