// Two models, and what differs between them.
#include "diff/diff.hpp"

#include <gtest/gtest.h>

#include "support/small_schema.hpp"

namespace schemac::compiler::diff {
namespace {

using testing::SmallSchema;

std::vector<std::string> ids(const std::vector<Change>& changes) {
  std::vector<std::string> texts;
  for (const Change& change : changes) texts.push_back(model::to_string(change.id()));
  return texts;
}

TEST(Diff, equal_models_have_no_changes) {
  const auto model = SmallSchema().table_with_id("bills").model();
  EXPECT_TRUE(diff(model, model).empty());
  EXPECT_TRUE(diff({}, {}).empty());
}

TEST(Diff, what_is_new_has_no_from_and_what_is_gone_no_to) {
  const auto model = SmallSchema().table("bills").model();
  const auto born = diff({}, model);
  ASSERT_EQ(born.size(), 1u);
  EXPECT_FALSE(born[0].from);
  EXPECT_EQ(born[0].to->id, SmallSchema::table_id("bills"));
  const auto gone = diff(model, {});
  ASSERT_EQ(gone.size(), 1u);
  EXPECT_FALSE(gone[0].to);
  EXPECT_EQ(gone[0].from->id, SmallSchema::table_id("bills"));
}

TEST(Diff, an_altered_object_has_both_sides) {
  const auto before = SmallSchema().table("bills").column("bills", "title", "text").model();
  const auto after = SmallSchema().table("bills").column("bills", "title", "text", true).model();
  const auto changes = diff(before, after);
  ASSERT_EQ(ids(changes), std::vector<std::string>{"column public.bills.title"});
  EXPECT_FALSE(changes[0].from->state.as<model::Column>().nullable);
  EXPECT_TRUE(changes[0].to->state.as<model::Column>().nullable);
}

TEST(Diff, notes_and_places_do_not_count) {
  model::TableNotes notes;
  notes.doc = "other words";
  const auto before = SmallSchema().table("bills").model();
  const auto after = SmallSchema().table("bills", notes).model();
  EXPECT_TRUE(diff(before, after).empty());
}

TEST(Diff, changes_are_sorted_by_identity) {
  const auto before = SmallSchema().table("b").table("d").model();
  const auto after = SmallSchema().table("e").table("c").table("a").table("d").model();
  EXPECT_EQ(ids(diff(before, after)), (std::vector<std::string>{"table public.a", "table public.b",
                                                                "table public.c", "table public.e"}));
}

TEST(Diff, prints_both_sides_as_json) {
  const auto before = SmallSchema().table("bills").column("bills", "title", "text").model();
  const auto after = SmallSchema().table("bills").column("bills", "title", "text", true).model();
  const std::string json = to_json(diff(before, after));
  EXPECT_NE(json.find("\"object\": \"column public.bills.title\""), std::string::npos) << json;
  EXPECT_NE(json.find("\"from\""), std::string::npos);
  EXPECT_NE(json.find("\"nullable\": true"), std::string::npos);
}

}  // namespace
}  // namespace schemac::compiler::diff
