// Checks over a row: for random rows, the generated validators and the server's own expressions name the same
// ones. Definitions and code: tests/cases/targets/checked.
#include <gtest/gtest.h>

#include <iostream>
#include <random>
#include <set>

#include "checked/trials.hpp"
#include "schemac/codec/codecs.hpp"
#include "schemac/connection.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

namespace trials = checked::trials;
using checked::Mood;
using Names = std::set<std::string>;

/// What the validators leave to the server.
const Names kOnlyServer = {"doubled",  "fractions",    "lower_name", "not_own_parent",
                           "of_today", "padded_right", "patterned",  "sorted"};

/// Takes the checks off the table and returns a query for the id of each row with the names of the checks
/// that it breaks. An expression that fails (a division by zero) is not broken.
constexpr const char* kTakeChecks = R"(
DO $do$
DECLARE
  item record;
  list text := '';
BEGIN
  FOR item IN SELECT conname, replace(conname, 'trials_', '') AS name, pg_get_expr(conbin, conrelid) AS expression
              FROM pg_constraint WHERE conrelid = 'trials'::regclass AND contype = 'c' LOOP
    EXECUTE format('ALTER TABLE trials DROP CONSTRAINT %I', item.conname);
    EXECUTE format('CREATE FUNCTION %I(r trials) RETURNS text LANGUAGE plpgsql AS $$ BEGIN '
                   'RETURN (SELECT CASE WHEN (%s) IS FALSE THEN %L END FROM (SELECT r.*) AS x); '
                   'EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$',
                   'broken_' || item.name, item.expression, item.name);
    list := list || format(', %I(t)', 'broken_' || item.name);
  END LOOP;
  EXECUTE format('CREATE VIEW broken AS SELECT id, concat_ws('',''%s) AS names FROM trials t', list);
END $do$;
)";

class Checks : public ::testing::Test {
 protected:
  Checks() : connection_(load()) {}

  std::string load() {
    database_.run_sql_file(std::string(SCHEMAC_SOURCE_DIR) +
                           "/tests/cases/targets/checked/expected/schema.sql");
    return database_.url();
  }

  template <class T>
  T one_of(std::initializer_list<T> values) {
    return *(values.begin() + random_() % values.size());
  }
  template <class T>
  std::optional<T> maybe(std::initializer_list<T> values) {
    return random_() % 4 == 0 ? std::nullopt : std::optional<T>(one_of(values));
  }
  template <class T>
  Defaulted<T> perhaps(std::initializer_list<T> values) {
    return random_() % 4 == 0 ? Defaulted<T>() : Defaulted<T>(one_of(values));
  }
  template <class T>
  Defaulted<std::optional<T>> perhaps_null(std::initializer_list<T> values) {
    if (random_() % 3 == 0) return {};
    return or_null(maybe(values));
  }

  trials::Insert random_row();
  trials::Patch random_patch();
  /// The names of the checks that the row breaks, as the server says.
  Names broken(checked::TrialId id);

  std::mt19937 random_{15};
  TestDatabase database_;
  Connection connection_;
};

Decimal decimal(const char* text) {
  return Decimal::parse(text).value();
}
Date day(const char* text) {
  return Date::parse(text).value();
}
TimestampTz moment(const char* text) {
  return TimestampTz::parse(text).value();
}
Interval span(const char* text) {
  return Interval::parse(text).value();
}

const auto kDays = {day("2010-08-27"), day("2010-08-28"), day("0044-03-15 BC"), Date::infinity()};
const auto kMoments = {moment("2020-01-01 00:00:00Z"), moment("2020-01-01 00:00:00.000001Z"),
                       moment("2019-12-31 23:00:00-03")};

trials::Insert Checks::random_row() {
  return {
      .small = maybe<std::int16_t>({-2, 0, 1, 5, 30}),
      .whole = maybe<std::int32_t>({-4, -1, 0, 1, 3, 4, 8, 2000}),
      .big = perhaps<std::int64_t>({-4, -3, 0, 1, 900, 901}),
      .price = maybe({decimal("7"), decimal("99.99"), decimal("100"), decimal("1.50"), decimal("NaN")}),
      .exact =
          perhaps_null({decimal("1.5"), decimal("1.499999999999999999"), decimal("7.00"), decimal("-3")}),
      .rate = maybe({0.5, 0.25, std::numeric_limits<double>::quiet_NaN()}),
      .name = maybe<std::string>({"ab", "ab   ", "ab     ", "Ab", " ab", "abcde", "naïve"}),
      .note = perhaps<std::string>({"so", "it's", "naïve \"x\"", "ééé", "", "2"}),
      .result = maybe<std::string>({"", "x"}),
      .padded = maybe<std::string>({"ab", "c"}),
      .mood = maybe({Mood::low, Mood::so_so, Mood::high}),
      .mood_then = perhaps({Mood::low, Mood::so_so, Mood::high}),
      .day = maybe<Date>(kDays),
      .until = maybe<Date>(kDays),
      .seen_at = maybe<TimestampTz>(kMoments),
      .made_at = one_of<TimestampTz>(kMoments),
      .span = perhaps_null({span("0"), span("-1 day"), span("59 days 23:59:59"), span("60 days"),
                            span("1 mon 30 days"), span("1 mon 29 days")}),
      .flag = maybe({true, false}),
      .sure = perhaps({true, false}),
      .digest = maybe<std::vector<std::byte>>({std::vector<std::byte>(1), std::vector<std::byte>(3)}),
      .tags = perhaps<std::vector<std::string>>({{}, {"a"}, {"a", "b", "c"}}),
      .extra = maybe({Json("null"), Json("{}")}),
  };
}

