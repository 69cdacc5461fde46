// The code generated from schema-defs, on a real server: every repository function, and what the validators
// and the constraints say of the same mistake.
#include <gtest/gtest.h>

#include <algorithm>

#include "chanuka/bill_comments.hpp"
#include "chanuka/bill_counters.hpp"
#include "chanuka/bill_tags.hpp"
#include "chanuka/bills.hpp"
#include "chanuka/comment_votes.hpp"
#include "chanuka/engagement_events.hpp"
#include "chanuka/live_metrics_cache.hpp"
#include "chanuka/social_shares.hpp"
#include "chanuka/sponsors.hpp"
#include "chanuka/user_interests.hpp"
#include "chanuka/users.hpp"
#include "schemac/codec/codecs.hpp"
#include "schemac/connection.hpp"
#include "support/postgres.hpp"

namespace chanuka {
namespace {

using schemac::Deleted;
using schemac::Updated;

schemac::Date day(const char* text) {
  return schemac::Date::parse(text).value();
}

class Repository : public testing::Test {
 protected:
  Repository() : connection_(load()) {}

  std::string load() {
    database_.run_sql_file(std::string(SCHEMAC_SOURCE_DIR) + "/generated/schema.sql");
    return database_.url();
  }

  bills::Insert bill(int number) {
    return {.bill_number = "Bill No. " + std::to_string(number) + " of 2026",
            .title = "Data Protection",
            .chamber = Chamber::senate,
            .introduced_on = day("2026-02-03")};
  }
  users::Row user(const std::string& name) {
    return users::insert(connection_, {.email = name + "@example.org"});
  }

