// upsert() of the code generated from schema-defs, on a real server: by unique constraints, primary keys and
// keys among some rows.
#include <gtest/gtest.h>

#include "chanuka/bill_counters.hpp"
#include "chanuka/bills.hpp"
#include "chanuka/user_interests.hpp"
#include "chanuka/users.hpp"
#include "schemac/connection.hpp"
#include "schemac/error.hpp"
#include "support/postgres.hpp"

namespace chanuka {
namespace {

class Upsert : public testing::Test {
 protected:
  Upsert() : connection_(load()) {}

  std::string load() {
    database_.run_sql_file(std::string(SCHEMAC_SOURCE_DIR) + "/generated/schema.sql");
    return database_.url();
  }

  /// A bill of the National Assembly, which has no county.
  static bills::Insert bill(const std::string& title) {
    return {.bill_number = "Bill No. 1 of 2026",
            .title = title,
            .chamber = Chamber::national_assembly,
            .introduced_on = schemac::Date::parse("2026-02-03").value()};
  }
  bills::Row put(const bills::Insert& row) {
    return bills::upsert(connection_, row, bills::Unique::chamber_and_bill_number);
  }

  schemac::testing::TestDatabase database_;
  schemac::Connection connection_;
};

TEST_F(Upsert, inserts_what_is_not_there) {
  const bills::Row row = put(bill("Data Protection"));
  EXPECT_EQ(bills::find(connection_, row.id), row);
  EXPECT_EQ(row.version, 1);
}

TEST_F(Upsert, writes_what_is_given_and_keeps_what_is_left_out) {
  bills::Insert in = bill("Data Protection");
  in.summary = "Who may know what.";
  in.status = BillStatus::committee;
  const bills::Row before = put(in);
  const bills::Row after = put(bill("Data Protection (Amendment)"));

  bills::Row expected = before;
  expected.title = "Data Protection (Amendment)";
  expected.version = 2;
  expected.updated_at = after.updated_at;
  EXPECT_EQ(after, expected);
  EXPECT_EQ(bills::count(connection_), 1);
}

TEST_F(Upsert, never_changes_what_identifies_a_row) {
  const bills::Row before = put(bill("Data Protection"));
  bills::Insert in = bill("Data Protection");
  in.id = BillId{schemac::Uuid::parse("6fa459ea-ee8a-3ca4-894e-db77e160355e").value()};
  EXPECT_EQ(put(in).id, before.id);
}

TEST_F(Upsert, does_not_meet_what_is_deleted) {
  const bills::Row deleted = put(bill("Data Protection"));
  bills::erase(connection_, deleted.id);
  EXPECT_NE(put(bill("Data Protection")).id, deleted.id);
  EXPECT_EQ(bills::count(connection_, schemac::Deleted::include), 2);
}

TEST_F(Upsert, inserts_where_the_key_is_not_about_the_row) {
  bills::Insert in = bill("Roads");
  in.chamber = Chamber::county_assembly;
  in.county = County::nairobi;
  put(in);
  in.county = County::mombasa;
  put(in);
  EXPECT_EQ(bills::count(connection_), 2);
}

TEST_F(Upsert, goes_by_a_primary_key_that_is_given) {
  const BillId id = put(bill("Data Protection")).id;
  bill_counters::upsert(connection_, {.bill_id = id, .views = 5, .comments = 2},
                        bill_counters::Unique::bill_id);
  const auto row = bill_counters::upsert(connection_, {.bill_id = id, .views = 9, .unique_viewers = 3},
                                         bill_counters::Unique::bill_id);
  EXPECT_EQ(row.views, 9);
  EXPECT_EQ(row.unique_viewers, 3);
  EXPECT_EQ(row.comments, 2);
}

TEST_F(Upsert, returns_a_row_that_takes_nothing) {
  const UserId user = users::insert(connection_, {.email = "amina@example.org"}).id;
  const user_interests::Insert in{.user_id = user, .topic = "health"};
  const auto first = user_interests::upsert(connection_, in, user_interests::Unique::user_id_and_topic);
  const auto second = user_interests::upsert(connection_, in, user_interests::Unique::user_id_and_topic);
  EXPECT_EQ(user_interests::key_of(second), user_interests::key_of(first));
  EXPECT_EQ(user_interests::count(connection_), 1);
}

TEST_F(Upsert, keeps_to_the_other_constraints) {
  bills::Insert in = bill("No");
  EXPECT_THROW(put(in), schemac::ConstraintError);
}

}  // namespace
}  // namespace chanuka
