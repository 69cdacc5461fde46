// What the catalogue holds after generated/schema.sql was loaded is what the definitions say, and nothing
// else. The definitions and the catalogue are both read by this test's own code, never by the compiler's.
#include <gtest/gtest.h>

#include <set>

#include "acceptance/catalogue/definitions.hpp"
#include "acceptance/catalogue/facts.hpp"
#include "acceptance/catalogue/sql_literal.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

const Definitions& definitions() {
  static const Definitions read = read_definitions(SCHEMAC_SOURCE_DIR "/schema-defs");
  return read;
}

/// A database that holds generated/schema.sql, for all tests: none of them leaves a change behind.
TestDatabase& loaded() {
  static TestDatabase database;
  static const std::string output = database.run_sql_file(SCHEMAC_SOURCE_DIR "/generated/schema.sql");
  return database;
}

const Facts& expected() {
  static const Facts facts = [] {
    TestDatabase speller;
    return expected_facts(definitions(), speller, loaded());
  }();
  return facts;
}

/// A line for each fact that only one side has, and for each list whose order differs.
std::string difference(const Facts& wanted, const Facts& found) {
  std::string out;
  std::set<std::string> subjects;
  for (const auto& [subject, list] : wanted) subjects.insert(subject);
  for (const auto& [subject, list] : found) subjects.insert(subject);
  const auto of = [](const Facts& facts, const std::string& subject) {
    const auto entry = facts.find(subject);
    return entry == facts.end() ? std::vector<std::string>{} : entry->second;
  };
  for (const std::string& subject : subjects) {
    const auto want = of(wanted, subject), have = of(found, subject);
    if (want == have) continue;
    const std::multiset<std::string> want_set(want.begin(), want.end()), have_set(have.begin(), have.end());
    if (want_set == have_set) out += subject + ": order differs\n";
    for (const std::string& fact : want_set) {
      if (have_set.count(fact) < want_set.count(fact)) out += subject + " lacks: " + fact + "\n";
    }
    for (const std::string& fact : have_set) {
      if (want_set.count(fact) < have_set.count(fact)) out += subject + " has too: " + fact + "\n";
    }
  }
  return out;
}

TEST(Catalogue, is_what_the_definitions_say) {
  EXPECT_EQ(difference(expected(), catalogue_facts(loaded())), "");
}

// Both sides empty would be equal too.
TEST(Catalogue, proof_covers_every_definition) {
  const Facts facts = catalogue_facts(loaded());
  EXPECT_GE(facts.at("tables").size(), 19U);
  EXPECT_EQ(facts.at("tables").size(), definitions().tables.size());
  std::size_t docs = 0;
  for (const TableDefinition& table : definitions().tables) {
    EXPECT_EQ(facts.at("columns of " + table.name).size(), table.columns.size()) << table.name;
    EXPECT_EQ(facts.at("constraints of " + table.name).size(),
              1 + table.uniques.size() + table.checks.size() + table.references.size())
        << table.name;
    docs += !table.doc.empty();
    for (const ColumnDefinition& column : table.columns) docs += !column.doc.empty();
  }
  for (const EnumDefinition& type : definitions().enums) docs += !type.doc.empty();
  for (const FunctionDefinition& function : definitions().functions) docs += !function.doc.empty();
  for (const ViewDefinition& view : definitions().views) docs += !view.doc.empty();
  for (const auto& type : definitions().security.types) docs += !type.doc.empty();
  for (const auto& role : definitions().security.roles) docs += !role.doc.empty();
  for (const auto& policy : definitions().security.policies) docs += !policy.doc.empty();
  EXPECT_EQ(facts.at("comments").size(), docs);
}

/// Whether the check of that name takes `value` for its column.
bool accepts(const std::string& check, const std::string& column, const std::string& value) {
  const std::string condition = check_expression(loaded(), check);
  return loaded().run_sql("SELECT " + condition + " FROM (SELECT " + sql_literal(value) + "::varchar AS " +
                          column + ") v") == "t\n";
}

TEST(Catalogue, email_format_is_checked) {
  for (const std::string good : {"wanjiku@example.co.ke", "a.b+c@d-e.org", "x@y.ke"}) {
    EXPECT_TRUE(accepts("users_email_format", "email", good)) << good;
  }
  for (const std::string bad : {"", "wanjiku", "@example.org", "a@", "a b@example.org", "a@b@example.org"}) {
    EXPECT_FALSE(accepts("users_email_format", "email", bad)) << bad;
  }
}