  schemac::testing::TestDatabase database_;
  schemac::Connection connection_;
};

TEST_F(Repository, inserts_defaults_for_members_left_out) {
  const bills::Row row = bills::insert(connection_, bill(1));
  EXPECT_NE(row.id, BillId{});
  EXPECT_EQ(row.status, BillStatus::published);
  EXPECT_EQ(row.kind, BillKind::ordinary);
  EXPECT_EQ(row.summary, std::nullopt);
  EXPECT_TRUE(row.tags.empty());
  EXPECT_TRUE(row.links == BillLinks{});
  EXPECT_EQ(row.version, 1);
  EXPECT_EQ(bills::find(connection_, row.id), row);
}

TEST_F(Repository, brings_every_kind_of_value_back) {
  bills::Insert in = bill(1);
  in.id = BillId{schemac::Uuid::parse("6fa459ea-ee8a-3ca4-894e-db77e160355e").value()};
  in.full_text = "Sheria ya ulinzi — \xf0\x9f\x87\xb0\xf0\x9f\x87\xaa";
  in.text_digest = std::vector<std::byte>(32, std::byte{0xab});
  in.participation = schemac::Range<schemac::Date>::half_open(day("2026-03-01"), day("2026-03-15"));
  in.tags = {"privacy", "a \"quoted\", {tag}"};
  in.affected_counties = {County::nairobi, County::tana_river};
  in.links = BillLinks{.text = "https://example.org/1"};
  const bills::Row row = bills::insert(connection_, in);
  EXPECT_EQ(row.id, *in.id.get());
  EXPECT_EQ(row.full_text, in.full_text);
  EXPECT_EQ(row.text_digest, in.text_digest);
  EXPECT_EQ(row.participation, in.participation);
  EXPECT_EQ(row.tags, *in.tags.get());
  EXPECT_EQ(row.affected_counties, *in.affected_counties.get());
  EXPECT_TRUE(row.links == *in.links.get());
}

TEST_F(Repository, insert_many_keeps_the_order_over_several_statements) {
  std::vector<sponsors::Insert> rows;
  for (int i = 0; i < 1203; ++i) {
    rows.push_back({.name = "Member " + std::to_string(i), .chamber = Chamber::senate});
    if (i % 3 == 0) rows.back().kind = SponsorKind::committee;
    if (i % 2 == 0) rows.back().party = "Party";
  }
  const std::vector<sponsors::Row> inserted = sponsors::insert_many(connection_, rows);
  ASSERT_EQ(inserted.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ASSERT_EQ(inserted[i].name, rows[i].name.value());
    ASSERT_EQ(inserted[i].kind, i % 3 == 0 ? SponsorKind::committee : SponsorKind::member);
    ASSERT_EQ(inserted[i].party.has_value(), i % 2 == 0);
  }
  EXPECT_EQ(sponsors::count(connection_), 1203);
  EXPECT_TRUE(sponsors::insert_many(connection_, {}).empty());
}

TEST_F(Repository, finds_many_in_one_go_and_passes_over_the_missing) {
  const std::vector<bills::Insert> rows = {bill(1), bill(2), bill(3)};
  const std::vector<bills::Row> inserted = bills::insert_many(connection_, rows);
  const std::vector<BillId> keys = {inserted[2].id, BillId{}, inserted[0].id};
  EXPECT_EQ(bills::find_many(connection_, keys).size(), 2u);
  EXPECT_TRUE(bills::find_many(connection_, {}).empty());
  EXPECT_TRUE(bills::exists(connection_, inserted[1].id));
  EXPECT_FALSE(bills::exists(connection_, BillId{}));
  EXPECT_EQ(bills::find(connection_, BillId{}), std::nullopt);
}

TEST_F(Repository, identity_keys_are_the_servers) {
  const BillId bill_id = bills::insert(connection_, bill(1)).id;
  const social_shares::Insert share = {.bill_id = bill_id, .platform = SharePlatform::whatsapp};
  const std::vector<social_shares::Insert> shares(3, share);
  const std::vector<social_shares::Row> rows = social_shares::insert_many(connection_, shares);
  EXPECT_EQ(rows[0].id, SocialShareId{1});
  EXPECT_EQ(rows[2].id, SocialShareId{3});
  const schemac::Page<social_shares::Row> page = social_shares::page(connection_, {.limit = 2});
  EXPECT_EQ(page.items[1].id, SocialShareId{2});
  EXPECT_EQ(social_shares::page(connection_, {.after = page.next}).items.size(), 1u);
}

TEST_F(Repository, composite_keys_find_update_and_erase) {
  const UserId a = user("a").id;
  const UserId b = user("b").id;
  const std::vector<user_interests::Insert> rows = {
      {.user_id = a, .topic = "tax"}, {.user_id = a, .topic = "health"}, {.user_id = b, .topic = "tax"}};
  user_interests::insert_many(connection_, rows);
  const std::vector<user_interests::Key> keys = {{a, "tax"}, {b, "tax"}, {b, "health"}};
  EXPECT_EQ(user_interests::find_many(connection_, keys).size(), 2u);
  EXPECT_TRUE(user_interests::update(connection_, {a, "tax"}, {.strength = 9}));
  EXPECT_FALSE(user_interests::update(connection_, {b, "health"}, {.strength = 9}));
  EXPECT_EQ(user_interests::find(connection_, {a, "tax"})->strength, 9);
  EXPECT_EQ(user_interests::key_of(user_interests::find(connection_, {a, "tax"}).value()), keys[0]);
  EXPECT_TRUE(user_interests::erase(connection_, {a, "tax"}));
  EXPECT_FALSE(user_interests::erase(connection_, {a, "tax"}));
  EXPECT_EQ(user_interests::count(connection_), 2);
}

TEST_F(Repository, enums_may_be_part_of_a_key) {
  const BillId id = bills::insert(connection_, bill(1)).id;
  bill_tags::insert(connection_, {.bill_id = id, .tag = "tax", .origin = FindingOrigin::citizen});
  const std::vector<bill_tags::Key> keys = {{id, "tax", FindingOrigin::citizen},
                                            {id, "tax", FindingOrigin::machine}};
  EXPECT_EQ(bill_tags::find_many(connection_, keys).size(), 1u);
}

TEST_F(Repository, a_patch_changes_what_it_sets_and_nothing_else) {
  bills::Insert in = bill(1);
  in.summary = "Old";
  in.gazette_reference = "Supplement 12";
  const bills::Row before = bills::insert(connection_, in);
  const bills::Patch patch = {
      .title = "Data Protection (Amendment)", .summary = schemac::null, .tags = {"privacy"}};
  EXPECT_EQ(bills::update(connection_, before.id, patch, before.version), Updated::updated);
  const bills::Row after = bills::find(connection_, before.id).value();
  EXPECT_EQ(after.title, "Data Protection (Amendment)");
  EXPECT_EQ(after.summary, std::nullopt);
  EXPECT_EQ(after.tags, std::vector<std::string>{"privacy"});
  EXPECT_EQ(after.gazette_reference, "Supplement 12");
  EXPECT_EQ(after.created_at, before.created_at);
  EXPECT_GT(after.updated_at, before.updated_at);
  EXPECT_EQ(after.version, 2);
}

TEST_F(Repository, an_update_from_an_old_version_is_stale) {
  const bills::Row row = bills::insert(connection_, bill(1));
  EXPECT_EQ(bills::update(connection_, row.id, {.title = "First"}, row.version), Updated::updated);
  EXPECT_EQ(bills::update(connection_, row.id, {.title = "Second"}, row.version), Updated::stale);
  EXPECT_EQ(bills::find(connection_, row.id)->title, "First");
  EXPECT_EQ(bills::update(connection_, BillId{}, {.title = "Nobody"}, 1), Updated::missing);
}

TEST_F(Repository, an_empty_patch_changes_nothing) {
  const bills::Row row = bills::insert(connection_, bill(1));
  EXPECT_EQ(bills::update(connection_, row.id, {}, 1), Updated::updated);
  EXPECT_EQ(bills::update(connection_, row.id, {}, 2), Updated::stale);
  EXPECT_EQ(bills::update(connection_, BillId{}, {}, 1), Updated::missing);
  EXPECT_EQ(bills::find(connection_, row.id), row);
}

TEST_F(Repository, deleting_softly_hides_until_restored) {
  const bills::Row row = bills::insert(connection_, bill(1));
  EXPECT_TRUE(bills::erase(connection_, row.id));
  EXPECT_FALSE(bills::erase(connection_, row.id));
  EXPECT_EQ(bills::find(connection_, row.id), std::nullopt);
  EXPECT_FALSE(bills::exists(connection_, row.id));
  EXPECT_EQ(bills::count(connection_), 0);
  EXPECT_TRUE(bills::page_by_introduced(connection_, {}).items.empty());
  EXPECT_TRUE(bills::find_many(connection_, std::vector{row.id}).empty());
  EXPECT_EQ(bills::update(connection_, row.id, {.title = "Ghost"}, 2), Updated::missing);

  EXPECT_TRUE(bills::find(connection_, row.id, Deleted::include)->deleted_at.has_value());
  EXPECT_TRUE(bills::exists(connection_, row.id, Deleted::include));
  EXPECT_EQ(bills::count(connection_, Deleted::include), 1);
  EXPECT_EQ(bills::page_by_introduced(connection_, {}, Deleted::include).items.size(), 1u);
  EXPECT_EQ(bills::find_many(connection_, std::vector{row.id}, Deleted::include).size(), 1u);

  EXPECT_TRUE(bills::restore(connection_, row.id));
  EXPECT_FALSE(bills::restore(connection_, row.id));
  EXPECT_EQ(bills::find(connection_, row.id)->version, 3) << "each mark is a change of the row";
}

TEST_F(Repository, pages_hold_every_row_once_in_order_with_ties) {
  std::vector<bills::Insert> rows;
  for (int i = 0; i < 23; ++i) {
    rows.push_back(bill(i + 1));
    rows.back().introduced_on = day(i % 2 == 0 ? "2026-02-03" : "2026-02-04");
  }
  bills::insert_many(connection_, rows);
  std::vector<std::pair<schemac::Date, BillId>> seen;
  std::optional<std::string> after;
  int pages = 0;
  do {
    const schemac::Page<bills::Row> page =
        bills::page_by_introduced(connection_, {.limit = 5, .after = after});
    for (const bills::Row& row : page.items) seen.emplace_back(row.introduced_on, row.id);
    after = page.next;
    ++pages;
  } while (after);
  EXPECT_EQ(pages, 5);
  EXPECT_EQ(seen.size(), 23u);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end(), std::greater<>()));
  EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
}

