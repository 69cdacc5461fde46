// Every codec against a real server, both ways. A C++ value goes as a parameter, the server's own text form
// of it is as expected, and the binary result is an equal value; a value that the server made decodes, prints
// as the server prints it, and parses back.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "schemac/codec/codecs.hpp"
#include "schemac/connection.hpp"
#include "schemac/error.hpp"
#include "support/postgres.hpp"

namespace schemac {

enum class Mood { calm, very_cross };

template <>
struct EnumTraits<Mood> {
  static std::string_view name(Mood mood) { return mood == Mood::calm ? "calm" : "very \"cross\""; }
  static std::optional<Mood> parse(std::string_view label) {
    if (label == "calm") return Mood::calm;
    if (label == "very \"cross\"") return Mood::very_cross;
    return std::nullopt;
  }
};

namespace {

using testing::TestDatabase;

class CodecRoundTrip : public ::testing::Test {
 protected:
  CodecRoundTrip() : connection_(database_.url()) {
    connection_.execute_script(
        "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set lc_monetary = "
        "'C';"
        "create type mood as enum ('calm', 'very \"cross\"'); select setseed(0.5)");
  }

  /// The value as a parameter of that type, as the server prints it and as it comes back. concat() prints by
  /// the type's output function; a cast to text has rules of its own for a few types.
  template <class T>
  void expect_sent(const T& value, const std::string& type, const std::string& server_text) {
    SCOPED_TRACE(type + " " + server_text.substr(0, 80));
    Parameters parameters;
    parameters.add(value);
    const Result result = connection_.execute("select concat($1::" + type + "), $1::" + type, parameters);
    RowReader row(result, 0);
    const auto text = row.next<std::string>();
    EXPECT_TRUE(text == server_text) << "the server has " << text.substr(0, 200);
    EXPECT_TRUE(row.next<T>() == value);
  }

  /// Values given by their text: each is sent, and read from the server's own.
  template <class T>
  void expect_texts(const std::string& type, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      const auto value = TextParser<T>::parse(text);
      ASSERT_TRUE(value.has_value()) << type << " " << text;
      expect_sent(*value, type, text);
    }
    expect_literals<T>(type, texts);
  }

  /// Text that the server reads: what it makes of it decodes and prints as the server does.
  template <class T>
  void expect_literals(const std::string& type, const std::vector<std::string>& literals) {
    Parameters parameters;
    parameters.add(literals);
    const Result result = connection_.execute(
        "select v::" + type + ", concat(v::" + type + ") from unnest($1::text[]) v", parameters);
    ASSERT_EQ(result.rows(), static_cast<int>(literals.size()));
    expect_printed_alike<T>(result);
  }

  /// Rows made by an expression in n, which counts to `count`.
  template <class T>
  void expect_made(const std::string& expression, int count = 2000) {
    const Result result =
        connection_.execute("select v, concat(v) from (select " + expression + " v from generate_series(1, " +
                            std::to_string(count) + ") n) made");
    ASSERT_EQ(result.rows(), count);
    expect_printed_alike<T>(result);
  }

  template <class T>
  void expect_printed_alike(const Result& result) {
    for (int i = 0; i < result.rows(); ++i) {
      RowReader row(result, i);
      const T value = row.next<T>();
      const auto server_text = row.next<std::string>();
      ASSERT_EQ(to_text(value), server_text);
      if constexpr (requires { T::parse(server_text); }) {
        ASSERT_TRUE(T::parse(server_text) == value) << server_text;
      }
    }
  }