TEST(Catalogue, url_format_is_checked) {
  for (const std::string good : {"https://parliament.go.ke", "http://example.org/a?b=c#d"}) {
    EXPECT_TRUE(accepts("sponsors_photo_url_format", "photo_url", good)) << good;
  }
  for (const std::string bad : {"", "parliament.go.ke", "https://", "javascript:alert(1)", "https://a b"}) {
    EXPECT_FALSE(accepts("sponsors_photo_url_format", "photo_url", bad)) << bad;
  }
}

// PostgreSQL itself says what a pattern as written accepts; each takes one of the values at least, and
// refuses one.
TEST(Catalogue, patterns_are_checked) {
  const std::vector<std::string> values = {"",
                                           "Bill No. 12 of 2026",
                                           "Bill No. 12 of 26",
                                           "Bill Nox 12 of 2026",
                                           "Bill No. 12 of 2026\n",
                                           "land",
                                           "land-tenure",
                                           "land-",
                                           "-land",
                                           "Land",
                                           "LAND-1",
                                           "a1b2c3d4",
                                           "a1b2c3d",
                                           "+254712345678",
                                           "254712345678",
                                           "+0254712345",
                                           "$argon2id$v=19$m=65536",
                                           "argon2id",
                                           "x$argon2id$",
                                           "lä"};
  std::size_t patterns = 0;
  for (const TableDefinition& table : definitions().tables) {
    for (const CheckDefinition& check : table.checks) {
      if (check.pattern.empty()) continue;
      ++patterns;
      std::size_t taken = 0;
      for (const std::string& value : values) {
        const std::string written = "SELECT " + sql_literal(value) + " ~ " + sql_literal(check.pattern);
        const bool wanted = loaded().run_sql(written) == "t\n";
        EXPECT_EQ(accepts(check.name, check.column, value), wanted) << check.name << ": " << value;
        taken += wanted;
      }
      EXPECT_GT(taken, 0U) << check.pattern;
      EXPECT_LT(taken, values.size()) << check.pattern;
    }
  }
  EXPECT_GT(patterns, 0U);
}

/// One change of the schema that the comparison must see.
class Mutation : public ::testing::TestWithParam<const char*> {};

TEST_P(Mutation, is_found) {
  static const Facts unchanged = catalogue_facts(loaded());
  EXPECT_NE(difference(unchanged, catalogue_facts(loaded(), GetParam())), "");
}

