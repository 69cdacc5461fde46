// Whose turn it is: newcomers may take what is idle, until somebody has waited for half a millisecond.
#include "pool/fair_queue.hpp"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace schemac {
namespace {

using namespace std::chrono_literals;

/// Slots are only passed along here, never looked into.
Slot* slot(std::uintptr_t number) {
  return reinterpret_cast<Slot*>(number);
}

class FairQueueTest : public testing::Test {
 protected:
  /// A caller that waits in a thread of its own, and writes its name when it got something. It is in line
  /// when this returns, or was: nobody else has the lock between its coming and its waiting.
  std::thread waiter(const std::string& name, std::chrono::milliseconds patience = 5s) {
    const int before = come();
    std::thread thread{[=, this] {
      std::unique_lock lock{mutex};
      ++come_;
      const auto now = Clock::now();
      order += queue.wait(lock, now, now + patience) != nullptr ? name : "-";
    }};
    while (come() == before) std::this_thread::yield();
    return thread;
  }

  int come() {
    std::lock_guard lock{mutex};
    return come_;
  }

  std::size_t waiting() {
    std::lock_guard lock{mutex};
    return queue.waiting();
  }

  void put(std::uintptr_t number, Clock::time_point now) {
    std::lock_guard lock{mutex};
    queue.put(slot(number), now);
  }

  std::mutex mutex;
  FairQueue queue{4};
  std::string order;

 private:
  int come_ = 0;
};

TEST_F(FairQueueTest, gives_what_was_used_last) {
  put(1, Clock::now());
  put(2, Clock::now());
  std::lock_guard lock{mutex};
  EXPECT_EQ(queue.take(Clock::now()), slot(2));
  EXPECT_EQ(queue.take(Clock::now()), slot(1));
  EXPECT_EQ(queue.take(Clock::now()), nullptr);
}

TEST_F(FairQueueTest, hands_over_in_the_order_of_arrival) {
  std::thread first = waiter("1");
  std::thread second = waiter("2");
  const auto later = Clock::now() + 1s;
  put(1, later);
  first.join();
  put(2, later);
  second.join();
  EXPECT_EQ(order, "12");
}

TEST_F(FairQueueTest, a_newcomer_does_not_get_before_who_has_waited_long) {
  std::thread first = waiter("1");
  {
    std::lock_guard lock{mutex};
    queue.put(slot(1), Clock::now() - 1s);  // not yet strict: it goes to the idle ones
    EXPECT_EQ(queue.take(Clock::now() + 1s), nullptr);
  }
  first.join();
  EXPECT_EQ(order, "1");
}

TEST_F(FairQueueTest, a_newcomer_may_get_before_who_has_only_come) {
  std::thread first = waiter("1");
  {
    std::lock_guard lock{mutex};
    const auto early = Clock::now() - 1s;
    queue.put(slot(1), early);
    EXPECT_EQ(queue.take(early), slot(1));
  }
  put(2, Clock::now() + 1s);
  first.join();
  EXPECT_EQ(order, "1");
}

TEST_F(FairQueueTest, who_gives_up_leaves_the_others_in_line) {
  std::thread first = waiter("1", 10ms);
  std::thread second = waiter("2");
  first.join();
  EXPECT_EQ(order, "-");
  put(1, Clock::now() + 1s);
  second.join();
  EXPECT_EQ(order, "-2");
}

TEST_F(FairQueueTest, sends_all_away) {
  std::thread first = waiter("1");
  std::thread second = waiter("2");
  {
    std::lock_guard lock{mutex};
    queue.refuse_all();
  }
  first.join();
  second.join();
  EXPECT_EQ(order, "--");
  EXPECT_EQ(waiting(), 0U);
}

}  // namespace
}  // namespace schemac
