// The primary and its replicas. Lag is the distance in the log, since the clock of the last replayed
// transaction tells nothing on an idle primary.
#include "database/cluster.hpp"

#include <algorithm>

#include "connection_string.hpp"
#include "log_position.hpp"
#include "schemac/error.hpp"

namespace schemac {
namespace {

/// Lag is worth knowing only while it is fresh, whatever the interval of looking at everything is.
constexpr int kMostLagAgeMs = 1'000;

/// A look that takes longer is a failed one.
constexpr int kLookMs = 2'000;

PoolOptions pool_options(const Config& config, const std::shared_ptr<Tracer>& tracer) {
  PoolOptions options = config.pool;
  options.tracer = tracer;
  if (config.pgbouncer) options.connection.prepared_statements = 0;
  return options;
}

}  // namespace

std::string server_url(const std::string& given, const Config& config) {
  std::string url = with_default_parameter(given, "application_name", "schemac");
  if (config.environment != Environment::development) url = with_default_parameter(url, "sslmode", "require");
  const bool several = connection_parameter(url, "host").find(',') != std::string::npos;
  return several ? with_default_parameter(url, "target_session_attrs", "read-write") : url;
}

void Server::fails(const std::string& why) {
  std::lock_guard lock{mutex_};
  failure_ = why;
  reachable = false;
}

void Server::works(std::uint64_t lag_bytes) {
  std::lock_guard lock{mutex_};
  failure_.clear();
  lag = lag_bytes;
  reachable = true;
}

std::string Server::failure() const {
  std::lock_guard lock{mutex_};
  return failure_;
}

Cluster::Cluster(const Config& config, const std::shared_ptr<Tracer>& tracer)
    : most_lag_{static_cast<std::uint64_t>(config.replica_lag_bytes)},
      interval_ms_{config.replica_urls.empty() ? config.monitoring_interval_ms
                                               : std::min(config.monitoring_interval_ms, kMostLagAgeMs)} {
  PoolOptions options = pool_options(config, tracer);
  primary_ = std::make_unique<Server>(server_url(config.database_url, config), options);
  options.writable = false;
  const bool wanted = config.features.read_replicas;
  for (std::size_t i = 0; wanted && i < config.replica_urls.size(); ++i) {
    options.name = "replica " + std::to_string(i + 1);
    replicas_.push_back(std::make_unique<Server>(server_url(config.replica_urls[i], config), options));
    replicas_.back()->fails("not looked at yet");
  }
  if (config.features.health_monitoring || !replicas_.empty())
    thread_ = std::thread{[this] { look_at_intervals(); }};
}

Cluster::~Cluster() {
  close(0);
}

std::vector<Server*> Cluster::candidates() {
  std::vector<std::pair<int, Server*>> busy;
  for (const auto& replica : replicas_) {
    if (!replica->reachable || replica->lag > most_lag_) continue;
    const PoolStatus status = replica->pool.status();
    busy.emplace_back(status.open - status.idle + status.waiting, replica.get());
  }
  std::stable_sort(busy.begin(), busy.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  std::vector<Server*> servers;
  for (const auto& [used, server] : busy) servers.push_back(server);
  return servers;
}

void Cluster::look_at_intervals() {
  std::unique_lock lock{mutex_};
  while (!stopped_) {
    lock.unlock();
    look();
    lock.lock();
    stop_.wait_for(lock, std::chrono::milliseconds{interval_ms_}, [this] { return stopped_; });
  }
}

void Cluster::look() {
  std::uint64_t written = 0;
  try {
    const Lease lease = primary_->pool.acquire(kLookMs);
    lease.set_deadline_ms(kLookMs);
    written = log_position(*lease).at;
    primary_->works(0);
  } catch (const Error& error) {
    primary_->fails(error.what());
  }
  for (const auto& replica : replicas_) look_at_replica(*replica, written);
}

void Cluster::look_at_replica(Server& replica, std::uint64_t primary) {
  try {
    const Lease lease = replica.pool.acquire(kLookMs);
    lease.set_deadline_ms(kLookMs);
    const LogPosition found = log_position(*lease);
    // With the primary away, the lag that was known last is the best there is.
    const std::uint64_t behind = primary > found.at ? primary - found.at : 0;
    if (found.standby)
      replica.works(primary == 0 ? replica.lag.load() : behind);
    else
      replica.fails("it follows no primary: it was promoted, or is one");
  } catch (const Error& error) {
    replica.fails(error.what());
  }
}

bool Cluster::close(int drain_ms) {
  {
    std::lock_guard lock{mutex_};
    stopped_ = true;
  }
  stop_.notify_all();
  bool drained = primary_->pool.close(drain_ms);
  for (const auto& replica : replicas_) drained = replica->pool.close(drain_ms) && drained;
  if (thread_.joinable()) thread_.join();
  return drained;
}

}  // namespace schemac
