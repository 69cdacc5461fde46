// Views with declared columns, one that can be written, and keys among rows that are not deleted, on a
// server. The definitions and their generated code stand in tests/cases/targets/shown.
#include <gtest/gtest.h>

#include "schemac/connection.hpp"
#include "schemac/error.hpp"
#include "shown/book_loans.hpp"
#include "shown/books.hpp"
#include "shown/loans.hpp"
#include "shown/shelved.hpp"
#include "shown/titles.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

namespace book_loans = shown::book_loans;
namespace books = shown::books;
namespace shelved = shown::shelved;

const std::string kExpected = SCHEMAC_SOURCE_DIR "/tests/cases/targets/shown/expected/";

books::Insert book(std::int64_t id, std::string isbn, std::string title) {
  return {.id = shown::BookId(id), .isbn = std::move(isbn), .title = std::move(title)};
}

class Views : public ::testing::Test {
 protected:
  Views() { database_.run_sql_file(kExpected + "schema.sql"); }

  TestDatabase database_;
  Connection connection_{(database_.url())};
};

TEST_F(Views, rows_have_the_declared_types) {
  books::insert(connection_, book(1, "1", "Weaver Birds"));
  shown::loans::insert(connection_, {.book_id = shown::BookId(1), .days = 14});
  book_loans::refresh(connection_);
  const auto row = book_loans::find(connection_, shown::BookId(1));
  ASSERT_TRUE(row);
  EXPECT_EQ(row->loans, std::int32_t{1});
  EXPECT_EQ(row->days, std::int64_t{14});
}

TEST_F(Views, materialized_ones_are_as_old_as_their_refresh) {
  EXPECT_EQ(book_loans::count(connection_), 0);
  books::insert(connection_, book(1, "1", "Weaver Birds"));
  EXPECT_EQ(book_loans::count(connection_), 0);
  book_loans::refresh(connection_);
  EXPECT_EQ(book_loans::count(connection_), 1);
  EXPECT_FALSE(book_loans::find(connection_, shown::BookId(1))->days);
}

TEST_F(Views, are_read_by_key_and_by_page) {
  for (int id = 1; id <= 3; ++id) {
    auto row = book(id, std::to_string(id), "Weaver Birds " + std::to_string(id));
    row.shelf = "A";
    books::insert(connection_, row);
  }
  const auto first = shelved::page(connection_, {.limit = 2});
  ASSERT_EQ(first.items.size(), 2U);
  const auto rest = shelved::page(connection_, {.limit = 2, .after = first.next});
  ASSERT_EQ(rest.items.size(), 1U);
  EXPECT_EQ(shelved::key_of(rest.items[0]), shown::BookId(3));
  EXPECT_TRUE(shelved::exists(connection_, shown::BookId(2)));
  EXPECT_EQ(shown::titles::all(connection_).size(), 3U);
}

TEST_F(Views, triggers_write_in_the_place_of_the_view) {
  auto row = book(1, "1", "Weaver Bids");
  row.shelf = "A";
  books::insert(connection_, row);
  database_.run_sql("UPDATE shelved SET title = 'Weaver Birds' WHERE id = 1");
  EXPECT_EQ(books::find(connection_, shown::BookId(1))->title, "Weaver Birds");
  EXPECT_EQ(database_.run_sql("SELECT has_table_privilege('visitor', 'shelved', 'SELECT'), "
                              "has_column_privilege('visitor', 'shelved', 'title', 'UPDATE'), "
                              "has_column_privilege('visitor', 'shelved', 'shelf', 'UPDATE')"),
            "t|t|f\n");
}

TEST_F(Views, a_deleted_row_gives_its_key_back) {
  books::insert(connection_, book(1, "1", "Weaver Birds"));
  EXPECT_THROW(books::insert(connection_, book(2, "1", "Hornbills")), ConstraintError);
  books::erase(connection_, shown::BookId(1));
  books::insert(connection_, book(2, "1", "Hornbills"));
  EXPECT_THROW(books::restore(connection_, shown::BookId(1)), ConstraintError);
}

TEST_F(Views, seeds_find_the_row_that_is_not_deleted) {
  books::insert(connection_, book(7, "9780000000001", "Weaver Bids"));
  books::erase(connection_, shown::BookId(7));
  database_.run_sql_file(kExpected + "seeds/dev.sql");
  database_.run_sql("UPDATE books SET title = 'changed' WHERE id = 1");
  database_.run_sql_file(kExpected + "seeds/dev.sql");
  EXPECT_EQ(database_.run_sql("SELECT id, title, deleted_at IS NULL FROM books ORDER BY id"),
            "1|Weaver Birds|t\n7|Weaver Bids|f\n");
}

}  // namespace
}  // namespace schemac::testing
