// What the runtime tells of its work, to logs, metrics and tests. Write a Tracer of your own, or take those
// of trace_log.hpp, trace_metrics.hpp and trace_record.hpp; `Tracers` hands everything on to several.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemac/call_site.hpp"

namespace schemac {

class Error;
class Parameters;

/// A caller got a connection of a pool, or gave up.
struct AcquireEvent {
  std::string_view pool;  ///< PoolOptions::name
  double seconds = 0;     ///< that it waited
  bool acquired = false;
  CallSite site;
};

/// A connection was opened, or could not be.
struct ConnectEvent {
  std::string_view pool;
  double seconds = 0;
  const Error* error = nullptr;
};

/// A statement ended.
struct QueryEvent {
  std::string_view pool;
  std::string_view sql;
  const Parameters* parameters = nullptr;  ///< nullptr for a script
  double seconds = 0;
  const Error* error = nullptr;
  CallSite site;  ///< where the connection was acquired
};

/// A transaction of Database ended.
struct TransactionEvent {
  double seconds = 0;  ///< from its first attempt on, waiting for a connection included
  int attempts = 1;
  bool committed = false;
  const Error* error = nullptr;  ///< of a rolled back one, where it is one of ours
  CallSite site;
};

/// An operation of Database is about to be tried again.
struct RetryEvent {
  int attempt = 1;   ///< the one that failed
  double pause = 0;  ///< seconds until the next
  const Error& error;
  CallSite site;
};

/// A lease has been out for longer than PoolOptions::leak_ms. Told once a lease.
struct LeakEvent {
  std::string_view pool;
  double seconds = 0;
  CallSite site;
  std::string_view sql;  ///< its last statement
};

/// A step of a migration was done at the start of the program, or something about migrations is not as it
/// should be.
struct MigrationEvent {
  std::string_view
      message;         ///< what was done ("20261120093000_add_bill_links/up.sql: add_links"), or is wrong
  double seconds = 0;  ///< that the step took
  bool wrong = false;
};

/// A statement took longer than the threshold.
struct SlowQuery {
  std::string sql;
  std::string parameters;  ///< "$1 = 7, $2 = (text, 12 bytes)"
  double seconds = 0;
  CallSite site;
  std::string plan;  ///< of EXPLAIN with the same parameters; empty when there was none to be had
  /// The same for statements that differ in constants only: 16 hexadecimal digits, as pg_query and its like
  /// have them; empty where the statement could not be read.
  std::string fingerprint = {};
};

/// Called from any thread, several at once; it must not throw and should be quick. The events are valid
/// during the call.
class Tracer {
 public:
  virtual ~Tracer() = default;
  virtual void acquired(const AcquireEvent& /*event*/) {}
  virtual void connected(const ConnectEvent& /*event*/) {}
  virtual void queried(const QueryEvent& /*event*/) {}
  virtual void ended(const TransactionEvent& /*event*/) {}
  virtual void retrying(const RetryEvent& /*event*/) {}
  virtual void leaked(const LeakEvent& /*event*/) {}
  virtual void migrated(const MigrationEvent& /*event*/) {}
  virtual void slow(const SlowQuery& /*event*/) {}
};

/// Hands every event on to each of several.
class Tracers final : public Tracer {
 public:
  explicit Tracers(std::vector<std::shared_ptr<Tracer>> all) : all_{std::move(all)} {}
  void acquired(const AcquireEvent& event) override;
  void connected(const ConnectEvent& event) override;
  void queried(const QueryEvent& event) override;
  void ended(const TransactionEvent& event) override;
  void retrying(const RetryEvent& event) override;
  void leaked(const LeakEvent& event) override;
  void migrated(const MigrationEvent& event) override;
  void slow(const SlowQuery& event) override;

 private:
  std::vector<std::shared_ptr<Tracer>> all_;
};

}  // namespace schemac