TEST_F(Repository, a_page_that_just_fits_is_the_last) {
  bills::insert_many(connection_, std::vector<bills::Insert>{bill(1), bill(2)});
  EXPECT_EQ(bills::page_by_introduced(connection_, {.limit = 2}).next, std::nullopt);
  EXPECT_NE(bills::page_by_introduced(connection_, {.limit = 1}).next, std::nullopt);
}

TEST_F(Repository, refuses_cursors_that_are_not_its_own) {
  bills::insert_many(connection_, std::vector<bills::Insert>{bill(1), bill(2)});
  sponsors::insert_many(connection_,
                        std::vector<sponsors::Insert>{{.name = "Ann", .chamber = Chamber::senate},
                                                      {.name = "Bob", .chamber = Chamber::senate}});
  const std::string own = bills::page_by_introduced(connection_, {.limit = 1}).next.value();
  const std::string foreign = sponsors::page_by_name(connection_, {.limit = 1}).next.value();
  std::string altered = own;
  altered[own.size() / 2] = altered[own.size() / 2] == 'A' ? 'B' : 'A';
  for (const std::string& cursor :
       {foreign, altered, own + "A", own.substr(4), std::string("?!"), std::string()}) {
    EXPECT_THROW(bills::page_by_introduced(connection_, {.after = cursor}), schemac::UsageError) << cursor;
  }
  EXPECT_EQ(bills::page_by_introduced(connection_, {.after = own}).items.size(), 1u);
}

