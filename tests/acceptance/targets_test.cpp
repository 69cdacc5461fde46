// Golden outputs: each folder of tests/cases/targets/ holds definitions and, in expected/, all that is
// generated from them. The code of one of them, full of odd tables, is run on a server as well.
// SCHEMAC_UPDATE_GOLDENS=1 writes the expectations anew, to be read in the diff.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "odd/class.hpp"
#include "odd/everything.hpp"
#include "odd/logs.hpp"
#include "odd/named.hpp"
#include "odd/numbered.hpp"
#include "odd/pairs.hpp"
#include "schemac/connection.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(SCHEMAC_SOURCE_DIR) / "tests/cases/targets";

void generate(const fs::path& definitions, const fs::path& folder) {
  const std::string command = std::string(std::getenv("SCHEMAC")) + " generate " + definitions.string() +
                              " --out " + folder.string() + " 2>" + folder.string() + ".log";
  ASSERT_EQ(std::system(command.c_str()), 0) << command;
}

std::map<std::string, std::string> files_below(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().parent_path().filename() == ".schemac") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[fs::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

TEST(Targets, generate_what_is_expected) {
  for (const fs::directory_entry& entry : fs::directory_iterator(kCases)) {
    SCOPED_TRACE(entry.path().filename().string());
    const fs::path expected = entry.path() / "expected";
    if (std::getenv("SCHEMAC_UPDATE_GOLDENS") != nullptr) {
      generate(entry.path(), expected);
      fs::remove(expected.string() + ".log");
      continue;
    }
    const fs::path folder = fs::path(server().folder()) / ("targets_" + entry.path().filename().string());
    generate(entry.path(), folder);
    const auto now = files_below(folder);
    for (const auto& [path, content] : files_below(expected)) {
      ASSERT_TRUE(now.contains(path)) << path << " is no longer generated";
      EXPECT_EQ(now.at(path), content) << path;
    }
    EXPECT_EQ(now.size(), files_below(expected).size()) << "something new is generated";
  }
}

class OddTables : public ::testing::Test {
 protected:
  OddTables() : connection_(load()) {}

  std::string load() {
    database_.run_sql_file((kCases / "odd_tables/expected/schema.sql").string());
    return database_.url();
  }

  TestDatabase database_;
  Connection connection_;
};

TEST_F(OddTables, keywords_are_names) {
  const odd::class_::Row row = odd::class_::insert(connection_, {.new_ = "n", .delete_ = "d", .order = 3});
  EXPECT_TRUE(odd::class_::update(connection_, row.int_, {.delete_ = schemac::null, .order = 4}));
  EXPECT_EQ(odd::class_::find(connection_, row.int_)->order, 4);
  EXPECT_EQ(odd::class_::find(connection_, row.int_)->delete_, std::nullopt);
  EXPECT_EQ(odd::class_::page_by_new(connection_, {}).items.size(), 1u);
  EXPECT_EQ(odd::class_::insert(connection_, {.int_ = odd::ClassId{77}, .new_ = "x"}).int_, odd::ClassId{77});
}

TEST_F(OddTables, pages_go_in_mixed_directions) {
  std::vector<odd::class_::Insert> rows;
  for (int i = 0; i < 10; ++i) rows.push_back({.new_ = "n" + std::to_string(i % 3), .order = i % 2});
  odd::class_::insert_many(connection_, rows);
  std::string seen;
  PageRequest request{.limit = 3};
  do {
    const auto page = odd::class_::page_by_new(connection_, request);
    for (const auto& row : page.items) seen += std::to_string(row.order) + row.new_ + " ";
    request.after = page.next;
  } while (request.after);
  EXPECT_EQ(seen, "1n0 1n0 1n1 1n1 1n2 0n0 0n0 0n1 0n2 0n2 ");
}

TEST_F(OddTables, a_table_without_a_key_takes_rows) {
  const odd::logs::Row row =
      odd::logs::insert(connection_, {.line = "a", .moods = {odd::Mood::so_so, std::nullopt}});
  EXPECT_EQ(row.moods, (std::vector<std::optional<odd::Mood>>{odd::Mood::so_so, std::nullopt}));
  EXPECT_EQ(odd::logs::count(connection_), 1);
}

TEST_F(OddTables, a_row_may_consist_of_its_key_alone) {
  const odd::ClassId left = odd::class_::insert(connection_, {.new_ = "n"}).int_;
  const odd::pairs::Row row = odd::pairs::insert(connection_, {.left_id = left, .mood = odd::Mood::new_});
  EXPECT_EQ(odd::pairs::find(connection_, odd::pairs::key_of(row)), row);
  EXPECT_TRUE(odd::pairs::erase(connection_, {left, odd::Mood::new_}));
}

TEST_F(OddTables, an_insert_may_have_nothing_to_give) {
  const std::vector<odd::numbered::Insert> rows(3);
  EXPECT_EQ(odd::numbered::insert_many(connection_, rows).back().id, odd::NumberedId{3});
}

TEST_F(OddTables, rules_look_at_the_value_of_a_key) {
  EXPECT_TRUE(odd::named::validate(odd::named::Insert{.name = odd::NamedId{"ok"}}).empty());
  EXPECT_EQ(
      odd::named::validate(odd::named::Insert{.name = odd::NamedId{"Not ok at all"}}).violations().size(),
      2u);
}

odd::everything::Insert everything() {
  return {.a_boolean = true,
          .a_smallint = 1,
          .an_integer = 21,
          .a_bigint = 1,
          .a_real = 0.5F,
          .a_double = 0.25,
          .a_numeric = Decimal::parse("12.50").value(),
          .a_money = Money{},
          .a_text = "t",
          .a_char = "abc",
          .a_citext = "CI",
          .some_bytes = std::vector<std::byte>(3),
          .a_date = Date{},
          .a_time = Time{},
          .a_timetz = TimeTz{},
          .a_timestamp = Timestamp{},
          .a_timestamptz = TimestampTz{},
          .an_interval = Interval{},
          .a_json = Json("[1]"),
          .a_jsonb = Json("[1]"),
          .an_inet = Inet{},
          .a_cidr = Cidr{},
          .a_macaddr = MacAddr{},
          .a_macaddr8 = MacAddr8{},
          .some_bits = BitString(8),
          .a_varbit = BitString(3),
          .an_int4range = Range<std::int32_t>::half_open(1, 5),
          .an_int8range = Range<std::int64_t>::half_open(1, 5),
          .a_numrange = Range<Decimal>::closed(1, 5),
          .a_tsrange = Range<Timestamp>{},
          .a_tstzrange = Range<TimestampTz>{},
          .a_daterange = Range<Date>{},
          .some_int4ranges = Multirange<std::int32_t>{},
          .some_dateranges = Multirange<Date>{},
          .a_tsvector = {},
          .a_tsquery = {},
          .an_xml = Xml("<a/>"),
          .a_mood = odd::Mood::v2nd,
          .some_texts = std::vector<std::string>{"a", "b"},
          .a_matrix = std::vector<std::vector<std::int32_t>>{{1, 2}, {3, 4}},
          .holes = std::vector<std::optional<std::int32_t>>{1, std::nullopt},
          .an_hstore = "a=>1"};
}

TEST_F(OddTables, every_type_comes_back) {
  const odd::everything::Row row = odd::everything::insert(connection_, everything());
  EXPECT_EQ(row.twice, 42);
  EXPECT_EQ(row.an_hstore, R"("a"=>"1")") << "a type that we do not know travels as text";
  EXPECT_EQ(row.a_mood, odd::Mood::v2nd);
  EXPECT_EQ(row.a_matrix, everything().a_matrix.value());
  EXPECT_EQ(row.holes, everything().holes.value());
  EXPECT_EQ(odd::everything::find(connection_, row.id), row);
  EXPECT_TRUE(odd::everything::update(connection_, row.id, {.an_hstore = "b=>2"}));
  EXPECT_EQ(odd::everything::find(connection_, row.id)->an_hstore, R"("b"=>"2")");
}

}  // namespace
}  // namespace schemac::testing
