// "Did you mean".
#include "support/suggestion.hpp"

#include <gtest/gtest.h>

#include <array>

namespace schemac::compiler::support {
namespace {

constexpr std::array<std::string_view, 6> kTypes = {"text", "timestamptz", "timestamp",
                                                    "time", "integer",     "id"};

TEST(Suggestion, finds_each_kind_of_slip) {
  EXPECT_EQ(nearest("tmestamptz", kTypes), "timestamptz") << "left out";
  EXPECT_EQ(nearest("textt", kTypes), "text") << "once too often";
  EXPECT_EQ(nearest("inteqer", kTypes), "integer") << "another one";
  EXPECT_EQ(nearest("itneger", kTypes), "integer") << "two swapped";
  EXPECT_EQ(nearest("Timestamp", kTypes), "timestamp") << "upper case is no difference";
}

TEST(Suggestion, prefers_the_nearest_and_then_the_first) {
  EXPECT_EQ(nearest("timestampt", kTypes), "timestamptz");
  constexpr std::array<std::string_view, 2> kEqual = {"cat", "bat"};
  EXPECT_EQ(nearest("rat", kEqual), "cat");
}

TEST(Suggestion, stays_silent_when_nothing_is_near) {
  EXPECT_EQ(nearest("geometry", kTypes), std::nullopt);
  EXPECT_EQ(nearest("", kTypes), std::nullopt);
  EXPECT_EQ(nearest("x", std::array<std::string_view, 2>{"y", ""}), std::nullopt) << "nothing in common";
  EXPECT_EQ(nearest(std::string(100000, 'x'), kTypes), std::nullopt);
}

TEST(Suggestion, is_a_sentence) {
  EXPECT_EQ(did_you_mean("tmestamptz", kTypes), "did you mean `timestamptz`?");
  EXPECT_EQ(did_you_mean("geometry", kTypes), "");
}

}  // namespace
}  // namespace schemac::compiler::support
