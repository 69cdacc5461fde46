// The pauses before a step is tried again: they grow, vary, and add up to no more than was allowed.
#include "back_off.hpp"

#include <gtest/gtest.h>

#include <set>

namespace schemac {
namespace {

using namespace std::chrono_literals;

TEST(BackOff, pauses_add_up_to_no_more_than_the_total) {
  BackOff back_off{20s};
  BackOff::Duration sum{0};
  while (const auto pause = back_off.next()) {
    EXPECT_GE(*pause, 100ms);
    EXPECT_LE(*pause, 5s);
    sum += *pause;
  }
  EXPECT_LE(sum, 20s);
  EXPECT_GT(sum, 14s);  // the one that did not fit was at most 5 s
}

TEST(BackOff, does_not_wait_when_it_may_not) {
  EXPECT_FALSE(BackOff{0s}.next().has_value());
}

TEST(BackOff, two_who_met_do_not_meet_again) {
  std::set<BackOff::Duration> second;
  for (int i = 0; i < 20; ++i) {
    BackOff back_off{60s};
    back_off.next();
    second.insert(*back_off.next());
  }
  EXPECT_GT(second.size(), 5U);
}

}  // namespace
}  // namespace schemac
