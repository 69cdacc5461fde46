// Writes to spdlog what somebody should look at. The only file that sees spdlog.
#include "schemac/trace_log.hpp"

#include <spdlog/spdlog.h>

#include "schemac/error.hpp"
#include "schemac/redact.hpp"

namespace schemac {
namespace {

constexpr double kLongWait = 1;  // seconds

class LogTracer final : public Tracer {
 public:
  void acquired(const AcquireEvent& event) override {
    const bool notable = !event.acquired || event.seconds > kLongWait;
    spdlog::log(notable ? spdlog::level::warn : spdlog::level::debug,
                "db: {} a connection of {} after {:.3f} s at {}:{}", event.acquired ? "got" : "got not",
                event.pool, event.seconds, event.site.file, event.site.line);
  }
  void connected(const ConnectEvent& event) override {
    if (event.error != nullptr)
      spdlog::warn("db: cannot open a connection of {}: {}", event.pool, event.error->what());
    else
      spdlog::debug("db: opened a connection of {} in {:.3f} s", event.pool, event.seconds);
  }
  void queried(const QueryEvent& event) override {
    if (event.error != nullptr)
      spdlog::warn("db: {} at {}:{}: {}", event.error->what(), event.site.file, event.site.line,
                   redact_statement(event.sql));
    else if (spdlog::should_log(spdlog::level::debug))
      spdlog::debug("db: {:.6f} s {}", event.seconds, redact_statement(event.sql));
  }
  void ended(const TransactionEvent& event) override {
    spdlog::debug("db: transaction {} after {:.3f} s and {} attempts at {}:{}",
                  event.committed ? "committed" : "rolled back", event.seconds, event.attempts,
                  event.site.file, event.site.line);
  }
  void retrying(const RetryEvent& event) override {
    spdlog::warn("db: attempt {} at {}:{} failed, the next is in {:.3f} s: {}", event.attempt,
                 event.site.file, event.site.line, event.pause, event.error.what());
  }
  void leaked(const LeakEvent& event) override {
    spdlog::warn("db: a connection of {} is out for {:.0f} s, taken at {}:{}, its last statement: {}",
                 event.pool, event.seconds, event.site.file, event.site.line, event.sql);
  }
  void migrated(const MigrationEvent& event) override {
    if (event.wrong)
      spdlog::warn("db: migrations: {}", event.message);
    else
      spdlog::info("db: migrated in {:.3f} s: {}", event.seconds, event.message);
  }
  void slow(const SlowQuery& event) override {
    spdlog::warn("db: slow, {:.3f} s at {}:{}: {} [{}] fingerprint {}\n{}", event.seconds, event.site.file,
                 event.site.line, event.sql, event.parameters, event.fingerprint, event.plan);
  }
};

}  // namespace

std::shared_ptr<Tracer> log_tracer() {
  return std::make_shared<LogTracer>();
}

}  // namespace schemac