/// Some of the columns of a random row.
trials::Patch Checks::random_patch() {
  const trials::Insert row = random_row();
  trials::Patch patch;
  if (random_() % 2 == 0) patch.small = or_null(row.small);
  if (random_() % 2 == 0) patch.whole = or_null(row.whole);
  if (random_() % 2 == 0) patch.mood = or_null(row.mood);
  if (random_() % 2 == 0) patch.day = or_null(row.day);
  if (random_() % 2 == 0) patch.until = or_null(row.until);
  if (random_() % 2 == 0) patch.tags = row.tags;
  if (random_() % 2 == 0) patch.span = row.span;
  patch.price = or_null(row.price);
  patch.mood_then = row.mood_then;
  return patch;
}

Names split(std::string_view list) {
  Names names;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    names.emplace(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return names;
}

Names Checks::broken(checked::TrialId id) {
  Parameters key;
  key.add(id);
  const Result result = connection_.execute("SELECT names FROM broken WHERE id = $1", key);
  Names names = split(RowReader(result, 0).next<std::string>());
  for (const std::string& name : kOnlyServer) names.erase(name);
  return names;
}

Names violated(const ValidationResult& result) {
  Names names;
  for (const Violation& violation : result) names.insert(violation.path);
  return names;
}

std::string joined(const Names& names) {
  std::string text;
  for (const std::string& name : names) text += name + " ";
  return text;
}

TEST_F(Checks, validators_and_server_agree_on_rows) {
  database_.run_sql(kTakeChecks);
  Names met;
  std::size_t verdicts = 0;
  for (int i = 0; i < 1500; ++i) {
    const trials::Insert row = random_row();
    const Names ours = violated(trials::validate(row));
    const Names theirs = broken(trials::insert(connection_, row).id);
    ASSERT_EQ(joined(ours), joined(theirs)) << "row " << i;
    met.insert(theirs.begin(), theirs.end());
    verdicts += theirs.size();
  }
  std::cout << verdicts << " refusals by " << met.size() << " checks agree\n";
  EXPECT_EQ(met.size(), 33u) << joined(met);
}

TEST_F(Checks, what_a_patch_alone_breaks_is_broken) {
  database_.run_sql(kTakeChecks);
  std::size_t found = 0;
  for (int i = 0; i < 300; ++i) {
    const checked::TrialId id = trials::insert(connection_, random_row()).id;
    const trials::Patch patch = random_patch();
    const Names ours = violated(trials::validate(patch));
    trials::update(connection_, id, patch);
    const Names theirs = broken(id);
    for (const std::string& name : ours) EXPECT_TRUE(theirs.contains(name)) << name;
    found += ours.size();
  }
  EXPECT_GT(found, 200u);
}

/// Breaks no check.
trials::Insert good_row() {
  return {.small = 1, .whole = 2, .day = day("2010-08-28")};
}

TEST_F(Checks, a_violation_has_the_words_of_the_definition) {
  trials::Insert row = good_row();
  row.whole = 0;
  const auto found = trials::validate(row).violations();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found.front() == (Violation{"ordered", "check", "small is not over whole"}));
  try {
    trials::insert(connection_, row);
    FAIL() << "the server takes it";
  } catch (const ConstraintError& error) {
    EXPECT_TRUE(trials::violation_of(error) == found.front());
  }
}

TEST_F(Checks, a_value_that_is_rounded_is_for_the_server_to_judge) {
  trials::Insert row = good_row();
  row.price = decimal("7.004");
  EXPECT_TRUE(trials::validate(row).empty());
  EXPECT_THROW(trials::insert(connection_, row), ConstraintError);
}

TEST_F(Checks, those_of_domain_types_hold_for_columns) {
  trials::Insert row = good_row();
  row.even = 4;
  row.evens = std::vector<std::int32_t>{2};
  row.tidy = "ab";
  EXPECT_TRUE(trials::validate(row).empty());
  EXPECT_NO_THROW(trials::insert(connection_, row));
  row.even = 3;
  row.evens = std::vector<std::int32_t>{2, 5};
  row.tidy = "ab ";
  EXPECT_EQ(joined(violated(trials::validate(row))), "even evens tidy ");
  EXPECT_THROW(trials::insert(connection_, row), ConstraintError);
}

}  // namespace
}  // namespace schemac::testing