TEST_F(Repository, refuses_limits_out_of_bounds) {
  for (const int limit : {-1, 0, 1001}) {
    EXPECT_THROW(bills::page_by_introduced(connection_, {.limit = limit}), schemac::UsageError) << limit;
  }
  EXPECT_NO_THROW(bills::page_by_introduced(connection_, {.limit = 1000}));
}

TEST_F(Repository, validators_name_every_broken_rule) {
  bills::Insert in = bill(1);
  in.bill_number = "12/2026";
  in.title = "ab";
  in.text_digest = std::vector<std::byte>(31);
  const schemac::ValidationResult result = bills::validate(in);
  std::vector<std::string> found;
  for (const schemac::Violation& violation : result) found.push_back(violation.path + ":" + violation.rule);
  EXPECT_EQ(found, (std::vector<std::string>{"bill_number:pattern", "title:min_length", "text_digest:length",
                                             "text_has_digest:check"}));
  EXPECT_TRUE(bills::validate(bill(1)).empty());
  try {
    throw schemac::ValidationError(result);
  } catch (const schemac::Error& error) {
    EXPECT_EQ(error.code(), schemac::ErrorCode::validation);
    EXPECT_NE(std::string(error.what()).find("title: must be at least 3 characters long"), std::string::npos);
  }
}

TEST_F(Repository, validators_of_patches_test_only_what_is_set) {
  EXPECT_TRUE(bills::validate(bills::Patch{}).empty());
  EXPECT_TRUE(bills::validate(bills::Patch{.summary = schemac::null}).empty());
  EXPECT_EQ(bills::validate(bills::Patch{.title = "ab"}).violations().front().path, "title");
}

TEST_F(Repository, validators_know_the_limits_of_types) {
  sponsors::Insert in = {.name = std::string(201, 'x'), .chamber = Chamber::senate};
  EXPECT_EQ(sponsors::validate(in).violations().front().rule, "max_length");
  EXPECT_THROW(sponsors::insert(connection_, in), schemac::QueryError);
  in.name = std::string(200, 'x') + "   ";
  EXPECT_TRUE(sponsors::validate(in).empty()) << "PostgreSQL cuts off spaces";
  EXPECT_EQ(sponsors::insert(connection_, in).name.size(), 200u);
}

TEST_F(Repository, the_database_refuses_what_the_validator_does) {
  bills::Insert in = bill(1);
  in.title = "ab";
  const schemac::Violation expected = bills::validate(in).violations().front();
  try {
    bills::insert(connection_, in);
    FAIL() << "the CHECK let it through";
  } catch (const schemac::ConstraintError& error) {
    EXPECT_EQ(bills::violation_of(error), expected);
  }
}

