// The states of members that may be left out.
#include "schemac/query/set.hpp"

#include <gtest/gtest.h>

#include <string>

#include "schemac/query/id.hpp"
#include "schemac/validation.hpp"

namespace schemac {
namespace {

TEST(Set, is_left_out_null_or_a_value) {
  Set<std::optional<std::string>> member;
  EXPECT_FALSE(member.given());
  EXPECT_FALSE(member.is_null());
  member = null;
  EXPECT_TRUE(member.given());
  EXPECT_TRUE(member.is_null());
  EXPECT_EQ(member.get(), nullptr);
  member = "text";
  EXPECT_FALSE(member.is_null());
  EXPECT_EQ(*member.get(), "text");
}

TEST(Set, takes_an_optional_through_or_null) {
  EXPECT_TRUE(or_null(std::optional<int>()).is_null());
  EXPECT_EQ(*or_null(std::optional<int>(3)).get(), 3);
}

TEST(Set, takes_a_list_of_elements) {
  const Set<std::vector<std::string>> member = {"a", "b"};
  EXPECT_EQ(*member.get(), (std::vector<std::string>{"a", "b"}));
  const Set<std::optional<std::vector<int>>> nullable = {1, 2, 3};
  EXPECT_EQ(nullable.get()->size(), 3u);
}

TEST(Set, given_finds_the_value_of_every_kind_of_member) {
  EXPECT_EQ(*given(Required<int>(1)), 1);
  EXPECT_EQ(given(std::optional<int>()), nullptr);
  EXPECT_EQ(*given(std::optional<int>(2)), 2);
  EXPECT_EQ(given(Set<int>()), nullptr);
  EXPECT_EQ(given(Set<std::optional<int>>(null)), nullptr);
  EXPECT_EQ(*given(Set<std::optional<int>>(3)), 3);
}

TEST(Id, compares_and_hashes_as_its_value) {
  using BillId = Id<struct BillTag, std::int64_t>;
  EXPECT_LT(BillId{1}, BillId{2});
  EXPECT_EQ(BillId{}, BillId{0});
  EXPECT_EQ(std::hash<BillId>{}(BillId{7}), std::hash<std::int64_t>{}(7));
}

TEST(ValidationResult, prints_every_violation) {
  ValidationResult result;
  EXPECT_TRUE(result.empty());
  result.add("title", "min_length", "must be at least 3 characters long");
  result.add("tag", "pattern", "must match ^a$");
  EXPECT_EQ(result.to_string(), "title: must be at least 3 characters long; tag: must match ^a$");
  EXPECT_EQ(ValidationError(result).code(), ErrorCode::validation);
  EXPECT_EQ(ValidationError(result).result().violations().size(), 2u);
}

}  // namespace
}  // namespace schemac
