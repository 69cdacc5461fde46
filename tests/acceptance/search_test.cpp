// What `search` and trigram indexes of the definitions find, on the platform's own tables.
#include <gtest/gtest.h>

#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

class Search : public ::testing::Test {
 protected:
  Search() {
    database_.run_sql_file(SCHEMAC_SOURCE_DIR "/generated/schema.sql");
    database_.run_sql(R"sql(
INSERT INTO bills (bill_number, title, summary, chamber, introduced_on) VALUES
  ('Bill No. 1 of 2026', 'Data Protection', 'Who may keep what.', 'senate', '2026-02-03'),
  ('Bill No. 2 of 2026', 'Roads', 'Protecting those who walk; data of accidents.', 'senate', '2026-02-03'),
  ('Bill No. 3 of 2026', 'Fisheries', NULL, 'senate', '2026-02-03'))sql");
  }

  /// Titles of the bills that hold all the words, the best first.
  std::string bills_with(const std::string& words) {
    return database_.run_sql(
        "SELECT string_agg(title, ', ' ORDER BY ts_rank(search_vector, query) DESC) FROM bills, "
        "websearch_to_tsquery('english', '" +
        words + "') AS query WHERE search_vector @@ query");
  }

  TestDatabase database_;
};

TEST_F(Search, finds_other_forms_of_a_word_and_ranks_by_weight) {
  EXPECT_EQ(bills_with("protect data"), "Data Protection, Roads\n");
  EXPECT_EQ(bills_with("fishery"), "Fisheries\n");
  EXPECT_EQ(bills_with("protection -accident"), "Data Protection\n");
}

TEST_F(Search, follows_the_row) {
  database_.run_sql("UPDATE bills SET summary = 'Nets and boats.' WHERE title = 'Fisheries'");
  EXPECT_EQ(bills_with("boat"), "Fisheries\n");
}

TEST_F(Search, goes_by_its_index) {
  const std::string plan = database_.run_sql(
      "SET enable_seqscan = off; EXPLAIN SELECT id FROM bills WHERE search_vector @@ to_tsquery('english', "
      "'boat')");
  EXPECT_NE(plan.find("bills_search_vector_idx"), std::string::npos) << plan;
}

TEST_F(Search, finds_mistyped_titles_by_their_trigrams) {
  EXPECT_EQ(database_.run_sql("SELECT title FROM bills WHERE title % 'Data Protecton'"), "Data Protection\n");
  const std::string plan = database_.run_sql(
      "SET enable_seqscan = off; EXPLAIN SELECT id FROM bills WHERE title % 'Data Protecton'");
  EXPECT_NE(plan.find("bills_title_idx"), std::string::npos) << plan;
}

}  // namespace
}  // namespace schemac::testing
