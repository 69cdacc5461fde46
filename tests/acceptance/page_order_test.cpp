// Keyset pages in every kind of order, on a real server: with NULLs, ties and mixed directions, the pages in
// sequence are what one SELECT gives.
#include <gtest/gtest.h>

#include "schemac/codec/codecs.hpp"
#include "schemac/connection.hpp"
#include "schemac/query/repository.hpp"
#include "support/postgres.hpp"
#include "targets/page_sql.hpp"

namespace schemac::testing {
namespace {

using compiler::targets::OrderColumn;

std::int32_t read_id(RowReader& row) {
  return row.next<std::int32_t>();
}

/// 60 rows: `a` and `b` repeat and may be NULL, `label` is an enum.
constexpr const char* kRows = R"(
  CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
  CREATE TABLE rows (id integer PRIMARY KEY, a integer, b text, label mood NOT NULL);
  INSERT INTO rows SELECT i, nullif(i % 4, 0), nullif('t' || i % 3, 't1'), (enum_range(NULL::mood))[1 + i % 3]
    FROM generate_series(1, 60) AS i;)";

class PageOrder : public ::testing::Test {
 protected:
  PageOrder() : connection_(load()) {}

  std::string load() {
    database_.run_sql(kRows);
    return database_.url();
  }

  /// Walks all pages in that order and compares with one SELECT.
  void expect_complete(const std::vector<OrderColumn>& order, const std::vector<int>& places) {
    const std::string order_by = compiler::targets::order_by(order);
    const std::string after = compiler::targets::after_condition(order);
    SCOPED_TRACE(order_by + " / " + after);
    const TableSql table{.name = "public.rows", .columns = "id, a, b, label"};
    const PageStatements statements(table,
                                    {.name = "rows.test", .order = order_by, .after = after, .keys = places});
    std::vector<std::int32_t> seen;
    PageRequest request{.limit = 7};
    do {
      const Page<std::int32_t> page = fetch_page(connection_, statements, request, read_id);
      seen.insert(seen.end(), page.items.begin(), page.items.end());
      request.after = page.next;
    } while (request.after && seen.size() < 100);
    EXPECT_EQ(seen,
              fetch_all(connection_, "SELECT id FROM rows ORDER BY " + order_by, Parameters{}, read_id));
  }

  TestDatabase database_;
  Connection connection_;
};

TEST_F(PageOrder, nullable_columns_in_every_direction) {
  for (int directions = 0; directions < 8; ++directions) {
    expect_complete({{"a", "integer", true, (directions & 1) != 0},
                     {"b", "text", true, (directions & 2) != 0},
                     {"id", "integer", false, (directions & 4) != 0}},
                    {1, 2, 0});
  }
}

TEST_F(PageOrder, columns_without_nulls_in_every_direction) {
  for (int directions = 0; directions < 4; ++directions) {
    expect_complete(
        {{"label", "mood", false, (directions & 1) != 0}, {"id", "integer", false, (directions & 2) != 0}},
        {3, 0});
  }
}

TEST_F(PageOrder, one_column) {
  expect_complete({{"id", "integer", false, true}}, {0});
  expect_complete({{"id", "integer", false, false}}, {0});
}

TEST_F(PageOrder, a_comparison_of_rows_uses_the_index) {
  connection_.execute("CREATE INDEX ON rows (label DESC, id DESC)");
  connection_.execute("SET enable_seqscan = off");
  const std::vector<OrderColumn> order = {{"label", "mood", false, true}, {"id", "integer", false, true}};
  EXPECT_EQ(compiler::targets::after_condition(order), "(label, id) < ($1, $2)");
  const std::string plan = database_.run_sql(
      "SET enable_seqscan = off; SET enable_sort = off; "
      "EXPLAIN SELECT id FROM rows WHERE (label, id) < ('ok', 30) ORDER BY label DESC, id DESC LIMIT 5");
  EXPECT_NE(plan.find("Index Cond: (ROW(label, id) < ROW('ok'::mood, 30))"), std::string::npos) << plan;
}

}  // namespace
}  // namespace schemac::testing
