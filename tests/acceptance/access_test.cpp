// Who sees and writes what on the platform, tried with its roles on the database that generated/schema.sql
// makes: the policies of schema-defs/ as the people whom they are for meet them.
#include <gtest/gtest.h>

#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

constexpr const char* kWanjiku = "c1000000-0000-4000-8000-000000000001";
constexpr const char* kOtieno = "c1000000-0000-4000-8000-000000000002";

const char* const kRows = R"(
INSERT INTO users (id, email) VALUES ('c1000000-0000-4000-8000-000000000001', 'wanjiku@example.org'),
                                     ('c1000000-0000-4000-8000-000000000002', 'otieno@example.org');
INSERT INTO sponsors (id, name, chamber) VALUES ('5a000000-0000-4000-8000-000000000001', 'Grace Atieno', 'senate');
INSERT INTO bills (id, bill_number, title, chamber, introduced_on)
VALUES ('b1000000-0000-4000-8000-000000000001', 'Bill No. 5 of 2026', 'Lake Fisheries', 'senate', '2026-09-15');
INSERT INTO bill_comments (bill_id, user_id, body, status)
SELECT 'b1000000-0000-4000-8000-000000000001', u.id, 'about the lake', s.status
FROM users u, (VALUES ('approved'::moderation_status), ('pending')) s(status);
INSERT INTO sessions (user_id, token_hash, expires_at)
SELECT id, sha256(email::bytea), now() + interval '1 day' FROM users;
INSERT INTO financial_disclosures (sponsor_id, kind, period, filed_on, status, verified_at)
VALUES ('5a000000-0000-4000-8000-000000000001', 'biennial', '[2023-11-01,2025-11-01)', '2025-11-20', 'received', NULL),
       ('5a000000-0000-4000-8000-000000000001', 'initial', '[2022-09-08,2022-10-08)', '2022-10-01', 'verified', now());
)";

class Access : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    database_ = new TestDatabase;
    database_->run_sql_file(SCHEMAC_SOURCE_DIR "/generated/schema.sql");
    database_->run_sql(kRows);
  }
  static void TearDownTestSuite() {
    delete database_;
    database_ = nullptr;
  }

  /// What `sql` gives to the role, in a transaction that is taken back.
  static std::string as(const std::string& role, const std::string& sql, const std::string& user = "") {
    return database_->run_sql("BEGIN; SET LOCAL ROLE chanuka_" + role + "; SET LOCAL chanuka.user_id = '" +
                              user + "';\n" + sql + ";\nROLLBACK;");
  }

  static TestDatabase* database_;
};

TestDatabase* Access::database_ = nullptr;

TEST_F(Access, visitors_see_approved_comments_only) {
  EXPECT_EQ(as("visitor", "SELECT count(*) FROM bill_comments"), "2\n");
  EXPECT_EQ(as("moderator", "SELECT count(*) FROM bill_comments"), "4\n");
}

TEST_F(Access, citizens_see_their_own_pending_comments_too) {
  EXPECT_EQ(as("citizen", "SELECT count(*) FROM bill_comments", kWanjiku), "3\n");
  EXPECT_EQ(as("citizen", "SELECT count(*) FROM bill_comments"), "2\n") << "nobody is named";
}

TEST_F(Access, nobody_approves_an_own_comment) {
  const std::string mine = std::string("user_id = '") + kWanjiku + "'";
  EXPECT_EQ(as("citizen",
               "UPDATE bill_comments SET body = 'b', status = 'pending' WHERE " + mine + " RETURNING status",
               kWanjiku),
            "pending\npending\n");
  EXPECT_ANY_THROW(as("citizen", "UPDATE bill_comments SET status = 'approved' WHERE " + mine, kWanjiku));
  EXPECT_ANY_THROW(as("citizen", "UPDATE bill_comments SET body = 'b' WHERE status = 'approved'", kWanjiku))
      << "what was approved is not what is shown then";
  EXPECT_ANY_THROW(as("citizen", "UPDATE bill_comments SET score = 99", kWanjiku));
}

TEST_F(Access, nobody_writes_in_the_name_of_others) {
  const std::string insert = "INSERT INTO bill_comments (bill_id, user_id, body) SELECT id, '";
  EXPECT_NO_THROW(as("citizen", insert + kWanjiku + "', 'b' FROM bills", kWanjiku));
  EXPECT_ANY_THROW(as("citizen", insert + kOtieno + "', 'b' FROM bills", kWanjiku));
  EXPECT_ANY_THROW(as("visitor", insert + kWanjiku + "', 'b' FROM bills", kWanjiku));
}

TEST_F(Access, sessions_are_their_users) {
  EXPECT_EQ(as("citizen", "SELECT user_id FROM sessions", kOtieno), std::string(kOtieno) + "\n");
  EXPECT_EQ(as("citizen", "UPDATE sessions SET revoked_at = now() RETURNING user_id", kOtieno),
            std::string(kOtieno) + "\n");
  EXPECT_ANY_THROW(as("citizen", "UPDATE sessions SET expires_at = 'infinity'", kOtieno));
  EXPECT_ANY_THROW(as("visitor", "SELECT user_id FROM sessions"));
  EXPECT_ANY_THROW(as("editor", "SELECT user_id FROM sessions"));
}

TEST_F(Access, nobody_gives_himself_a_role) {
  EXPECT_ANY_THROW(as("citizen", "UPDATE users SET role = 'admin'", kWanjiku));
  EXPECT_EQ(as("citizen", "SELECT email FROM users", kWanjiku), "wanjiku@example.org\n");
}

TEST_F(Access, disclosures_are_shown_once_they_are_checked) {
  EXPECT_EQ(as("visitor", "SELECT kind FROM financial_disclosures"), "initial\n");
  EXPECT_EQ(as("editor", "SELECT count(*) FROM financial_disclosures"), "2\n");
  EXPECT_ANY_THROW(as("visitor", "DELETE FROM financial_disclosures"));
}

TEST_F(Access, the_log_of_security_is_only_appended_to) {
  EXPECT_NO_THROW(as("service", "INSERT INTO security_audit_logs (kind) VALUES ('signed_in')"));
  EXPECT_ANY_THROW(as("service", "DELETE FROM security_audit_logs"));
  EXPECT_ANY_THROW(as("editor", "SELECT id FROM security_audit_logs"));
}

}  // namespace
}  // namespace schemac::testing
