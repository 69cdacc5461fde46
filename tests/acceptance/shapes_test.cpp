// Shapes: structs for jsonb columns go to a server and come back, and what does not fit is named by its path.
// Definitions and code: tests/cases/targets/shaped.
#include <gtest/gtest.h>

#include "schemac/connection.hpp"
#include "schemac/query/shape.hpp"
#include "shaped/posts.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

namespace posts = shaped::posts;
using shaped::Letter;
using shaped::Mood;
using shaped::Parcel;

class Shapes : public ::testing::Test {
 protected:
  Shapes() : connection_(load()) {}

  std::string load() {
    database_.run_sql_file(std::string(SCHEMAC_SOURCE_DIR) +
                           "/tests/cases/targets/shaped/expected/schema.sql");
    return database_.url();
  }

  TestDatabase database_;
  Connection connection_;
};

Letter letter() {
  return {.title = "A \"letter\"\n\u00e9", .pages = 2, .class_ = "first", .mood = Mood::so_so};
}

Parcel parcel() {
  return {.cover = letter(),
          .letters = {letter(), {.title = "Two", .pages = 1}},
          .moods = std::vector<Mood>{Mood::high, Mood::low},
          .weight = Decimal::parse("12345678901234567890.05").value(),
          .ratio = 0.1,
          .count = std::numeric_limits<std::int64_t>::min(),
          .halves = 4,
          .fragile = false,
          .sender = Uuid::parse("6f1b2c3d-0000-4000-8000-000000000001").value(),
          .sent_on = Date::parse("2026-03-03").value(),
          .sent_at = TimestampTz::parse("2026-03-03 12:00:00.5+03").value(),
          .took = Interval::parse("1 mon 2 days").value(),
          .free = Json(R"([1, {"a": null}])")};
}

/// "path: message" of each, a line each.
std::string words(const ValidationResult& result) {
  std::string text;
  for (const Violation& violation : result) text += violation.path + ": " + violation.message + "\n";
  return text;
}

template <class T>
std::string refusal(std::string_view json) {
  ValidationResult result;
  EXPECT_FALSE(from_json<T>(json, result).has_value()) << json;
  return words(result);
}

TEST_F(Shapes, every_member_comes_back) {
  const posts::Row row = posts::insert(connection_, {.parcel = parcel()});
  EXPECT_TRUE(row.parcel == parcel());
  EXPECT_TRUE(posts::find(connection_, row.id) == row);
  EXPECT_EQ(row.reply, std::nullopt);
  EXPECT_EQ(database_.run_sql("SELECT parcel ? 'spare', parcel->'weight', parcel->'letters'->1 FROM posts"),
            "f|12345678901234567890.05|{\"pages\": 1, \"title\": \"Two\"}\n");
}

TEST_F(Shapes, a_patch_writes_one) {
  const posts::Row row = posts::insert(connection_, {.parcel = parcel()});
  EXPECT_EQ(row.letter.title, "none") << "the default of the definition";
  EXPECT_TRUE(posts::update(connection_, row.id, {.letter = letter(), .reply = letter()}));
  EXPECT_TRUE(posts::find(connection_, row.id)->reply == letter());
  EXPECT_TRUE(posts::update(connection_, row.id, {.reply = schemac::null}));
  EXPECT_FALSE(posts::find(connection_, row.id)->reply.has_value());
}

TEST_F(Shapes, many_rows_go_at_once) {
  const std::vector<posts::Insert> rows(3, posts::Insert{.parcel = parcel(), .reply = letter()});
  for (const posts::Row& row : posts::insert_many(connection_, rows)) EXPECT_TRUE(row.parcel == parcel());
}

