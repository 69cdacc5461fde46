// Hints in the model: what migrations are made from.
#include <gtest/gtest.h>

#include "driver/pipeline.hpp"
#include "model/index.hpp"

namespace schemac::compiler::driver {
namespace {

using model::ObjectId;

model::Model compiled(std::string domain) {
  const Compilation run = compile(
      std::vector<support::OutputFile>{{"schemac.json", R"({"namespace": "demo"})"},
                                       {"shared.json", R"({"dropped": ["pg_trgm", "archive.bills"]})"},
                                       {"laws.json", R"({"domain": "laws", )" + std::move(domain) + "}"}});
  EXPECT_FALSE(run.failed());
  return run.model;
}

TEST(Hints, a_rename_keeps_the_present_table) {
  const model::Model model = compiled(R"("tables": {"bills": {"renamed_from": "laws", "primary_key": ["id"],
      "columns": {"id": {"type": "integer", "renamed_from": "number"}}}})");
  ASSERT_EQ(model.renames().size(), 2u);
  const ObjectId table{"table", "public", "bills", {}};
  EXPECT_EQ(model.renames()[0].to, table.child("column", "id"));
  EXPECT_EQ(model.renames()[0].from, table.child("column", "number"));
  EXPECT_EQ(model.renames()[1].from, (ObjectId{"table", "public", "laws", {}}));
  EXPECT_TRUE(model.renames()[1].origin.known());
}

TEST(Hints, what_is_dropped_is_found_by_its_identity) {
  const model::Model model = compiled(R"("dropped": ["cabinets"], "enums": {"stage": {"values": ["b"],
      "dropped": ["a"]}}, "tables": {"bills": {"columns": {"id": "integer"}, "primary_key": ["id"],
      "dropped": ["title", "bills_title_idx"]}})");
  const auto finds = [&](ObjectId id, model::Body state = {}) {
    return model.find_dropped({std::move(id), std::move(state), {}, {}}) != nullptr;
  };
  EXPECT_TRUE(finds({"table", "public", "cabinets", {}}));
  EXPECT_TRUE(finds({"function", "public", "cabinets", "integer"}));
  EXPECT_TRUE(finds({"column", "public", "bills", "title"}));
  EXPECT_TRUE(finds({"enum_value", "public", "stage", "a"}));
  EXPECT_TRUE(finds({"extension", {}, "pg_trgm", {}}));
  EXPECT_TRUE(finds({"table", "archive", "bills", {}}));
  model::Index index;
  index.table = "bills";
  EXPECT_TRUE(finds({"index", "public", "bills_title_idx", {}}, index));
  EXPECT_FALSE(finds({"column", "public", "bills", "cabinets"}));
  EXPECT_FALSE(finds({"table", "public", "bills", {}}));
}

TEST(Hints, dump_shows_them) {
  const std::string json =
      model::to_json(compiled(R"("dropped": ["cabinets"], "tables": {"bills": {"renamed_from": "laws",
      "columns": {"id": "integer"}, "primary_key": ["id"]}})"));
  EXPECT_NE(json.find(R"("renames": [)"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("name": "laws")"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("name": "cabinets")"), std::string::npos) << json;
}

}  // namespace
}  // namespace schemac::compiler::driver
