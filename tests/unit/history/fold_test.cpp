// The state after migrations, those of two branches included, and the way of a change through its file.
#include "history/fold.hpp"

#include <gtest/gtest.h>

#include "driver/registry.hpp"
#include "history/change_file.hpp"
#include "support/small_schema.hpp"

namespace schemac::compiler::history {
namespace {

using testing::SmallSchema;

Migration migration(std::string version, std::vector<std::string> parents, const SmallSchema& before,
                    const SmallSchema& after) {
  Migration result;
  result.version = std::move(version);
  result.parents = std::move(parents);
  result.changes = diff::diff(before.model(), after.model());
  return result;
}

SmallSchema bills() {
  return SmallSchema().table("bills").column("bills", "title", "text");
}

std::vector<std::string> codes(const support::Diagnostics& diagnostics) {
  std::vector<std::string> found;
  for (const support::Diagnostic& finding : diagnostics.all()) found.push_back(finding.code);
  return found;
}

TEST(Fold, takes_migrations_of_two_branches_that_change_different_objects) {
  const std::vector<Migration> both = {migration("20260101000000_base", {}, {}, bills()),
                                       migration("20260102000000_left", {"20260101000000_base"}, bills(),
                                                 bills().column("bills", "a", "text")),
                                       migration("20260103000000_right", {"20260101000000_base"}, bills(),
                                                 bills().column("bills", "b", "text"))};
  support::Diagnostics diagnostics;
  const Fold result = fold(both, diagnostics);
  EXPECT_TRUE(codes(diagnostics).empty());
  const auto wanted = bills().column("bills", "a", "text").column("bills", "b", "text").model();
  EXPECT_TRUE(diff::diff(result.model, wanted).empty());
  EXPECT_EQ(result.heads, (std::vector<std::string>{"20260102000000_left", "20260103000000_right"}));
}

TEST(Fold, refuses_migrations_of_two_branches_that_change_one_object) {
  const std::vector<Migration> both = {migration("20260101000000_base", {}, {}, bills()),
                                       migration("20260102000000_left", {"20260101000000_base"}, bills(),
                                                 bills().column("bills", "a", "text")),
                                       migration("20260103000000_right", {"20260101000000_base"}, bills(),
                                                 bills().column("bills", "a", "uuid"))};
  support::Diagnostics diagnostics;
  fold(both, diagnostics);
  ASSERT_EQ(codes(diagnostics), (std::vector<std::string>{"SC6002"}));
  const std::string& message = diagnostics.all().front().message;
  EXPECT_NE(message.find("20260103000000_right"), std::string::npos) << message;
  EXPECT_NE(message.find("20260102000000_left"), std::string::npos) << message;
}

TEST(Fold, misses_a_parent) {
  const std::vector<Migration> one = {migration("20260102000000_b", {"20260101000000_a"}, {}, bills())};
  support::Diagnostics diagnostics;
  fold(one, diagnostics);
  EXPECT_EQ(codes(diagnostics), (std::vector<std::string>{"SC6003"}));
}

TEST(ChangeFile, gives_back_what_was_written) {
  Migration written = migration("20260101000000_base", {}, {}, bills().unique("bills", {"title"}));
  written.hazards = {"SC5004"};
  written.renames = {{SmallSchema::table_id("a"), SmallSchema::table_id("b"), {}}};
  const std::string text = to_change_file(written);
  support::Sources sources;
  support::Diagnostics diagnostics;
  const auto document = syntax::parse(sources, sources.add("change.json", text), diagnostics);
  ASSERT_TRUE(document);
  const auto read = read_change_file(*document, written.version, driver::vocabulary().kinds, diagnostics);
  ASSERT_TRUE(read);
  EXPECT_EQ(to_change_file(*read), text);
}

}  // namespace
}  // namespace schemac::compiler::history