TEST_F(Repository, broken_constraints_have_words_for_people) {
  const bills::Row row = bills::insert(connection_, bill(1));
  const auto violation_of = [&](const bills::Insert& in) -> schemac::Violation {
    try {
      bills::insert(connection_, in);
    } catch (const schemac::ConstraintError& error) {
      return bills::violation_of(error).value();
    }
    return {};
  };
  EXPECT_EQ(violation_of(bill(1)).rule, "unique");
  bills::Insert in = bill(2);
  in.county = County::nairobi;
  EXPECT_EQ(violation_of(in).path, "county_of_assembly");
  EXPECT_EQ(violation_of(in).message, "a county is named exactly for the bills of county assemblies");
  in = bill(3);
  in.sponsor_id = SponsorId{row.id.value()};
  EXPECT_EQ(violation_of(in).rule, "reference");
  EXPECT_EQ(violation_of(in).path, "sponsor_id");
}

TEST_F(Repository, works_in_transactions_and_savepoints) {
  BillId kept;
  connection_.transaction([&](schemac::Transaction& tx) {
    kept = bills::insert(tx, bill(1)).id;
    auto savepoint = tx.savepoint();
    EXPECT_THROW(bills::insert(tx, bill(1)), schemac::ConstraintError);
    savepoint.rollback();
  });
  EXPECT_THROW(connection_.transaction([&](schemac::Transaction& tx) {
    bills::erase(tx, kept);
    throw std::runtime_error("changed my mind");
  }),
               std::runtime_error);
  EXPECT_TRUE(bills::exists(connection_, kept));
}

TEST_F(Repository, one_to_one_tables_share_the_key_type) {
  const BillId id = bills::insert(connection_, bill(1)).id;
  const bill_counters::Row counters = bill_counters::insert(connection_, {.bill_id = id});
  EXPECT_EQ(counters.engagement_score, schemac::Decimal(0));
  EXPECT_TRUE(
      bill_counters::update(connection_, id, {.views = 10, .engagement_score = schemac::Decimal(12)}));
  EXPECT_EQ(bill_counters::find(connection_, id)->views, 10);
}

TEST_F(Repository, columns_describe_the_table) {
  EXPECT_EQ(bills::columns[1].name, "bill_number");
  EXPECT_EQ(bills::columns[1].type, "character varying(50)");
  const auto* email = std::find_if(std::begin(users::columns), std::end(users::columns),
                                   [](const schemac::ColumnInfo& column) { return column.name == "email"; });
  EXPECT_TRUE(email->personal);
}

TEST_F(Repository, a_first_read_is_one_statement) {
  const BillId id = bills::insert(connection_, bill(1)).id;
  const std::size_t before = connection_.prepared_statements();
  bills::find(connection_, id);
  bills::find(connection_, id);
  EXPECT_EQ(connection_.prepared_statements(), before + 1);
}

TEST(Enums, labels_and_values_match) {
  EXPECT_EQ(to_string(BillStatus::committee_of_the_whole), "committee_of_the_whole");
  EXPECT_EQ(bill_status_from_string("lapsed"), BillStatus::lapsed);
  EXPECT_EQ(bill_status_from_string("Lapsed"), std::nullopt);
  EXPECT_EQ(to_string(static_cast<BillStatus>(200)), "");
}

// No month has a partition of its own in a database that was just made.
TEST_F(Repository, writes_and_reads_a_table_kept_by_months) {
  const BillId bill_id = bills::insert(connection_, bill(1)).id;
  const auto event =
      engagement_events::insert(connection_, {.bill_id = bill_id, .kind = EngagementKind::viewed});
  EXPECT_EQ(engagement_events::find(connection_, engagement_events::key_of(event)), event);
  EXPECT_EQ(database_.run_sql("SELECT tableoid::regclass FROM engagement_events"),
            "engagement_events_default\n");
}

TEST_F(Repository, removes_what_has_expired) {
  const BillId bill_id = bills::insert(connection_, bill(1)).id;
  live_metrics_cache::insert(connection_, {.bill_id = bill_id, .metric = LiveMetric::score, .value = 7});
  EXPECT_EQ(live_metrics_cache::erase_expired(connection_, 10), 0);
  database_.run_sql(
      "UPDATE live_metrics_cache SET computed_at = now() - interval '1 hour', expires_at = now()");
  EXPECT_EQ(live_metrics_cache::erase_expired(connection_, 10), 1);
}

}  // namespace
}  // namespace chanuka
