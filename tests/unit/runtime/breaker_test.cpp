// When the circuit breaker opens, who may try, and that nobody keeps it half open. Time is what the test
// says.
#include "database/breaker.hpp"

#include <gtest/gtest.h>

#include "schemac/error.hpp"

namespace schemac {
namespace {

std::int64_t now_ms = 0;

class BreakerTest : public testing::Test {
 protected:
  BreakerTest() { now_ms = 1'000'000; }

  void fail(int times) {
    for (int i = 0; i < times; ++i) breaker.permit().failed("no answer");
  }
  void succeed(int times) {
    for (int i = 0; i < times; ++i) breaker.permit().succeeded();
  }
  bool is(CircuitBreaker::State state) const { return breaker.state() == state; }

  CircuitBreaker breaker{{}, [] { return now_ms; }};
};

using State = CircuitBreaker::State;

TEST_F(BreakerTest, opens_when_half_of_enough_operations_failed) {
  fail(9);
  EXPECT_TRUE(is(State::closed)) << "nine are too few to tell";
  fail(1);
  EXPECT_TRUE(is(State::open));
  try {
    (void)breaker.permit();
    ADD_FAILURE();
  } catch (const CircuitOpen& error) {
    EXPECT_NE(std::string{error.what()}.find("no answer"), std::string::npos) << error.what();
  }
}

TEST_F(BreakerTest, stays_closed_below_the_rate) {
  succeed(50);
  fail(49);
  EXPECT_TRUE(is(State::closed));
  fail(1);
  EXPECT_TRUE(is(State::open));
}

TEST_F(BreakerTest, forgets_what_is_older_than_its_window) {
  fail(9);
  now_ms += 10'000;
  fail(9);
  EXPECT_TRUE(is(State::closed));
}

TEST_F(BreakerTest, lets_one_try_and_closes_when_that_went_well) {
  fail(10);
  now_ms += 1'000;
  {
    auto trial = breaker.permit();
    EXPECT_TRUE(is(State::half_open));
    EXPECT_THROW((void)breaker.permit(), CircuitOpen);
    trial.succeeded();
  }
  EXPECT_TRUE(is(State::closed));
  fail(1);
  EXPECT_TRUE(is(State::closed)) << "it counts from the beginning";
}

TEST_F(BreakerTest, opens_again_when_the_trial_fails) {
  fail(10);
  now_ms += 1'000;
  breaker.permit().failed("still none");
  EXPECT_TRUE(is(State::open));
  EXPECT_THROW((void)breaker.permit(), CircuitOpen);
}

TEST_F(BreakerTest, a_trial_that_never_ends_keeps_nobody_out_for_long) {
  fail(10);
  now_ms += 1'000;
  auto forgotten = breaker.permit();
  now_ms += 5'000;
  auto next = breaker.permit();
  forgotten.failed("too late to count");
  EXPECT_TRUE(is(State::half_open));
  next.succeeded();
  EXPECT_TRUE(is(State::closed));
}

TEST_F(BreakerTest, a_trial_that_tells_nothing_lets_the_next_one_try) {
  fail(10);
  now_ms += 1'000;
  { auto silent = breaker.permit(); }
  breaker.permit().succeeded();
  EXPECT_TRUE(is(State::closed));
}

}  // namespace
}  // namespace schemac
