// Roles, grants and policies: what their keys become, and what is refused where.
#include <gtest/gtest.h>

#include "unit/objects/reading.hpp"

namespace schemac::compiler::objects {
namespace {

using testing::Project;
using Lines = std::vector<std::string>;

const std::string kRoles = R"j("roles": {"citizen": {}, "clerk": {}}, )j";

/// The statements of `member`, without those that make the roles it names.
Lines statements(const std::string& member) {
  const auto reading = Project::read(kRoles + member);
  EXPECT_EQ(reading.findings, Lines{});
  Lines sql;
  for (const std::string& statement : reading.sql) {
    if (!statement.starts_with("DO ")) sql.push_back(statement);
  }
  return sql;
}

Lines findings(const std::string& member) {
  return Project::read(member).findings;
}

TEST(Roles, are_made_where_the_server_lacks_them) {
  const auto reading = Project::read(R"j("roles": {"clerk": {"login": true}})j");
  ASSERT_EQ(reading.sql.size(), 1u);
  EXPECT_NE(reading.sql[0].find("IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'clerk')"),
            std::string::npos);
  EXPECT_NE(reading.sql[0].find("CREATE ROLE clerk LOGIN;"), std::string::npos);
}

TEST(Roles, are_members_of_others_whatever_the_order) {
  const auto reading =
      Project::read(R"j("roles": {"clerk": {"member_of": ["reader"]}, "reader": {"doc": "R."}})j");
  EXPECT_EQ(reading.findings, Lines{});
  EXPECT_EQ(std::count(reading.sql.begin(), reading.sql.end(), "GRANT reader TO clerk"), 1);
  EXPECT_EQ(std::count(reading.sql.begin(), reading.sql.end(), "COMMENT ON ROLE reader IS 'R.'"), 1);
}

TEST(Roles, refused) {
  EXPECT_EQ(findings(R"j("roles": {"pg_clerk": {}})j"), Lines{"SC1470 `\"pg_clerk\"`"});
  EXPECT_EQ(findings(R"j("roles": {"public": {}})j"), Lines{"SC1470 `\"public\"`"});
  EXPECT_EQ(findings(R"j("roles": {"clerk": {"password": "x"}})j"), Lines{"SC1470 `\"x\"`"});
  EXPECT_EQ(findings(R"j("roles": {"clerk": {"superuser": true}})j"), Lines{"SC1011 `\"superuser\"`"});
  EXPECT_EQ(findings(R"j("roles": {"clerk": {"member_of": ["reader"]}})j"), Lines{"SC1471 `\"reader\"`"});
  EXPECT_EQ(findings(R"j("roles": {"clerk": {"member_of": ["clerk"]}})j"), Lines{"SC1472 `\"clerk\"`"});
  EXPECT_EQ(findings(R"j("roles": {"a": {"member_of": ["b"]}, "b": {"member_of": ["a"]}})j"),
            (Lines{"SC1472 `\"b\"`", "SC1472 `\"a\"`"}));
}

TEST(Grants, stand_in_one_statement_a_role) {
  EXPECT_EQ(
      statements(
          R"j("grants": {"clerk": ["delete", "select"], "citizen": [{"insert": ["title", "id"]}, {"insert": ["number"]}]})j"),
      (Lines{"GRANT INSERT (id, number, title) ON TABLE public.bills TO citizen",
             "GRANT SELECT, DELETE ON TABLE public.bills TO clerk"}));
}

TEST(Grants, of_the_table_cover_those_of_its_columns) {
  const Lines wanted{"GRANT SELECT ON TABLE public.bills TO clerk"};
  EXPECT_EQ(statements(R"j("grants": {"clerk": ["select", {"select": ["id"]}]})j"), wanted);
  EXPECT_EQ(statements(R"j("grants": {"clerk": [{"select": ["id"]}, "select"]})j"), wanted);
}

TEST(Grants, to_everybody_are_public) {
  EXPECT_EQ(statements(R"j("grants": {"public": ["select"]})j"),
            Lines{"GRANT SELECT ON TABLE public.bills TO PUBLIC"});
}

TEST(Policies, read_as_written_by_hand) {
  EXPECT_EQ(
      statements(
          R"j("rls": {"own": {"to": ["clerk", "citizen"], "using": "title = CURRENT_USER", "check": "id IS NOT NULL", "doc": "Mine."}})j"),
      (Lines{"COMMENT ON POLICY own ON public.bills IS 'Mine.'",
             "CREATE POLICY own ON public.bills\n    FOR ALL TO citizen, clerk\n"
             "    USING (title = current_user)\n    WITH CHECK (id IS NOT NULL)",
             "ALTER TABLE public.bills ENABLE ROW LEVEL SECURITY"}));
}

TEST(Policies, may_only_take_away) {
  EXPECT_EQ(
      statements(
          R"j("rls": {"sane": {"for": "insert", "to": "public", "permissive": false, "check": "number <> ''"}}, "rls_force": true)j"),
      (Lines{"CREATE POLICY sane ON public.bills AS RESTRICTIVE\n    FOR INSERT TO PUBLIC\n"
             "    WITH CHECK (number <> '')",
             "ALTER TABLE public.bills ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY"}));
}

TEST(Policies, may_ask_other_tables) {
  EXPECT_EQ(
      findings(kRoles +
               R"j("rls": {"p": {"to": "clerk", "using": "id IN (SELECT bill_id FROM public.sections)"}})j"),
      Lines{});
  EXPECT_EQ(
      findings(kRoles +
               R"j("rls": {"p": {"to": "clerk", "using": "it IN (SELECT bill_id FROM public.sections)"}})j"),
      Lines{"SC1301 `it`"});
}

TEST(Policies, none_means_that_row_security_is_on_all_the_same) {
  EXPECT_EQ(statements(R"j("rls": {})j"), Lines{"ALTER TABLE public.bills ENABLE ROW LEVEL SECURITY"});
}

}  // namespace
}  // namespace schemac::compiler::objects
