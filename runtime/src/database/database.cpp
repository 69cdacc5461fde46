// A program's database: the handle, and how it is opened.
#include "schemac/database.hpp"

#include "database/implementation.hpp"
#include "database/migrations.hpp"

namespace schemac {

std::string_view name(HealthState state) {
  switch (state) {
    case HealthState::healthy:
      return "healthy";
    case HealthState::degraded:
      return "degraded";
    case HealthState::down:
      return "down";
  }
  return "unknown";
}

Database::Database(std::unique_ptr<Implementation> implementation) noexcept
    : implementation_{std::move(implementation)} {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Database Database::open(const Config& config, std::shared_ptr<Tracer> tracer,
                        const std::vector<migrate::Migration>& migrations) {
  config.validate();
  Database database{std::make_unique<Implementation>(config, tracer)};
  (void)database.pool().acquire();
  settle_migrations(config, migrations, tracer.get());
  return database;
}

void Database::run_read(const ReadOptions& options, detail::Body<Executor> body, CallSite site,
                        const Identity* as) {
  implementation_->read(options, body, site, as);
}

void Database::run_transaction(const WorkOptions& options, detail::Body<Transaction> body, CallSite site,
                               const Identity* as) {
  implementation_->transaction(options, body, site, as);
}

ActingDatabase Database::as(Identity identity) {
  return {*this, std::move(identity)};
}

Executor& Database::replica() {
  return implementation_->replica();
}

Pool& Database::pool() {
  return implementation_->cluster().primary().pool;
}

Health Database::health() const {
  return implementation_->health();
}

std::vector<std::pair<std::string, PoolStatus>> Database::pools() const {
  return implementation_->pools();
}

bool Database::close(int drain_ms) {
  return implementation_->cluster().close(drain_ms);
}

}  // namespace schemac
