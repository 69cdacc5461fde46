// Acquiring: an idle connection if there is one, else a place in the line; and what a caller is told who gets
// none.
#include <algorithm>
#include <cstdio>

#include "pool/core.hpp"
#include "schemac/error.hpp"
#include "schemac/redact.hpp"
#include "schemac/tracer.hpp"

namespace schemac {
namespace {

constexpr std::size_t kMostHolders = 10;

std::string in_milliseconds(Clock::duration duration) {
  return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(duration).count()) + " ms";
}

std::string place_of(CallSite site) {
  return std::string{site.file} + ":" + std::to_string(site.line);
}

std::string holder(const Slot& slot, Clock::time_point now) {
  std::array<char, 32> age{};
  std::snprintf(age.data(), age.size(), "%.3f", seconds_between(slot.leased_at, now));
  return std::string{"for "} + age.data() + " s by " + place_of(slot.site) + ": " +
         redact_statement(slot.last_statement.text());
}

}  // namespace

Lease PoolCore::acquire(std::chrono::milliseconds patience, CallSite site) {
  const auto start = Clock::now();
  const auto deadline = start + patience;
  for (;;) {
    Slot* slot = obtain(start, deadline, site);
    if (slot->alive(start, deadline)) {
      traced(start, true, site);
      return Lease{this, slot};
    }
    discard(slot);
  }
}

Slot* PoolCore::obtain(Clock::time_point now, Clock::time_point deadline, CallSite site) {
  Lock lock{mutex_};
  Slot* slot = closing_ ? nullptr : queue_.take(now);
  if (slot == nullptr) slot = wait(lock, now, deadline, site);
  ++counts_.acquired;
  ++leased_;
  slot->leased = true;
  slot->leak_reported = false;
  slot->leased_at = now;
  slot->site = site;
  return slot;
}

Slot* PoolCore::wait(Lock& lock, Clock::time_point start, Clock::time_point deadline, CallSite site) {
  if (closing_) refuse(lock, start, site, {});
  if (queue_.waiting() >= static_cast<std::size_t>(options_.queue))
    refuse(lock, start, site, " takes no more callers: ");
  start_opener();
  opening_wanted_.notify_one();
  const auto now = Clock::now();
  Slot* slot = queue_.wait(lock, now, deadline);
  const auto waited = Clock::now() - now;
  counts_.acquire_seconds += std::chrono::duration<double>(waited).count();
  if (slot == nullptr) refuse(lock, start, site, " had none free within " + in_milliseconds(waited) + ": ");
  return slot;
}

/// What stands in the way: that the pool is closed, else why no connection could be opened, else who has
/// them.
void PoolCore::refuse(Lock& lock, Clock::time_point start, CallSite site, const std::string& what) {
  ++counts_.refused;
  const std::string name = "the pool \"" + options_.name + "\"";
  const std::string uses = std::to_string(leased_) + " of " + std::to_string(options_.max) +
                           " connections are in use, " + std::to_string(connecting_) + " are being opened, " +
                           std::to_string(queue_.waiting()) + " callers wait" + holders_locked();
  const std::string failure = counts_.connect_failure;
  const std::string sqlstate = connect_sqlstate_;
  const bool closed = closing_;
  lock.unlock();
  traced(start, false, site);
  if (closed) throw UsageError{name + " is closed", {}, "acquire"};
  if (!failure.empty()) throw ConnectionError{name + " has no connection: " + failure, sqlstate, "acquire"};
  throw PoolExhausted{name + what + uses, "acquire"};
}

void PoolCore::traced(Clock::time_point start, bool acquired, CallSite site) const {
  if (options_.tracer == nullptr) return;
  options_.tracer->acquired({options_.name, seconds_between(start, Clock::now()), acquired, site});
}

std::string PoolCore::holders() const {
  std::lock_guard lock{mutex_};
  return holders_locked();
}

std::string PoolCore::holders_locked() const {
  std::vector<const Slot*> leased;
  for (const auto& slot : slots_)
    if (slot->leased) leased.push_back(slot.get());
  std::sort(leased.begin(), leased.end(),
            [](const Slot* one, const Slot* other) { return one->leased_at < other->leased_at; });
  const std::size_t shown = std::min(leased.size(), kMostHolders);
  std::string lines;
  for (std::size_t i = 0; i < shown; ++i) lines += "\n  held " + holder(*leased[i], Clock::now());
  if (shown < leased.size()) lines += "\n  and " + std::to_string(leased.size() - shown) + " more";
  return lines;
}

}  // namespace schemac
