// What each definition key becomes, and what is refused where.
#include <gtest/gtest.h>

#include "model/index.hpp"
#include "model/model.hpp"
#include "objects/objects.hpp"
#include "unit/objects/reading.hpp"

namespace schemac::compiler::objects {
namespace {

using testing::Project;
using Lines = std::vector<std::string>;

struct Case {
  const char* name;
  const char* member;
  Lines expected;
};

std::string case_name(const ::testing::TestParamInfo<Case>& info) {
  return info.param.name;
}
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.member;
}

class Readers : public ::testing::TestWithParam<Case> {};
TEST_P(Readers, make) {
  const auto reading = Project::read(GetParam().member);
  EXPECT_EQ(reading.findings, Lines{});
  EXPECT_EQ(reading.sql, GetParam().expected);
}

class Refusals : public ::testing::TestWithParam<Case> {};
TEST_P(Refusals, point_at) {
  EXPECT_EQ(Project::read(GetParam().member).findings, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Keys, Readers,
    ::testing::Values(
        Case{"extensions",
             R"j("extensions": ["pg_trgm", "uuid-ossp"])j",
             {"CREATE EXTENSION IF NOT EXISTS pg_trgm", "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\""}},
        Case{"short_enum",
             R"j("enums": {"chamber": ["senate", "it's"]})j",
             {"CREATE TYPE public.chamber AS ENUM ('senate', 'it''s')"}},
        Case{"enum_with_doc",
             R"j("enums": {"chamber": {"doc": "A house.", "values": ["senate"]}})j",
             {"COMMENT ON TYPE public.chamber IS 'A house.'",
              "CREATE TYPE public.chamber AS ENUM ('senate')"}},
        Case{"primary_key",
             R"j("primary_key": ["id", "number"])j",
             {"CONSTRAINT bills_pkey PRIMARY KEY (id, number)"}},
        Case{"unique",
             R"j("unique": [["number", "title"]])j",
             {"CONSTRAINT bills_number_title_key UNIQUE (number, title)"}},
        Case{
            "unique_object",
            R"j("unique": [{"columns": ["number"], "include": ["title"], "name": "u", "nulls_not_distinct": true,
                            "deferrable": "initially deferred"}])j",
            {"CONSTRAINT u UNIQUE NULLS NOT DISTINCT (number) INCLUDE (title) DEFERRABLE INITIALLY "
             "DEFERRED"}},
        Case{"checks",
             R"j("checks": {"a": "title <> ''", "b": {"sql": "number > title", "message": "m"}})j",
             {"CONSTRAINT bills_a CHECK (title <> '')", "CONSTRAINT bills_b CHECK (number > title)"}},
        Case{"foreign_key",
             R"j("foreign_keys": [{"columns": ["sponsor_id"], "references": "bills",
                               "on_delete": "set null", "on_update": "cascade", "deferrable": true}])j",
             {"CONSTRAINT bills_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES public.bills (id) ON "
              "DELETE SET "
              "NULL ON UPDATE CASCADE DEFERRABLE"}},
        Case{"foreign_key_to_columns",
             R"j("foreign_keys": [{"columns": ["id"], "references": "sections",
                               "target_columns": ["bill_id"], "name": "f"}])j",
             {"CONSTRAINT f FOREIGN KEY (id) REFERENCES public.sections (bill_id)"}}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Indexes, Readers,
    ::testing::Values(
        Case{"columns",
             R"j("indexes": [["status", "number desc nulls last"]])j",
             {"CREATE INDEX bills_status_number_idx ON public.bills (status, number DESC NULLS LAST)"}},
        Case{"implied_nulls",
             R"j("indexes": [["number desc nulls first", "title nulls last"]])j",
             {"CREATE INDEX bills_number_title_idx ON public.bills (number DESC, title)"}},
        Case{"call",
             R"j("indexes": [{"on": ["lower(number)"], "unique": true}])j",
             {"CREATE UNIQUE INDEX bills_lower_idx ON public.bills (lower(number))"}}  // namespace
        ,
        Case{"expressions",
             R"j("indexes": [["(number || title)", "(title || number)"]])j",
             {"CREATE INDEX bills_expr_expr1_idx ON public.bills ((number || title), (title || number))"}},
        Case{"operator_class",
             R"j("indexes": [{"on": ["title gin_trgm_ops"], "using": "gin"}])j",
             {"CREATE INDEX bills_title_idx ON public.bills USING gin (title gin_trgm_ops)"}},
        Case{
            "partial_covering",
            R"j("indexes": [{"on": ["sponsor_id"], "include": ["status"], "where": "sponsor_id is not null"}])j",
            {"CREATE INDEX bills_sponsor_id_status_idx ON public.bills (sponsor_id) INCLUDE (status) WHERE "
             "sponsor_id IS NOT NULL"}},
        Case{"named",
             R"j("indexes": [{"on": ["tags"], "using": "gin", "name": "i", "keep": "why"}])j",
             {"CREATE INDEX i ON public.bills USING gin (tags)"}}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Lists, Refusals,
    ::testing::Values(
        Case{"unknown_column", R"j("primary_key": ["idd"])j", {"SC1301 `\"idd\"`"}},
        Case{"empty_key", R"j("primary_key": [])j", {"SC1401 `[]`"}},
        Case{"column_twice", R"j("unique": [["number", "number"]])j", {"SC1402 `\"number\"`"}},
        Case{"nullable_key", R"j("primary_key": ["sponsor_id"])j", {"SC1405 `\"sponsor_id\"`"}},
        Case{"unique_without_columns", R"j("unique": [{"name": "u"}])j", {"SC1401 `{\"name\": \"u\"}`"}},
        Case{"unknown_member", R"j("unique": [{"columns": ["id"], "nam": "u"}])j", {"SC1011 `\"nam\"`"}},
        Case{"wrong_kind", R"j("unique": ["id"])j", {"SC1010 `\"id\"`"}},
        Case{"enum_values", R"j("enums": {"e": ["", "a", "a"]})j", {"SC1403 `\"\"`", "SC1404 `\"a\"`"}},
        Case{"enum_without_values", R"j("enums": {"e": {"doc": "d"}})j", {"SC1401 `\"e\"`"}},
        Case{"enum_name", R"j("enums": {"E": ["a"]})j", {"SC1303 `\"E\"`"}},
        Case{"long_name",
             R"j("checks": {"a23456789_123456789_123456789_123456789_123456789_123456789_1234": "true"})j",
             {"SC1304 `\"a23456789_123456789_123456789_123456789_123456789_123456789_1234\"`"}},
        Case{"same_index_twice", R"j("indexes": [["number"], ["number"]])j", {"SC1302 `[\"number\"]`"}}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Sql, Refusals,
    ::testing::Values(
        Case{
            "column_in_check", R"j("checks": {"c": "\"title\" <> '' AND titel > 'é'"})j", {"SC1301 `titel`"}},
        Case{"column_in_index", R"j("indexes": [["statuss desc"]])j", {"SC1301 `statuss`"}},
        Case{"column_in_index_call", R"j("indexes": [["lower(nummber)"]])j", {"SC1301 `nummber`"}},
        Case{"column_in_predicate",
             R"j("indexes": [{"on": ["id"], "where": "deleted IS NULL"}])j",
             {"SC1301 `deleted`"}},
        Case{"unknown_method", R"j("indexes": [{"on": ["tags"], "using": "ginn"}])j", {"SC1420 `\"ginn\"`"}},
        Case{"method_without_extension",
             R"j("indexes": [{"on": ["tags"], "using": "hnsw"}])j",
             {"SC1107 `\"hnsw\"`"}},
        Case{"unique_gin",
             R"j("indexes": [{"on": ["tags"], "using": "gin", "unique": true}])j",
             {"SC1421 `\"gin\"`"}}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    References, Refusals,
    ::testing::Values(
        Case{"unknown_table",
             R"j("foreign_keys": [{"columns": ["id"], "references": "billz"}])j",
             {"SC1109 `\"billz\"`"}},
        Case{"other_length",
             R"j("foreign_keys": [{"columns": ["id"], "references": "sections"}])j",
             {"SC1411 `\"sections\"`"}},
        Case{"other_type",
             R"j("foreign_keys": [{"columns": ["id", "number"], "references": "sections"}])j",
             {"SC1412 `\"sections\"`"}},
        Case{
            "unknown_target_column",
            R"j("foreign_keys": [{"columns": ["id"], "references": "sections", "target_columns": ["bil_id"]}])j",
            {"SC1301 `\"bil_id\"`"}},
        Case{"unknown_action",
             R"j("foreign_keys": [{"columns": ["id"], "references": "bills", "on_delete": "cascad"}])j",
             {"SC1102 `\"cascad\"`"}}),
    case_name);

TEST(Needs, of_a_column_are_its_table_and_its_type) {
  model::Column column;
  column.type = "public.\"Odd\"[]";
  const model::ObjectId table{"table", "public", "bills", {}};
  const auto needs = column_kind().needs({table.child("column", "x"), column, {}, {}}, {});
  EXPECT_EQ(needs, (std::vector<model::ObjectId>{
                       table, {"enum", "public", "Odd", {}}, {"domain", "public", "Odd", {}}}));
}

TEST(Needs, of_an_index_are_its_table_and_every_column_that_it_mentions) {
  model::Index index;
  index.table = "bills";
  index.keys.resize(2);
  index.keys[0].column = "a";
  index.keys[1].expression = "lower(b)";
  index.predicate = "c IS NULL";
  index.include = {"d"};
  const auto needs = index_kind().needs({{"index", "public", "i", {}}, index, {}, {}}, {});
  Lines names;
  for (const auto& id : needs) names.push_back(model::to_string(id));
  std::sort(names.begin(), names.end());
  // Functions and key words may be among them: what the model lacks is passed over.
  const Lines wanted{"column public.bills.a", "column public.bills.b", "column public.bills.c",
                     "column public.bills.d", "table public.bills"};
  EXPECT_TRUE(std::includes(names.begin(), names.end(), wanted.begin(), wanted.end()));
}

TEST(Columns, read_as_written_by_hand) {
  const auto column = [](std::string type, bool nullable, std::string default_sql = {}) {
    model::Column state;
    state.type = std::move(type);
    state.nullable = nullable;
    state.default_sql = std::move(default_sql);
    return state;
  };
  const auto sql = [](model::Column state) {
    return column_kind().clause({{"column", "public", "t", "order"}, std::move(state), {}, {}})->sql;
  };
  EXPECT_EQ(sql(column("text", true)), "\"order\" text");
  EXPECT_EQ(sql(column("jsonb", false, "'{}'::jsonb")), "\"order\" jsonb NOT NULL DEFAULT '{}'::jsonb");
  EXPECT_EQ(sql(column("date", false, "now() AT TIME ZONE 'utc'")),
            "\"order\" date NOT NULL DEFAULT (now() AT TIME ZONE 'utc')");
  EXPECT_EQ(sql(column("text", false, "'a b'")), "\"order\" text NOT NULL DEFAULT 'a b'");
  model::Column computed = column("text", true);
  computed.generated = "a || b";
  EXPECT_EQ(sql(computed), "\"order\" text GENERATED ALWAYS AS (a || b) STORED");
  model::Column counted = column("bigint", false);
  counted.identity = model::Identity::always;
  EXPECT_EQ(sql(counted), "\"order\" bigint NOT NULL GENERATED ALWAYS AS IDENTITY");
}

}  // namespace
}  // namespace schemac::compiler::objects
