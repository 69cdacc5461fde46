// How a database is: each server by its pool and what was last seen of it, and what to do about it.
#include "database/implementation.hpp"

namespace schemac {
namespace {

std::string sizes(const PoolStatus& status, int max) {
  return std::to_string(status.open - status.idle) + " of " + std::to_string(max) + " connections in use, " +
         std::to_string(status.open) + " open, " + std::to_string(status.waiting) + " callers waiting";
}

int used_percent(const PoolStatus& status, int max) {
  return (status.open - status.idle) * 100 / max;
}

PartHealth health_of(const Server& server, int max) {
  const PoolStatus status = server.pool.status();
  PartHealth part{server.name, HealthState::healthy, sizes(status, max), {}};
  const std::string failure = server.reachable ? status.connect_failure : server.failure();
  if (used_percent(status, max) > 80) {
    part.state = HealthState::degraded;
    part.recommendation =
        "over 80 % of the connections are in use: see who holds them (Pool::holders), then "
        "raise DB_POOL_MAX or add a replica";
  }
  if (!failure.empty()) {
    part.state = status.open > 0 && server.reachable ? HealthState::degraded : HealthState::down;
    part.detail += "; " + failure;
    part.recommendation = "see that the server runs and can be reached";
  }
  return part;
}

PartHealth health_of(CircuitBreaker::State state) {
  if (state == CircuitBreaker::State::closed) return {"circuit breaker", HealthState::healthy, "closed", {}};
  return {"circuit breaker", HealthState::degraded,
          state == CircuitBreaker::State::open ? "open: callers are refused at once"
                                               : "half open: one caller tries",
          "it closes by itself once the server answers"};
}

}  // namespace

std::vector<std::pair<std::string, PoolStatus>> Database::Implementation::pools() const {
  std::vector<std::pair<std::string, PoolStatus>> pools{
      {cluster_.primary().name, cluster_.primary().pool.status()}};
  for (const auto& replica : cluster_.replicas()) pools.emplace_back(replica->name, replica->pool.status());
  return pools;
}

Health Database::Implementation::health() const {
  Health health;
  health.parts.push_back(health_of(cluster_.primary(), config_.pool.max));
  for (const auto& replica : cluster_.replicas()) {
    PartHealth part = health_of(*replica, config_.pool.max);
    part.detail += "; " + std::to_string(replica->lag) + " bytes behind";
    health.parts.push_back(std::move(part));
  }
  if (config_.features.circuit_breaker) health.parts.push_back(health_of(breaker_.state()));
  for (const PartHealth& part : health.parts)
    if (part.state != HealthState::healthy) health.overall = HealthState::degraded;
  if (health.parts.front().state == HealthState::down) health.overall = HealthState::down;
  return health;
}

}  // namespace schemac
