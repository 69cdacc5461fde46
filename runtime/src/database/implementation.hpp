// What a Database is made of.
#pragma once

#include <memory>

#include "database/breaker.hpp"
#include "database/cluster.hpp"
#include "database/retry.hpp"
#include "pool/clock.hpp"
#include "schemac/database.hpp"

namespace schemac {

/// Reads of whoever takes an Executor, each statement on a replica where one will do.
class ReplicaExecutor final : public Executor {
 public:
  explicit ReplicaExecutor(Database::Implementation& database) : database_{database} {}
  Result execute(std::string_view sql, const Parameters& parameters) override;

 private:
  Database::Implementation& database_;
};

/// One call of read() or transaction(), over all its attempts.
struct Operation {
  Clock::time_point start;
  Clock::time_point deadline;
  int attempts;
  CallSite site;
  const Identity* as;  // nullptr: nobody

  std::chrono::milliseconds left() const;
};

class Database::Implementation {
 public:
  Implementation(const Config& config, std::shared_ptr<Tracer> tracer);

  void read(const ReadOptions& options, detail::Body<Executor> body, CallSite site, const Identity* as);
  void transaction(const WorkOptions& options, detail::Body<Transaction> body, CallSite site,
                   const Identity* as);
  Health health() const;
  std::vector<std::pair<std::string, PoolStatus>> pools() const;
  Cluster& cluster() { return cluster_; }
  Executor& replica() { return replica_; }

 private:
  Operation operation(int deadline_ms, int attempts, CallSite site, const Identity* as) const;

  /// Calls `once` until it returns, or fails with what is not to be tried again; returns how often it was
  /// called.
  template <class Once>
  int attempt(const Operation& operation, const Once& once);
  void pause_before_retry(const Operation& operation, const Error& error, int attempt,
                          std::chrono::milliseconds pause) const;

  /// Calls `use` with a connection to the primary, and tells the breaker how that went.
  template <class Use>
  void on_primary(const Operation& operation, const Use& use);
  bool read_on_replica(const Operation& operation, CommitToken after, detail::Body<Executor> body);
  void transact(const Operation& operation, const WorkOptions& options, detail::Body<Transaction> body);
  void ended(const Operation& operation, int attempts, const Error* error, bool committed) const;

  const Config config_;
  const std::shared_ptr<Tracer> tracer_;  // null where nobody listens
  Cluster cluster_;
  CircuitBreaker breaker_;
  RetryBudget budget_;
  ReplicaExecutor replica_;
};

}  // namespace schemac
