// Ends what runs past its deadline. Arming must cost next to nothing, since every operation does it: it
// stores the deadline where the thread will look, and wakes the thread only when that would come too late.
#include "pool/watchdog.hpp"

#include <libpq-fe.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

namespace schemac {
namespace {

using namespace std::chrono_literals;

/// How long a cancelled statement has to end on its own, which tells its caller more than a broken socket.
constexpr auto kGrace = 100ms;

/// A deadline that is further away than this wakes nobody when it is set.
constexpr auto kLongestSleep = 500ms;

/// PQcancel waits for the postmaster, for ever if that is frozen: on threads that nobody waits for, and not
/// on ever more of them.
constexpr int kMostCancels = 16;
std::atomic<int> cancels_under_way{0};

void cancel_on_its_own(std::shared_ptr<pg_cancel> cancel) {
  if (cancel == nullptr) return;
  if (cancels_under_way.fetch_add(1) >= kMostCancels) {
    cancels_under_way.fetch_sub(1);
    return;
  }
  std::thread([cancel = std::move(cancel)] {
    std::array<char, 256> ignored{};
    PQcancel(cancel.get(), ignored.data(), ignored.size());
    cancels_under_way.fetch_sub(1);
  }).detach();
}

std::int64_t ticks(Clock::time_point time) {
  return time.time_since_epoch().count();
}

Clock::time_point time_of(std::int64_t ticks) {
  return Clock::time_point{Clock::duration{ticks}};
}

}  // namespace

Watch::Watch(pg_conn* connection)
    : socket_{PQsocket(connection)}, cancel_{PQgetCancel(connection), PQfreeCancel} {}

void Watch::disarm() noexcept {
  // Only this thread arms it, and the exchange costs as much as a lock.
  if (state_.load(std::memory_order_relaxed) == kNone || state_.exchange(kNone) != kOverdue) return;
  was_overdue_ = true;
  std::lock_guard lock{mutex_};
}

void Watch::cut() noexcept {
  ::shutdown(socket_, SHUT_RDWR);
}

Clock::time_point Watch::check(Clock::time_point now) {
  std::int64_t state = state_.load();
  if (state == kNone) return now + kLongestSleep;
  if (state == kOverdue) {
    std::lock_guard lock{mutex_};
    if (now < cut_at_) return cut_at_;
    if (state_.load() == kOverdue) cut();
    return now + kLongestSleep;
  }
  if (time_of(state) > now) return time_of(state);
  cut_at_ = now + kGrace;
  if (!state_.compare_exchange_strong(state, kOverdue)) return now;
  cancel_on_its_own(cancel_);
  return cut_at_;
}

Watchdog::Watchdog() : thread_{[this] { run(); }} {}

Watchdog::~Watchdog() {
  {
    std::lock_guard lock{mutex_};
    stopped_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Watchdog::add(Watch& watch) {
  std::lock_guard lock{mutex_};
  watches_.push_back(&watch);
}

void Watchdog::remove(Watch& watch) noexcept {
  std::lock_guard lock{mutex_};
  watches_.erase(std::find(watches_.begin(), watches_.end(), &watch));
}

void Watchdog::arm(Watch& watch, Clock::time_point deadline) {
  watch.state_.store(ticks(deadline));
  // The thread sets when it wakes before it looks, so that either it sees the deadline or we see the time.
  if (ticks(deadline) >= wakes_at_.load()) return;
  std::lock_guard lock{mutex_};
  wakes_at_ = ticks(deadline);
  changed_.notify_one();
}

void Watchdog::run() {
  std::unique_lock lock{mutex_};
  while (!stopped_) {
    Clock::time_point now = Clock::now();
    Clock::time_point next = now + kLongestSleep;
    wakes_at_ = ticks(next);
    for (Watch* watch : watches_) next = std::min(next, watch->check(now));
    wakes_at_ = std::min(wakes_at_.load(), ticks(next));
    while (!stopped_ && ticks(Clock::now()) < wakes_at_.load())
      changed_.wait_until(lock, time_of(wakes_at_.load()));
  }
}

}  // namespace schemac
