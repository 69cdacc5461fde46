// The pool's own threads: openers connect when somebody waits or too few are open; the keeper looks at idle
// connections five times a second, closes what is too old, and reports leases that do not end.
#include <algorithm>

#include "pool/core.hpp"
#include "schemac/error.hpp"
#include "schemac/redact.hpp"
#include "schemac/tracer.hpp"

namespace schemac {
namespace {

constexpr std::chrono::milliseconds kRound{200};

/// Trying again does not help here: wrong password, no such role, no such database.
bool is_final(const Error& error) {
  return error.sqlstate().starts_with("28") || error.sqlstate() == "3D000" ||
         error.code() == ErrorCode::usage;
}

}  // namespace

bool PoolCore::wants_connection() const {
  const int coming = open() + connecting_;
  if (closing_ || coming >= options_.max) return false;
  return coming < options_.min || static_cast<int>(queue_.waiting()) > connecting_;
}

/// REQUIRES: mutex_. Openers are as many as have ever been needed at once.
void PoolCore::start_opener() {
  const int openers = static_cast<int>(openers_.size());
  if (openers <= connecting_ && openers < options_.connecting && !stopped_)
    openers_.emplace_back([this] { open_connections(); });
}

void PoolCore::open_connections() {
  Lock lock{mutex_};
  while (!stopped_) {
    if (!wants_connection())
      opening_wanted_.wait(lock);
    else if (Clock::now() < next_attempt_)
      opening_wanted_.wait_until(lock, next_attempt_);
    else
      open_one(lock);
  }
}

void PoolCore::open_one(Lock& lock) {
  ++connecting_;
  start_opener();
  const std::uint64_t generation = generation_;
  const auto start = Clock::now();
  lock.unlock();
  std::unique_ptr<Slot> slot;
  try {
    slot = std::make_unique<Slot>(connection_string_, options_, watchdog_);
    if (options_.tracer != nullptr)
      options_.tracer->connected({options_.name, seconds_between(start, Clock::now()), nullptr});
  } catch (const Error& error) {
    if (options_.tracer != nullptr)
      options_.tracer->connected({options_.name, seconds_between(start, Clock::now()), &error});
    lock.lock();
    --connecting_;
    return failed_to_open(error);
  }
  lock.lock();
  --connecting_;
  ++counts_.opened;
  counts_.connect_failure.clear();
  connect_sqlstate_.clear();
  back_off_.start_over();
  if (stopped_) return;
  slot->generation = generation;
  queue_.put(slots_.emplace_back(std::move(slot)).get(), Clock::now());
}

/// REQUIRES: mutex_.
void PoolCore::failed_to_open(const Error& error) {
  counts_.connect_failure = error.what();
  connect_sqlstate_ = error.sqlstate();
  next_attempt_ = Clock::now() + *back_off_.next();
  if (is_final(error)) queue_.refuse_all();
}

void PoolCore::keep() {
  Lock lock{mutex_};
  while (!stopped_) {
    keeper_wake_.wait_for(lock, kRound);
    const auto now = Clock::now();
    Slots gone = take_outdated(now);
    opening_wanted_.notify_all();
    report_leaks(lock, now);
    if (gone.empty()) continue;
    lock.unlock();
    gone.clear();
    lock.lock();
  }
}

/// Idle connections that are broken, too old, or too many; the ones used longest ago stand first.
PoolCore::Slots PoolCore::take_outdated(Clock::time_point now) {
  Slots gone;
  std::vector<Slot*> kept;
  kept.reserve(static_cast<std::size_t>(options_.max));
  for (Slot* slot : queue_.idle()) {
    const bool broken = !slot->quiet();
    const bool spare =
        open() > options_.min && now - slot->idle_since > std::chrono::milliseconds{options_.idle_ms};
    if (broken) ++counts_.broken;
    if (broken || spare || now > slot->expires)
      gone.push_back(remove(slot));
    else
      kept.push_back(slot);
  }
  queue_.idle() = std::move(kept);
  return gone;
}

/// The tracer is called without the mutex.
void PoolCore::report_leaks(Lock& lock, Clock::time_point now) {
  if (options_.leak_ms == 0 || options_.tracer == nullptr) return;
  struct Leak {
    double seconds;
    CallSite site;
    std::string sql;
  };
  std::vector<Leak> leaks;
  for (const auto& slot : slots_) {
    const bool late = slot->leased && now - slot->leased_at > std::chrono::milliseconds{options_.leak_ms};
    if (!late || slot->leak_reported) continue;
    slot->leak_reported = true;
    leaks.push_back(
        {seconds_between(slot->leased_at, now), slot->site, redact_statement(slot->last_statement.text())});
  }
  if (leaks.empty()) return;
  lock.unlock();
  for (const Leak& leak : leaks) options_.tracer->leaked({options_.name, leak.seconds, leak.site, leak.sql});
  lock.lock();
}

/// REQUIRES: stopped_.
void PoolCore::stop_threads() {
  opening_wanted_.notify_all();
  keeper_wake_.notify_all();
  for (std::thread& opener : openers_)
    if (opener.joinable()) opener.join();
  if (keeper_.joinable()) keeper_.join();
}

}  // namespace schemac