  TestDatabase database_;
  Connection connection_;
};

TEST_F(CodecRoundTrip, scalars) {
  expect_sent(true, "boolean", "t");
  expect_sent(false, "boolean", "f");
  expect_sent(std::numeric_limits<std::int16_t>::min(), "smallint", "-32768");
  expect_sent(std::numeric_limits<std::int32_t>::max(), "integer", "2147483647");
  expect_sent(std::numeric_limits<std::int64_t>::min(), "bigint", "-9223372036854775808");
  expect_sent(std::uint32_t{4294967295}, "oid", "4294967295");
  expect_sent(1.5F, "real", "1.5");
  expect_sent(std::numeric_limits<float>::denorm_min(), "real", "1e-45");
  expect_sent(std::numeric_limits<double>::max(), "double precision", "1.7976931348623157e+308");
  expect_sent(1e-38, "double precision", "1e-38");
  expect_sent(-0.0, "double precision", "-0");
  expect_sent(-std::numeric_limits<double>::infinity(), "double precision", "-Infinity");
}

TEST_F(CodecRoundTrip, nan_of_both_floats) {
  const Result result = connection_.execute("select 'NaN'::real, 'NaN'::double precision");
  RowReader row(result, 0);
  EXPECT_TRUE(std::isnan(row.next<float>()));
  EXPECT_TRUE(std::isnan(row.next<double>()));
  Parameters parameters;
  parameters.add(std::nan(""));
  EXPECT_EQ(RowReader(connection_.execute("select $1::float8::text", parameters), 0).next<std::string>(),
            "NaN");
}

TEST_F(CodecRoundTrip, text_and_bytes) {
  const std::string long_text(1 << 20, 'x');
  for (const char* type : {"text", "varchar", "varchar(2000000)"}) {
    expect_sent(std::string(), type, "");
    expect_sent(std::string("\xF0\x9F\x92\xA9 \xE2\x82\xAC '\"\\ \n"), type,
                "\xF0\x9F\x92\xA9 \xE2\x82\xAC '\"\\ \n");
    expect_sent(long_text, type, long_text);
  }
  expect_sent(std::string("name"), "name", "name");
  Parameters literal;
  literal.add("a literal");
  EXPECT_EQ(RowReader(connection_.execute("select $1::text", literal), 0).next<std::string>(), "a literal");
  expect_sent(std::vector<std::byte>{}, "bytea", "\\x");
  expect_sent(std::vector<std::byte>{std::byte{0}, std::byte{255}, std::byte{92}}, "bytea", "\\x00ff5c");
  const Result padded = connection_.execute("select 'ab'::char(5)");
  EXPECT_EQ(RowReader(padded, 0).next<std::string>(), "ab   ");
}

TEST_F(CodecRoundTrip, null_of_each_type) {
  Parameters parameters;
  parameters.add(std::optional<std::int32_t>()).add(std::optional<std::string>()).add(std::optional<Json>());
  parameters.add(std::optional<std::vector<std::string>>()).add(std::optional<Decimal>());
  const Result result =
      connection_.execute("select $1::int, $2::text, $3::jsonb, $4::text[], $5::numeric", parameters);
  RowReader row(result, 0);
  EXPECT_FALSE(row.next<std::optional<std::int32_t>>());
  EXPECT_FALSE(row.next<std::optional<std::string>>());
  EXPECT_FALSE(row.next<std::optional<Json>>());
  EXPECT_FALSE(row.next<std::optional<std::vector<std::string>>>());
  EXPECT_FALSE(row.next<std::optional<Decimal>>());
}

TEST_F(CodecRoundTrip, numeric) {
  expect_texts<Decimal>(
      "numeric", {"0", "0.000", "1.50", "-1", "10000", "99999999", "100000000", "0.0001", "0.00001",
                  "12345.678900", "NaN", "Infinity", "-Infinity", "0." + std::string(37, '0') + "1",
                  "1" + std::string(38, '0'), std::string(131072, '9'), "-0." + std::string(16382, '0') + "1",
                  std::string(1000, '8') + "." + std::string(1000, '7')});
  expect_literals<Decimal>("numeric", {"1e-38", "1e38", "-1.5e-3", "+5", ".5", "1e131071", "inf"});
  expect_made<Decimal>("((random() - 0.5) * 10 ^ (n % 60 - 30))::numeric");
  expect_made<Decimal>("round((random() * 1e6)::numeric, n % 9)");
}

TEST_F(CodecRoundTrip, uuid) {
  expect_texts<Uuid>("uuid", {"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "00000000-0000-0000-0000-000000000000",
                              "ffffffff-ffff-ffff-ffff-ffffffffffff"});
  expect_made<Uuid>("gen_random_uuid()", 100);
}

TEST_F(CodecRoundTrip, dates_and_times) {
  expect_texts<Date>("date", {"2000-01-01", "2024-02-29", "9999-12-31", "10000-01-01", "0001-01-01",
                              "0001-12-31 BC", "4714-11-24 BC", "5874897-12-31", "infinity", "-infinity"});
  expect_made<Date>("'4714-11-24 BC'::date + (random() * 6e6)::int");
  expect_texts<Time>("time", {"00:00:00", "24:00:00", "23:59:59.999999", "00:00:00.000001", "13:05:09.5"});
  expect_texts<TimeTz>("timetz", {"00:00:00+00", "24:00:00-15:59", "13:05:09.5+05:30", "01:02:03+15:59:59"});
  expect_texts<Timestamp>("timestamp",
                          {"2000-01-01 00:00:00", "1999-12-31 23:59:59.999999", "9999-12-31 23:59:59.999999",
                           "0044-03-15 12:00:00 BC", "4714-11-24 00:00:00 BC", "294276-12-31 23:59:59.999999",
                           "infinity", "-infinity"});
  expect_texts<TimestampTz>("timestamptz", {"2024-02-29 13:05:09.123456+00", "0044-03-15 12:00:00.5+00 BC",
                                            "4714-11-24 00:00:00+00 BC", "294276-12-31 23:59:59.999999+00",
                                            "infinity", "-infinity"});
  expect_made<TimestampTz>("'4714-11-24 00:00:00+00 BC'::timestamptz + random() * interval '20000 years'");
}

TEST_F(CodecRoundTrip, timestamptz_is_the_same_instant_in_another_zone) {
  connection_.execute_script("set timezone = 'Africa/Nairobi'");
  expect_sent(*TimestampTz::parse("2024-02-29 13:05:09+00"), "timestamptz", "2024-02-29 16:05:09+03");
  EXPECT_EQ(
      RowReader(connection_.execute("select '2024-02-29 16:05:09'::timestamptz"), 0).next<TimestampTz>(),
      *TimestampTz::parse("2024-02-29 13:05:09+00"));
}

TEST_F(CodecRoundTrip, interval) {
  expect_texts<Interval>("interval",
                         {"00:00:00", "1 year 2 mons 3 days 04:05:06.5", "-1 years -2 mons +3 days -04:05:06",
                          "1 day", "-1 days +02:00:00", "00:00:00.000001", "-00:00:01", "1 mon -1 days",
                          "178956970 years 7 mons 2147483646 days 2562047788:00:54.775807",
                          "-178956970 years -7 mons -2147483647 days -2562047788:00:54.775807"});
  expect_made<Interval>(
      "make_interval(months => (random() * 50 - 25)::int, days => (random() * 4 - 2)::int,"
      " secs => round((random() * 4e5 - 2e5)::numeric, n % 7)::float8)");
}

TEST_F(CodecRoundTrip, json_and_jsonb) {
  const std::string spaced = "{ \"b\": [1, null],\n \"a\": \"\xF0\x9F\x92\xA9\" }";
  expect_sent(Json(spaced), "json", spaced);
  expect_sent(Json(R"({"a": [1, null, "\"x\\"]})"), "jsonb", R"({"a": [1, null, "\"x\\"]})");
  expect_sent(Json("null"), "jsonb", "null");
  expect_literals<Json>("json", {spaced, "1e400", "\"\\u20ac\""});
  expect_literals<Json>("jsonb", {spaced, "{}", "[]", "1.00", "\"\\u20ac\"", "{\"b\":1,\"a\":1,\"b\":2}"});
}

