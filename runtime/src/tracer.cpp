// Hands every event on to each of several tracers.
#include "schemac/tracer.hpp"

namespace schemac {

void Tracers::acquired(const AcquireEvent& event) {
  for (const auto& one : all_) one->acquired(event);
}
void Tracers::connected(const ConnectEvent& event) {
  for (const auto& one : all_) one->connected(event);
}
void Tracers::queried(const QueryEvent& event) {
  for (const auto& one : all_) one->queried(event);
}
void Tracers::ended(const TransactionEvent& event) {
  for (const auto& one : all_) one->ended(event);
}
void Tracers::retrying(const RetryEvent& event) {
  for (const auto& one : all_) one->retrying(event);
}
void Tracers::leaked(const LeakEvent& event) {
  for (const auto& one : all_) one->leaked(event);
}
void Tracers::migrated(const MigrationEvent& event) {
  for (const auto& one : all_) one->migrated(event);
}
void Tracers::slow(const SlowQuery& event) {
  for (const auto& one : all_) one->slow(event);
}

}  // namespace schemac
