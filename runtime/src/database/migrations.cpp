// The migrations that a program was built with, beside those that the database has.
#include "database/migrations.hpp"

#include <algorithm>
#include <string>

#include "database/cluster.hpp"
#include "schemac/error.hpp"
#include "schemac/migrate.hpp"

namespace schemac {
namespace {

void tell(Tracer* tracer, const MigrationEvent& event) {
  if (tracer != nullptr) tracer->migrated(event);
}

/// Hands the steps of a run on.
class ToldSteps final : public migrate::Observer {
 public:
  explicit ToldSteps(Tracer* tracer) : tracer_{tracer} {}
  void done(const migrate::StepPlace& step, double seconds) override {
    tell(tracer_, {step.path + ": " + step.what, seconds, false});
  }

 private:
  Tracer* tracer_;
};

void apply(const std::string& url, const std::vector<migrate::Migration>& migrations, Tracer* tracer) {
  ToldSteps told{tracer};
  migrate::Options options;
  options.observer = &told;
  try {
    migrate::up(url, migrations, options);
  } catch (const MigrationError& error) {
    tell(tracer, {error.what(), 0, true});
    throw;
  }
}

migrate::Status status_of(const std::string& url, const std::vector<migrate::Migration>& migrations) {
  try {
    return migrate::status(url, migrations);
  } catch (const QueryError& error) {
    if (error.sqlstate() != "42501") throw;
    throw MigrationError{std::string{"this role may not read schemac.migrations ("} + error.what() +
                             "): grant it USAGE on the schema schemac and SELECT on the table, or set "
                             "DB_MIGRATIONS=off",
                         "42501", "open"};
  }
}

bool is_there(const migrate::Entry& entry) {
  return entry.state == migrate::State::applied || entry.state == migrate::State::replaced;
}

/// Names those of the program's that the database lacks; empty if it has them all.
std::string lacking(const migrate::Status& status, const std::vector<migrate::Migration>& migrations) {
  std::string names;
  int count = 0;
  for (const migrate::Entry& entry : status.entries) {
    const bool ours = std::any_of(migrations.begin(), migrations.end(), [&](const migrate::Migration& one) {
      return one.version == entry.version;
    });
    if (!ours || is_there(entry)) continue;
    names += (names.empty() ? "" : ", ") + entry.folder();
    ++count;
  }
  if (count == 0) return {};
  return "the database lacks " + std::to_string(count) + " of the " + std::to_string(migrations.size()) +
         " migrations that this program was built with (" + names +
         "): run `schemactl migrate up`, or set DB_MIGRATIONS=apply";
}

}  // namespace

void settle_migrations(const Config& config, const std::vector<migrate::Migration>& migrations,
                       Tracer* tracer) {
  if (migrations.empty() || config.migrations == MigrationPolicy::off) return;
  const std::string url = server_url(config.database_url, config);
  if (config.migrations == MigrationPolicy::apply) return apply(url, migrations, tracer);
  const migrate::Status status = status_of(url, migrations);
  for (const migrate::Finding& finding : status.findings) tell(tracer, {finding.message, 0, true});
  const std::string lacks = lacking(status, migrations);
  if (lacks.empty()) return;
  tell(tracer, {lacks, 0, true});
  if (config.migrations == MigrationPolicy::check) throw MigrationError{lacks, {}, "open"};
}

}  // namespace schemac
