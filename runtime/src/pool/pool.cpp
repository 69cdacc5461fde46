// Pools and leases: handles of the core.
#include "schemac/pool.hpp"

#include "log_position.hpp"
#include "pool/core.hpp"
#include "schemac/error.hpp"

namespace schemac {
namespace {

void require(bool fits, const char* rule) {
  if (!fits) throw UsageError{std::string{"these options of a pool do not fit together: "} + rule};
}

const PoolOptions& checked(const PoolOptions& options) {
  require(options.max >= 1, "max is at least 1");
  require(options.min >= 0 && options.min <= options.max, "min is from 0 to max");
  require(options.connecting >= 1, "connecting is at least 1");
  require(options.queue >= 0, "queue is not negative");
  require(options.acquire_ms >= 0 && options.idle_ms >= 0 && options.leak_ms >= 0, "no time is negative");
  require(options.lifetime_ms >= 1, "lifetime_ms is at least 1");
  return options;
}

}  // namespace

Connection* Lease::connection() const noexcept {
  return &slot_->connection;
}

void Lease::give_back() noexcept {
  if (slot_ != nullptr) core_->give_back(std::exchange(slot_, nullptr));
}

void Lease::discard() noexcept {
  if (slot_ != nullptr) core_->discard(std::exchange(slot_, nullptr));
}

void Lease::set_deadline_ms(std::int64_t milliseconds) const {
  slot_->watchdog.arm(slot_->watch, Clock::now() + std::chrono::milliseconds{milliseconds});
}

bool Lease::overdue() const noexcept {
  return slot_->watch.overdue();
}

bool Lease::has_replayed(std::uint64_t position) const {
  // Remembered for the connection: a standby that restarts may serve an earlier state, on new connections.
  if (slot_->replayed >= position) return true;
  const LogPosition found = log_position(slot_->connection);
  if (!found.standby) return false;
  slot_->replayed = found.at;
  return found.at >= position;
}

Pool::Pool(const std::string& connection_string, const PoolOptions& options)
    : core_{std::make_shared<PoolCore>(connection_string, checked(options))} {}

Pool::~Pool() {
  core_->close(std::chrono::milliseconds{0});
  core_->leave_to_leases();
}

Lease Pool::acquire(CallSite site) {
  return core_->acquire(std::chrono::milliseconds{core_->options().acquire_ms}, site);
}

Lease Pool::acquire(std::int64_t milliseconds, CallSite site) {
  return core_->acquire(std::chrono::milliseconds{milliseconds}, site);
}

void Pool::recreate() {
  core_->recreate();
}

bool Pool::close(int drain_ms) {
  return core_->close(std::chrono::milliseconds{drain_ms});
}

PoolStatus Pool::status() const {
  return core_->status();
}

std::string Pool::holders() const {
  return core_->holders();
}

}  // namespace schemac
