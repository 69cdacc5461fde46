// Column types: spellings and parameters, and JSON literals as SQL. What texts they refuse is tested on a
// server (acceptance/literals_test.cpp).
#include "model/column_type.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/column_types.hpp"
#include "support/diagnostic.hpp"
#include "syntax/parse.hpp"

namespace schemac::compiler::types {
namespace {

using model::Refusal;
using model::TypeUse;
using testing::spelled_type;

std::string sql_of(std::string_view spelling) {
  auto spelled = spelled_type(spelling);
  if (auto* refusal = std::get_if<Refusal>(&spelled.use)) return "refused: " + refusal->message;
  return std::get<TypeUse>(spelled.use).sql;
}

std::string literal_of(std::string_view spelling, const std::string& json) {
  support::Sources sources;
  support::Diagnostics diagnostics;
  auto file = sources.add("test.json", "{\"default\": " + json + "}");
  auto document = syntax::parse(sources, file, diagnostics);
  auto spelled = spelled_type(spelling);
  auto written = spelled.type->literal(*document->root.find("default"), std::get<TypeUse>(spelled.use));
  if (std::holds_alternative<Refusal>(written)) return "refused";
  return std::get<std::string>(written);
}

TEST(ColumnType, prints_as_postgres_prints_it) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"varchar(50)", "character varying(50)"},
      {"character varying(50)", "character varying(50)"},
      {"varchar", "character varying"},
      {"char", "character(1)"},
      {"char(3)", "character(3)"},
      {"int", "integer"},
      {"int8", "bigint"},
      {"bigserial", "bigint"},
      {"float8", "double precision"},
      {"float(24)", "real"},
      {"float(25)", "double precision"},
      {"numeric(12, 2)", "numeric(12,2)"},
      {"decimal(12)", "numeric(12,0)"},
      {"numeric(5,7)", "numeric(5,7)"},
      {"numeric(3,-2)", "numeric(3,-2)"},
      {"timestamptz", "timestamp with time zone"},
      {"timestamptz(3)", "timestamp(3) with time zone"},
      {"timestamp(0)", "timestamp(0) without time zone"},
      {"time", "time without time zone"},
      {"timetz(6)", "time(6) with time zone"},
      {"interval(2)", "interval(2)"},
      {"bit", "bit(1)"},
      {"varbit(8)", "bit varying(8)"},
      {"citext", "public.citext"},
      {"text[]", "text[]"}};
  for (const auto& [spelling, sql] : cases) EXPECT_EQ(sql_of(spelling), sql) << spelling;
}

TEST(ColumnType, refuses_parameters_that_postgres_would_refuse_or_change) {
  for (const std::string spelling :
       {"varchar(0)", "varchar(10485761)", "varchar(a)", "varchar(1,2)", "text(5)", "numeric(0)",
        "numeric(1001,2)", "numeric(10,1001)", "numeric(1,2,3)", "timestamptz(9)", "timestamp(-1)",
        "interval(7)", "bit(0)", "float(54)", "integer(4)", "uuid(1)"}) {
    EXPECT_EQ(sql_of(spelling).substr(0, 8), "refused:") << spelling;
  }
}

TEST(ColumnType, serial_spellings_say_so) {
  EXPECT_TRUE(std::get<TypeUse>(spelled_type("serial").use).serial);
  EXPECT_FALSE(std::get<TypeUse>(spelled_type("integer").use).serial);
}

/// Type, JSON, SQL.
const std::vector<std::vector<std::string>> kLiterals{
    {"smallint", "70", "70"},
    {"smallint", "-70", "-70"},
    {"smallint", "70000", "refused"},
    {"smallint", "1.5", "refused"},
    {"smallint", "\"1\"", "refused"},
    {"bigint", "9223372036854775807", "9223372036854775807"},
    {"bigint", "9223372036854775808", "refused"},
    {"boolean", "true", "true"},
    {"boolean", "\"yes\"", "refused"},
    {"numeric(12,2)", "0.5", "0.5"},
    {"numeric(12,2)", "0.500", "0.500"},
    {"numeric(12,2)", "0.005", "refused"},
    {"numeric(3,1)", "99.9", "99.9"},
    {"numeric(3,1)", "100", "refused"},
    {"real", "1e39", "refused"},
    {"double precision", "\"NaN\"", "'NaN'"},
    {"money", "1.25", "1.25"},
    {"money", "1.255", "refused"},
    {"money", "92233720368547758.07", "92233720368547758.07"},
    {"money", "92233720368547758.08", "refused"},
    {"text", "\"it's\"", "'it''s'"},
    {"text", "5", "refused"},
    {"text", "\"\\u0000\"", "refused"},
    {"text", "null", "refused"},
    {"varchar(3)", "\"abcd\"", "refused"},
    {"uuid", "\"abc\"", "refused"},
    {"date", "\"2026-02-28\"", "'2026-02-28'"},
    {"date", "\"2026-02-30\"", "refused"},
    {"date", "\"now\"", "refused"},
    {"date", "\"infinity\"", "'infinity'"},
    {"timestamptz", "\"2026-01-01T00:00:00Z\"", "'2026-01-01T00:00:00Z'"},
    {"timestamptz", "\"2026-01-01T00:00:00\"", "refused"},
    {"timestamp", "\"2026-01-01T00:00:00Z\"", "refused"},
    {"timestamp", "\"2026-01-01\"", "'2026-01-01'"},
    {"time", "\"23:59\"", "'23:59'"},
    {"interval", "\"1 day\"", "'1 day'"},
    {"interval", "\"1 dayz\"", "refused"},
    {"bytea", "\"\\\\x00ff\"", "'\\x00ff'"},
    {"bytea", "\"abc\"", "refused"},
    {"jsonb", "{}", "'{}'"},
    {"jsonb", "[1, \"a\"]", "'[1,\"a\"]'"},
    {"jsonb", "\"a\"", "'\"a\"'"},
    {"inet", "\"10.0.0.256\"", "refused"},
    {"cidr", "\"10.0.0.1/8\"", "refused"},
    {"int4range", "\"[1,5)\"", "'[1,5)'"},
    {"int4range", "\"[5,1)\"", "refused"},
    {"text[]", "[]", "'{}'"},
    {"text[]", "[\"a\", \"b \\\"c\\\"\"]", "'{\"a\",\"b \\\"c\\\"\"}'"},
    {"integer[]", "[1, 2]", "'{1,2}'"},
    {"integer[]", "[1, \"a\"]", "refused"},
    {"integer[]", "[null]", "refused"},
    {"integer[][]", "[[1], [2]]", "'{{1},{2}}'"},
    {"integer[][]", "[[1], [2, 3]]", "refused"},
    {"integer[]", "1", "refused"}};

TEST(ColumnType, writes_json_literals_as_sql) {
  for (const auto& row : kLiterals) EXPECT_EQ(literal_of(row[0], row[1]), row[2]) << row[0] << " " << row[1];
}

}  // namespace
}  // namespace schemac::compiler::types