TEST_F(CodecRoundTrip, network_addresses) {
  expect_texts<Inet>("inet", {"192.0.2.1", "192.0.2.1/24", "0.0.0.0/0", "255.255.255.255", "::", "::/0",
                              "::1", "1::", "2001:db8::1/64", "::ffff:192.0.2.1/96", "::1.2.3.4", "::0.5.0.0",
                              "1:0:0:2::3", "1:0:2:3:4:5:6:7", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"});
  expect_texts<Cidr>("cidr", {"10.0.0.0/8", "10.1.2.3/32", "0.0.0.0/0", "2001:db8::/32", "::/0", "::1/128"});
  expect_literals<Cidr>("cidr", {"10", "10.1/16", "2001:db8::"});
  // Words that are often zero, so that every kind of run comes up.
  expect_made<Inet>(
      "(select string_agg(case when random() < 0.6 then '0' when random() < 0.2 then 'ffff'"
      " else to_hex((random() * 65535)::int) end, ':') from generate_series(1, 8) word where n > 0)::inet");
  expect_texts<MacAddr>("macaddr", {"08:00:2b:01:02:03", "ff:ff:ff:ff:ff:ff"});
  expect_texts<MacAddr8>("macaddr8", {"08:00:2b:01:02:03:04:05", "00:00:00:00:00:00:00:00"});
}

TEST_F(CodecRoundTrip, bits) {
  expect_texts<BitString>("varbit", {"", "0", "1", "010101011", std::string(1000, '1')});
  expect_texts<BitString>("bit(9)", {"010101011"});
}

TEST_F(CodecRoundTrip, money_and_xml) {
  expect_texts<Money>(
      "money", {"$0.00", "-$0.05", "$1,234.56", "$92,233,720,368,547,758.07", "-$92,233,720,368,547,758.08"});
  expect_sent(Xml("<a b=\"1\">\xF0\x9F\x92\xA9<!-- c --></a>"), "xml",
              "<a b=\"1\">\xF0\x9F\x92\xA9<!-- c --></a>");
  expect_sent(Xml("two <b>pieces</b>"), "xml", "two <b>pieces</b>");
}

TEST_F(CodecRoundTrip, ranges) {
  expect_texts<Range<std::int32_t>>("int4range",
                                    {"empty", "[1,5)", "(,5)", "[1,)", "(,)", "[-2147483648,2147483647)"});
  expect_texts<Range<std::int64_t>>("int8range", {"empty", "[-9223372036854775808,9223372036854775807)"});
  expect_texts<Range<Decimal>>("numrange",
                               {"empty", "[1.50,2.5]", "(-Infinity,Infinity)", "(,NaN]", "(0.1,)"});
  expect_texts<Range<Date>>(
      "daterange", {"empty", "[2024-01-01,2024-02-01)", "[-infinity,infinity)", "(,\"0044-03-15 BC\")"});
  expect_texts<Range<Timestamp>>(
      "tsrange", {"empty", "[\"2024-01-01 00:00:00\",\"2024-01-02 00:00:00\")", "(,infinity]"});
  expect_texts<Range<TimestampTz>>("tstzrange",
                                   {"[\"2024-01-01 00:00:00+00\",\"2024-01-02 00:00:00+00\"]", "(,)"});
  expect_sent(Range<std::int32_t>::half_open(3, 3 + 1), "int4range", "[3,4)");
  expect_literals<Range<std::int32_t>>("int4range", {"[1,3]", "(1,1)", "[,]"});
}

TEST_F(CodecRoundTrip, multiranges) {
  expect_texts<Multirange<std::int32_t>>("int4multirange", {"{}", "{[1,2)}", "{(,2),[5,)}"});
  expect_texts<Multirange<std::int64_t>>("int8multirange", {"{[1,9223372036854775807)}"});
  expect_texts<Multirange<Decimal>>("nummultirange", {"{[1.50,2.5],(3,4)}"});
  expect_texts<Multirange<Date>>("datemultirange", {"{[2024-01-01,2024-02-01),[2025-01-01,)}"});
  expect_texts<Multirange<Timestamp>>("tsmultirange",
                                      {"{[\"2024-01-01 00:00:00\",\"2024-01-02 00:00:00\")}"});
  expect_texts<Multirange<TimestampTz>>("tstzmultirange", {"{(,\"2024-01-02 00:00:00+00\")}"});
}

TEST_F(CodecRoundTrip, text_search) {
  expect_sent(TsVector("'a':1A,2B 'b':3C,4 'back\\\\slash' 'ca''t'"), "tsvector",
              "'a':1A,2B 'b':3C,4 'back\\\\slash' 'ca''t'");
  expect_literals<TsVector>("tsvector", {"", "fat cat fat", "'ca''t':16383 x:1A,1B", "\xF0\x9F\x92\xA9:1"});
  expect_literals<TsQuery>(
      "tsquery",
      {"", "a", "'ca''t' & 'b\\\\s'", "a:*", "a:AB & b:*CD", "a & b | c", "a & (b | c)", "!a & !(b | c)",
       "!!a", "a <-> b <-> c", "a <-> (b <-> c)", "(a <-> b) <3> c", "a <-> (b & c)", "(a | b) <2> !c",
       "!(a <-> b)", "a | (b | (c | d))", "((a & b) & c) & d", "a <0> b"});
}

TEST_F(CodecRoundTrip, tsquery_trees_of_all_shapes) {
  connection_.execute_script(
      "create function pg_temp.tree(depth int) returns text language plpgsql as $$ begin"
      " if depth = 0 or random() < 0.2 then return chr(97 + (random() * 25)::int); end if;"
      " case (random() * 4)::int when 0 then return '!' || '(' || pg_temp.tree(depth - 1) || ')';"
      " when 1 then return '(' || pg_temp.tree(depth - 1) || ' & ' || pg_temp.tree(depth - 1) || ')';"
      " when 2 then return '(' || pg_temp.tree(depth - 1) || ' | ' || pg_temp.tree(depth - 1) || ')';"
      " else return '(' || pg_temp.tree(depth - 1) || ' <' || (random() * 3)::int || '> ' || "
      "pg_temp.tree(depth - 1)"
      " || ')'; end case; end $$");
  expect_made<TsQuery>("pg_temp.tree(2 + n % 4)::tsquery", 1000);
}

TEST_F(CodecRoundTrip, enums) {
  expect_sent(Mood::very_cross, "mood", "very \"cross\"");
  expect_sent(std::vector<Mood>{Mood::calm, Mood::very_cross}, "mood[]", "{calm,\"very \\\"cross\\\"\"}");
  expect_sent(std::vector<Mood>{}, "mood[]", "{}");
}

TEST_F(CodecRoundTrip, arrays) {
  using Strings = std::vector<std::string>;
  expect_sent(std::vector<std::int32_t>{}, "int[]", "{}");
  expect_sent(std::vector<std::int32_t>{1, -2}, "int[]", "{1,-2}");
  expect_sent(std::vector<bool>{true, false}, "bool[]", "{t,f}");
  expect_sent(std::vector<std::vector<std::int64_t>>{{1, 2}, {3, 4}}, "bigint[]", "{{1,2},{3,4}}");
  expect_sent(std::vector<std::optional<std::int32_t>>{1, std::nullopt}, "int[]", "{1,NULL}");
  expect_sent(Strings{"a", "", "NULL", "q\"u\\o,te{}", "\xF0\x9F\x92\xA9"}, "text[]",
              "{a,\"\",\"NULL\",\"q\\\"u\\\\o,te{}\",\xF0\x9F\x92\xA9}");
  expect_sent(std::vector<std::optional<std::string>>{std::nullopt, "x"}, "varchar[]", "{NULL,x}");
  expect_sent(std::vector<Strings>{{"a", "b"}, {"c", "d"}}, "text[]", "{{a,b},{c,d}}");
  expect_sent(std::vector<std::vector<std::optional<std::string>>>{{"a", std::nullopt}}, "text[]",
              "{{a,NULL}}");
  expect_sent(std::vector<std::vector<std::vector<std::int16_t>>>{{{1}, {2}}}, "smallint[]", "{{{1},{2}}}");
  expect_sent(std::vector<Uuid>{Uuid()}, "uuid[]", "{00000000-0000-0000-0000-000000000000}");
  expect_sent(std::vector<Decimal>{*Decimal::parse("1.50"), *Decimal::parse("NaN")}, "numeric[]",
              "{1.50,NaN}");
  expect_sent(std::vector<Date>{Date::infinity()}, "date[]", "{infinity}");
  expect_sent(std::vector<std::vector<std::byte>>{{std::byte{1}}, {}}, "bytea[]", "{\"\\\\x01\",\"\\\\x\"}");
  expect_sent(std::vector<Json>{Json(R"({"a": 1})")}, "jsonb[]", R"({"{\"a\": 1}"})");
  expect_sent(std::vector<Json>{Json("[]")}, "json[]", "{[]}");
  expect_sent(std::vector<Range<std::int32_t>>{Range<std::int32_t>::half_open(1, 2)}, "int4range[]",
              "{\"[1,2)\"}");
  expect_sent(std::vector<BitString>{*BitString::parse("01")}, "varbit[]", "{01}");
  expect_sent(std::vector<TsQuery>{TsQuery("'a' & 'b'")}, "tsquery[]", "{\"'a' & 'b'\"}");
  expect_sent(std::vector<Xml>{Xml("<a/>")}, "xml[]", "{<a/>}");
  expect_sent(std::vector<Inet>{*Inet::parse("::1")}, "inet[]", "{::1}");
}

// Sent as text, a parameter would be compared with these columns by text's rules.
TEST_F(CodecRoundTrip, columns_settle_the_types_of_parameters) {
  connection_.execute_script(
      "create table t (c char(5), v varchar(9), m mood, j json, b jsonb, ms mood[], vs varchar(9)[], bits "
      "bit(3), x xml,"
      " w tsvector)");
  Parameters row;
  row.add(std::string("ab")).add(std::string("v")).add(Mood::calm).add(Json("{}")).add(Json("[1]"));
  row.add(std::vector<Mood>{Mood::calm}).add(std::vector<std::string>{"s"});
  row.add(*BitString::parse("101")).add(Xml("<a/>")).add(TsVector("w"));
  connection_.execute(
      "insert into t values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10), ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
      "$10)",
      row);
  Parameters key;
  key.add(std::string("ab   ")).add(std::vector<Mood>{Mood::calm}).add(Json("[1]"));
  key.add(std::vector<std::string>{"s", "v"})
      .add(*BitString::parse("101"))
      .add(std::vector<std::string>{"ab   "});
  const Result found = connection_.execute(
      "select count(*) from t where c = $1 and m = any($2) and b @> $3 and vs && $4 and bits = $5 and c = "
      "any($6)",
      key);
  EXPECT_EQ(RowReader(found, 0).next<std::int64_t>(), 2);
}

TEST_F(CodecRoundTrip, a_zero_byte_in_text_is_refused_by_the_server) {
  Parameters parameters;
  parameters.add(std::string("a\0b", 3));
  EXPECT_THROW(connection_.execute("select $1::text", parameters), QueryError);
}

}  // namespace
}  // namespace schemac
