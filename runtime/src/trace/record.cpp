// Remembers what happened.
#include "schemac/error.hpp"
#include "schemac/trace_record.hpp"

namespace schemac {
namespace {

std::string with_error(std::string line, const Error* error) {
  return error == nullptr ? line : line + ": " + error->what();
}

}  // namespace

void RecordingTracer::add(std::string line) {
  std::lock_guard lock{mutex_};
  lines_.push_back(std::move(line));
}

void RecordingTracer::acquired(const AcquireEvent& event) {
  add(std::string{event.acquired ? "acquired " : "refused "} + std::string{event.pool});
}
void RecordingTracer::connected(const ConnectEvent& event) {
  add(with_error("connected " + std::string{event.pool}, event.error));
}
void RecordingTracer::queried(const QueryEvent& event) {
  add(with_error("queried " + std::string{event.sql}, event.error));
}
void RecordingTracer::ended(const TransactionEvent& event) {
  add(with_error(event.committed ? "ended committed" : "ended rolled back", event.error));
}
void RecordingTracer::retrying(const RetryEvent& event) {
  add(with_error("retrying after attempt " + std::to_string(event.attempt), &event.error));
}
void RecordingTracer::leaked(const LeakEvent& event) {
  add("leaked " + std::string{event.site.file} + ":" + std::to_string(event.site.line) + " " +
      std::string{event.sql});
}
void RecordingTracer::migrated(const MigrationEvent& event) {
  add((event.wrong ? "migrations: " : "migrated ") + std::string{event.message});
}
void RecordingTracer::slow(const SlowQuery& event) {
  add("slow " + event.sql);
  std::lock_guard lock{mutex_};
  slow_.push_back(event);
}

std::vector<std::string> RecordingTracer::lines() const {
  std::lock_guard lock{mutex_};
  return lines_;
}

std::vector<SlowQuery> RecordingTracer::slow_queries() const {
  std::lock_guard lock{mutex_};
  return slow_;
}

}  // namespace schemac