TEST_F(Shapes, rules_hold_at_every_depth) {
  posts::Insert row{.parcel = parcel(), .reply = Letter{.title = "ok", .pages = 1}};
  EXPECT_EQ(words(posts::validate(row)), "reply.title: must be at least 3 characters long\n");
  Parcel wrong = parcel();
  wrong.cover.pages = 0;
  wrong.letters[1].class_ = "Second";
  wrong.moods->push_back(Mood::low);
  wrong.weight = Decimal::parse("0.4").value();
  wrong.halves = 3;
  EXPECT_EQ(words(posts::validate(posts::Patch{.parcel = wrong})),
            "parcel.cover.pages: must be at least 1\n"
            "parcel.letters[1].class: must match ^[a-z]+$\n"
            "parcel.moods: must have at most 2 items\n"
            "parcel.weight: must be at least 0.5\n"
            "parcel.halves: must be even\n");
  EXPECT_EQ(words(validate(Letter{.title = "abc", .pages = 0})), "letter.pages: must be at least 1\n");
}

TEST_F(Shapes, what_does_not_fit_is_named) {
  EXPECT_EQ(refusal<Letter>("{\"title\": 5, \"class\": null, \"mood\": \"glad\"}"),
            "letter.title: must be a string\n"
            "letter.pages: is missing\n"
            "letter.mood: is not a value of its type\n");
  EXPECT_EQ(refusal<Letter>("{\"title\": \"abc\", \"pages\": 40000}"),
            "letter.pages: must be a whole number from -32768 to 32767\n");
  EXPECT_EQ(refusal<Letter>("[]"), "letter: must be an object\n");
  EXPECT_EQ(refusal<Letter>("{\"title\": }"), "letter: is not JSON\n");
  EXPECT_EQ(refusal<Parcel>(R"({"cover": [], "letters": [{"title": "a", "pages": 1}, 5], "ratio": "x",
                                "count": 1.5, "fragile": 0, "sender": "?", "sent_on": "2026-02-30"})"),
            "parcel.cover: must be an object\n"
            "parcel.letters[1]: must be an object\n"
            "parcel.ratio: must be a number\n"
            "parcel.count: must be a whole number from -9223372036854775808 to 9223372036854775807\n"
            "parcel.fragile: must be true or false\n"
            "parcel.sender: is not a value of its type\n"
            "parcel.sent_on: is not a value of its type\n");
}

TEST_F(Shapes, members_that_it_does_not_have_are_kept_and_named) {
  const posts::Row row = posts::insert(connection_, {.parcel = parcel(), .reply = letter()});
  database_.run_sql("UPDATE posts SET reply = reply || '{\"more\": [1, null]}'");
  const Letter reply = *posts::find(connection_, row.id)->reply;
  EXPECT_EQ(reply.others, (std::vector<JsonMember>{{"more", Json("[1, null]")}}));
  posts::update(connection_, row.id, {.reply = reply});
  EXPECT_EQ(database_.run_sql("SELECT reply->'more' FROM posts"), "[1, null]\n");
  EXPECT_EQ(words(posts::validate(posts::Patch{.reply = reply})), "reply.more: is no member of letter\n");
}

TEST_F(Shapes, a_row_of_another_form_says_what_is_wrong) {
  const posts::Row row = posts::insert(connection_, {.parcel = parcel()});
  database_.run_sql("UPDATE posts SET letter = '{\"title\": true}'");
  try {
    posts::find(connection_, row.id);
    FAIL() << "it is no letter";
  } catch (const DecodeError& error) {
    EXPECT_NE(std::string(error.what()).find("letter.title: must be a string"), std::string::npos)
        << error.what();
  }
}

TEST_F(Shapes, the_server_refuses_what_is_no_object) {
  EXPECT_NO_THROW(database_.run_sql("INSERT INTO posts (parcel) VALUES ('{}')"));
  EXPECT_THROW(database_.run_sql("INSERT INTO posts (parcel) VALUES ('[]')"),
               compiler::scratch::ScratchError);
}

TEST_F(Shapes, a_deprecated_column_says_so_in_the_database) {
  EXPECT_EQ(database_.run_sql("SELECT col_description('posts'::regclass, attnum) FROM pg_attribute "
                              "WHERE attrelid = 'posts'::regclass AND attname LIKE 'stamp%' ORDER BY attnum"),
            "What it cost. Deprecated: use parcel.\nDeprecated: use parcel.\n");
}

}  // namespace
}  // namespace schemac::testing