INSTANTIATE_TEST_SUITE_P(
    Catalogue, Mutation,
    ::testing::Values(
        // columns
        "ALTER TABLE departments ALTER name TYPE varchar(100)",
        "ALTER TABLE departments ALTER name TYPE text", "ALTER TABLE bills ALTER title DROP NOT NULL",
        "ALTER TABLE bills ALTER summary SET NOT NULL", "ALTER TABLE bills ALTER status SET DEFAULT 'lapsed'",
        "ALTER TABLE bills ALTER status DROP DEFAULT", "ALTER TABLE bills ALTER title SET DEFAULT ''",
        "ALTER TABLE bills ADD extra text", "ALTER TABLE bills DROP gazette_reference",
        "ALTER TABLE bills RENAME links TO addresses",
        "ALTER TABLE bills DROP links; ALTER TABLE bills ADD links jsonb NOT NULL DEFAULT '{}'",
        "ALTER TABLE bills ALTER search_vector DROP EXPRESSION",
        "ALTER TABLE bill_counters ALTER engagement_score TYPE numeric(12,3)",
        "ALTER TABLE social_shares ALTER id DROP IDENTITY",
        "ALTER TABLE social_shares ALTER id SET GENERATED BY DEFAULT",
        "ALTER TABLE departments ALTER name TYPE varchar(200) COLLATE \"C\"",
        // keys, references, checks
        "ALTER TABLE bill_tags DROP CONSTRAINT bill_tags_pkey",
        "ALTER TABLE sessions DROP CONSTRAINT sessions_token_hash_key",
        "ALTER TABLE bill_sponsorships ADD UNIQUE (sponsor_id, role)",
        "ALTER TABLE sessions RENAME CONSTRAINT sessions_token_hash_key TO sessions_unique_token",
        "ALTER TABLE bills DROP CONSTRAINT bills_sponsor_id_fkey",
        "ALTER TABLE bills DROP CONSTRAINT bills_sponsor_id_fkey, ADD CONSTRAINT bills_sponsor_id_fkey "
        "FOREIGN KEY (sponsor_id) REFERENCES sponsors ON DELETE CASCADE",
        "ALTER TABLE bills DROP CONSTRAINT bills_sponsor_id_fkey, ADD CONSTRAINT bills_sponsor_id_fkey "
        "FOREIGN KEY (sponsor_id) REFERENCES sponsors ON DELETE SET NULL ON UPDATE CASCADE",
        "ALTER TABLE bills DROP CONSTRAINT bills_sponsor_id_fkey, ADD CONSTRAINT bills_sponsor_id_fkey "
        "FOREIGN KEY (sponsor_id) REFERENCES sponsors ON DELETE SET NULL NOT VALID",
        "ALTER TABLE bill_comments ALTER CONSTRAINT bill_comments_parent_id_fkey NOT DEFERRABLE",
        "ALTER TABLE bills DROP CONSTRAINT bills_text_has_digest",
        "ALTER TABLE bills DROP CONSTRAINT bills_text_digest_length",
        "ALTER TABLE bills RENAME CONSTRAINT bills_text_has_digest TO bills_digest",
        "ALTER TABLE bill_counters DROP CONSTRAINT bill_counters_viewers_within_views, ADD CONSTRAINT "
        "bill_counters_viewers_within_views CHECK (unique_viewers < views)",
        "ALTER TABLE bill_counters ADD CHECK (views < 1000000)",
        // indexes
        "DROP INDEX bills_tags_idx", "CREATE INDEX bills_kind_idx ON bills (kind)",
        "ALTER INDEX bills_tags_idx RENAME TO tagged_bills",
        "DROP INDEX bills_tags_idx; CREATE INDEX bills_tags_idx ON bills (tags)",
        "DROP INDEX bills_tags_idx; CREATE INDEX bills_tags_idx ON bills USING gin (tags) WHERE deleted_at "
        "IS NULL",
        "DROP INDEX refresh_tokens_expires_at_idx; "
        "CREATE INDEX refresh_tokens_expires_at_idx ON refresh_tokens (expires_at DESC)",
        "DROP INDEX refresh_tokens_expires_at_idx; "
        "CREATE UNIQUE INDEX refresh_tokens_expires_at_idx ON refresh_tokens (expires_at)",
        "DROP INDEX refresh_tokens_expires_at_idx; "
        "CREATE INDEX refresh_tokens_expires_at_idx ON refresh_tokens (expires_at) INCLUDE (used_at)",
        // enums, comments, extensions
        "ALTER TYPE severity ADD VALUE 'fatal'", "ALTER TYPE severity RENAME VALUE 'low' TO 'minor'",
        "ALTER TYPE severity RENAME TO gravity", "CREATE TYPE mood AS ENUM ('sad')",
        "COMMENT ON TABLE bills IS 'Something else.'", "COMMENT ON COLUMN bills.text_digest IS NULL",
        "COMMENT ON COLUMN bills.title IS 'A title.'", "COMMENT ON TYPE chamber IS NULL",
        "COMMENT ON INDEX bills_pkey IS 'A key.'", "CREATE EXTENSION citext",
        // functions and triggers
        "CREATE OR REPLACE FUNCTION current_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS "
        "'SELECT "
        "NULL::uuid'",
        "DROP TRIGGER audit ON conflicts", "DROP TRIGGER append_only ON conflicts_audit",
        "COMMENT ON FUNCTION current_user_id() IS NULL",
        // what no definition asked for
        "CREATE TABLE extra (id int)", "CREATE VIEW extra AS SELECT 1 AS one", "CREATE SEQUENCE extra",
        "CREATE SCHEMA extra", "CREATE FUNCTION extra() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE DOMAIN extra AS int", "CREATE TYPE extra AS (a int)",
        "ALTER TABLE bills ENABLE ROW LEVEL SECURITY", "CREATE POLICY extra ON bills",
        "ALTER TABLE bill_counters SET UNLOGGED", "GRANT SELECT ON bills TO PUBLIC",
        "ALTER TABLE bill_counters SET (fillfactor = 70)",
        "CREATE STATISTICS extra ON status, chamber FROM bills",
        "CREATE RULE extra AS ON DELETE TO bills DO INSTEAD NOTHING",
        "CREATE FUNCTION extra() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; "
        "CREATE TRIGGER extra BEFORE INSERT ON bills FOR EACH ROW EXECUTE FUNCTION extra()",
        "CREATE PUBLICATION extra FOR TABLE bills"));

}  // namespace
}  // namespace schemac::testing
