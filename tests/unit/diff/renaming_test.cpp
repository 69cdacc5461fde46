// What a rename, declared or seen, does to the identities and texts of a model.
#include "diff/renaming.hpp"

#include <gtest/gtest.h>

#include "diff/diff.hpp"
#include "model/index.hpp"
#include "model/partition.hpp"
#include "support/small_schema.hpp"

namespace schemac::compiler::diff {
namespace {

using model::ObjectId;
using model::Rename;
using testing::SmallSchema;

ObjectId column(const std::string& table, const std::string& name) {
  return SmallSchema::table_id(table).child(model::kColumnKind, name);
}

/// The model, saying how it came about.
model::Model declaring(const SmallSchema& schema, std::vector<Rename> renames) {
  const model::Model model = schema.model();
  model::Hints hints;
  hints.renames = std::move(renames);
  hints.sort();
  return {model.project(), {model.objects().begin(), model.objects().end()}, std::move(hints)};
}

std::vector<std::string> names(const std::vector<Rename>& renames) {
  std::vector<std::string> texts;
  for (const Rename& rename : renames)
    texts.push_back(to_string(rename.from) + " -> " + rename.to.name + "." + rename.to.part);
  return texts;
}

/// What still differs when the renames are done.
std::size_t differences(const Renaming& renaming, const model::Model& after) {
  return diff(renaming.before, after).size();
}

TEST(Renaming, carries_a_column_into_what_speaks_of_it) {
  const auto schema = [](const std::string& name) {
    return SmallSchema()
        .table_with_id("bills")
        .column("bills", name, "text")
        .check("bills", "bills_titled", name + " <> ''");
  };
  const model::Model after =
      declaring(schema("title"), {{column("bills", "name"), column("bills", "title"), {}}});
  const Renaming renaming = rename(schema("name").model(), after);
  EXPECT_EQ(names(renaming.renames), std::vector<std::string>{"column public.bills.name -> bills.title"});
  EXPECT_EQ(differences(renaming, after), 0U);
}

TEST(Renaming, carries_a_table_into_its_parts_and_into_references) {
  const auto schema = [](const std::string& name) {
    return SmallSchema()
        .table_with_id(name)
        .table("votes")
        .column("votes", "bill_id", "uuid")
        .reference("votes", "bill_id", name);
  };
  const model::Model after =
      declaring(schema("bills"), {{SmallSchema::table_id("laws"), SmallSchema::table_id("bills"), {}}});
  const Renaming renaming = rename(schema("laws").model(), after);
  // The key's name follows its table's, and nothing else of it differs.
  EXPECT_EQ(names(renaming.renames),
            (std::vector<std::string>{"table public.laws -> bills.",
                                      "primary_key public.bills.laws_pkey -> bills.bills_pkey"}));
  EXPECT_EQ(differences(renaming, after), 0U);
}

TEST(Renaming, passes_over_what_is_done_already) {
  const auto schema = SmallSchema().table_with_id("bills").column("bills", "title", "text");
  const model::Model after = declaring(schema, {{column("bills", "name"), column("bills", "title"), {}}});
  EXPECT_TRUE(rename(schema.model(), after).renames.empty());
}

TEST(Renaming, passes_over_an_old_name_that_is_still_in_use) {
  const auto before = SmallSchema().table_with_id("bills").column("bills", "name", "text");
  const auto both =
      SmallSchema().table_with_id("bills").column("bills", "name", "text").column("bills", "title", "text");
  const model::Model after = declaring(both, {{column("bills", "name"), column("bills", "title"), {}}});
  const Renaming renaming = rename(before.model(), after);
  EXPECT_TRUE(renaming.renames.empty());
  EXPECT_EQ(differences(renaming, after), 1U);
}

TEST(Renaming, takes_two_columns_for_two_unless_it_is_told) {
  const auto before = SmallSchema().table_with_id("bills").column("bills", "name", "text");
  const auto after = SmallSchema().table_with_id("bills").column("bills", "title", "text");
  EXPECT_TRUE(rename(before.model(), after.model()).renames.empty());
}

TEST(Renaming, sees_a_check_that_has_another_name_only) {
  const auto schema = [](const std::string& name) {
    return SmallSchema().table_with_id("bills").check("bills", name, "id IS NOT NULL");
  };
  const Renaming renaming = rename(schema("one").model(), schema("other").model());
  EXPECT_EQ(names(renaming.renames), std::vector<std::string>{"check public.bills.one -> bills.other"});
}

TEST(Renaming, carries_a_column_into_the_partitions_of_its_table) {
  const auto schema = [](const std::string& name) {
    SmallSchema small;
    small.table("events")
        .column("events", name, "text")
        .table("events_old")
        .column("events_old", name, "text");
    return small.add({std::string(model::kPartitionKind), "public", "events_old", {}},
                     model::Partition{"public", "events", "DEFAULT"});
  };
  const model::Model after =
      declaring(schema("client"), {{column("events", "agent"), column("events", "client"), {}}});
  const Renaming renaming = rename(schema("agent").model(), after);
  EXPECT_EQ(renaming.renames.size(), 1U);  // the server does the others
  EXPECT_EQ(differences(renaming, after), 0U);
}

TEST(Renaming, carries_the_name_of_an_index_to_those_of_partitions_that_are_renamed_too) {
  const auto schema = [](const std::string& name) {
    model::Index attached = SmallSchema::btree("events_old", {"agent"});
    attached.parent = {"public", "events", "events_" + name};
    return SmallSchema()
        .table("events")
        .index("events_" + name, "events", {"agent"})
        .table("events_old")
        .index("events_old_" + name, attached)
        .model();
  };
  const model::Model after = schema("client");
  const Renaming renaming = rename(schema("agent"), after);
  EXPECT_EQ(renaming.renames.size(), 2U);
  EXPECT_EQ(differences(renaming, after), 0U);
}

TEST(Renaming, waits_until_a_name_is_free_and_leaves_what_change_places) {
  const auto schema = [](const std::string& one, const std::string& other) {
    return SmallSchema()
        .table_with_id("bills")
        .check("bills", one, "id IS NOT NULL")
        .add(SmallSchema::table_id("bills").child(model::kForeignKeyKind, other),
             model::ForeignKey{{"id"}, "public", "bills", {"id"}});
  };
  const model::Model chained = schema("b", "c").model();
  const Renaming chain = rename(schema("a", "b").model(), chained);
  EXPECT_EQ(names(chain.renames), (std::vector<std::string>{"foreign_key public.bills.b -> bills.c",
                                                            "check public.bills.a -> bills.b"}));
  EXPECT_EQ(differences(chain, chained), 0U);
  EXPECT_TRUE(rename(schema("a", "b").model(), schema("b", "a").model()).renames.empty());
}

TEST(Renaming, is_repeated_by_its_list) {
  const auto schema = [](const std::string& name) {
    return SmallSchema()
        .table_with_id("bills")
        .column("bills", name, "text")
        .check("bills", "bills_titled", name + " <> ''");
  };
  const model::Model before = schema("name").model();
  const Renaming renaming =
      rename(before, declaring(schema("title"), {{column("bills", "name"), column("bills", "title"), {}}}));
  const auto objects = renamed({before.objects().begin(), before.objects().end()}, renaming.renames);
  EXPECT_TRUE(diff(model::Model(before.project(), objects), renaming.before).empty());
}

}  // namespace
}  // namespace schemac::compiler::diff
