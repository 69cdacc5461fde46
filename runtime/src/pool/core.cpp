// The life of a pool and of its connections: adding, giving back, replacing, closing.
#include "pool/core.hpp"

#include <algorithm>

#include "connection_string.hpp"
#include "schemac/error.hpp"

namespace schemac {

PoolCore::PoolCore(const std::string& connection_string, const PoolOptions& options)
    : connection_string_{with_default_parameter(connection_string, "connect_timeout",
                                                std::to_string(options.connect_seconds))},
      options_{options},
      queue_{static_cast<std::size_t>(options.max)},
      back_off_{BackOff::Duration::max(), std::chrono::milliseconds{20}, std::chrono::milliseconds{1000}} {
  Lock lock{mutex_};
  keeper_ = std::thread{[this] { keep(); }};
  start_opener();
}

PoolCore::~PoolCore() = default;

void PoolCore::give_back(Slot* slot) noexcept {
  slot->watch.disarm();
  if (slot->demoted) recreate();
  const bool reusable = slot->reusable();
  const auto now = Clock::now();
  std::shared_ptr<PoolCore> self;  // goes last, after the lock and the connection
  std::unique_ptr<Slot> gone;
  Lock lock{mutex_};
  --leased_;
  slot->leased = false;
  if (reusable && !closing_ && slot->generation == generation_ && now < slot->expires) {
    slot->idle_since = now;
    queue_.put(slot, now);
    return;
  }
  if (!reusable) ++counts_.broken;
  gone = remove(slot);
  opening_wanted_.notify_one();
  if (leased_ > 0) return;
  drained_.notify_all();
  self = std::move(kept_by_leases_);
}

void PoolCore::discard(Slot* slot) noexcept {
  slot->unwanted = true;
  give_back(slot);
}

std::unique_ptr<Slot> PoolCore::remove(Slot* slot) {
  auto place = std::find_if(slots_.begin(), slots_.end(), [&](const auto& one) { return one.get() == slot; });
  std::unique_ptr<Slot> removed = std::move(*place);
  *place = std::move(slots_.back());
  slots_.pop_back();
  return removed;
}

PoolCore::Slots PoolCore::remove_idle() {
  Slots removed;
  for (Slot* slot : queue_.idle()) removed.push_back(remove(slot));
  queue_.idle().clear();
  return removed;
}

void PoolCore::recreate() {
  Slots gone;
  Lock lock{mutex_};
  ++generation_;
  gone = remove_idle();
  opening_wanted_.notify_all();
  lock.unlock();
}

bool PoolCore::close(std::chrono::milliseconds drain) {
  std::lock_guard one_at_a_time{closing_mutex_};
  Slots gone;
  Lock lock{mutex_};
  closing_ = true;
  queue_.refuse_all();
  const bool ended = drained_.wait_for(lock, drain, [this] { return leased_ == 0; });
  for (const auto& slot : slots_)
    if (slot->leased) slot->watch.cut();
  gone = remove_idle();
  stopped_ = true;
  lock.unlock();
  stop_threads();
  return ended;
}

void PoolCore::leave_to_leases() {
  std::lock_guard lock{mutex_};
  if (leased_ > 0) kept_by_leases_ = shared_from_this();
}

PoolStatus PoolCore::status() const {
  std::lock_guard lock{mutex_};
  PoolStatus status = counts_;
  status.max = options_.max;
  status.open = open();
  status.idle = open() - leased_;
  status.connecting = connecting_;
  status.waiting = static_cast<int>(queue_.waiting());
  return status;
}

}  // namespace schemac
