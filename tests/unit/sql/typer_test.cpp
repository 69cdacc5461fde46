// The facts, and what they make of expressions; tests/acceptance/facts_test.cpp asks a server about the rest.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "sql/expression.hpp"
#include "sql/facts.hpp"
#include "sql/null_truth.hpp"
#include "sql/operator_class.hpp"

namespace schemac::compiler::sql {
namespace {

class Bills final : public Scope {
 public:
  std::string column_type(std::string_view column, std::size_t) const override {
    static const std::map<std::string_view, std::string> kColumns = {
        {"title", "character varying(50)"},
        {"opened_at", "timestamp(3) with time zone"},
        {"status", "public.bill_status"},
        {"score", "integer"},
    };
    const auto found = kColumns.find(column);
    return found == kColumns.end() ? std::string() : found->second;
  }
  const std::vector<std::string>* enum_values(std::string_view name) const override {
    static const std::vector<std::string> kValues = {"draft", "law"};
    return name == "bill_status" ? &kValues : nullptr;
  }
  std::string value_mistake(std::string_view text, std::string_view type) const override {
    return type == "integer" && text == "x" ? "no number" : "";
  }
  bool defines_function(std::string_view name) const override { return name == "ours"; }
  bool has_extension(std::string_view name) const override { return name == "postgis" && unknown_parts; }
  bool has_unknown_parts() const override { return unknown_parts; }

  bool unknown_parts = false;
};

Expression typed(std::string_view text, const Bills& bills, Place place = Place::index_key) {
  const Context context{bills, place};
  return std::get<Expression>(parse_expression(text, false, &context));
}

std::string codes(std::string_view text, const Bills& bills = {}, Place place = Place::index_key) {
  std::string list;
  for (const Objection& objection : typed(text, bills, place).objections) {
    list += (list.empty() ? "" : " ") + std::string(objection.code);
  }
  return list;
}

TEST(Facts, types_go_by_both_of_their_names) {
  EXPECT_EQ(facts::type_named("integer"), facts::type_named("int4"));
  EXPECT_EQ(facts::type_named("text[]"), facts::type_named("_text"));
  EXPECT_EQ(facts::printed(facts::type_named("_timestamptz")), "timestamp with time zone[]");
  EXPECT_EQ(facts::type_named("nothing"), kNoType);
}

TEST(Facts, volatility_belongs_to_the_overload) {
  for (const FunctionFact& function : facts::functions("to_tsvector")) {
    const auto arguments = facts::arguments(function);
    if (arguments.front() == facts::type_named("regconfig")) {
      EXPECT_EQ(function.volatility, 'i');
    } else {
      EXPECT_EQ(function.volatility, 's');
    }
  }
}

TEST(Typer, knows_the_types_of_expressions) {
  const Bills bills;
  EXPECT_EQ(typed("upper(title)", bills).type, "text");
  EXPECT_EQ(typed("score + 1.5", bills).type, "numeric");
  EXPECT_EQ(typed("opened_at - opened_at", bills).type, "interval");
  EXPECT_EQ(typed("ARRAY[status]", bills).type, "bill_status[]");
  EXPECT_EQ(typed("CASE WHEN score > 1 THEN 'a' ELSE title END", bills).type, "character varying");
  EXPECT_EQ(typed("no_column + 1", bills).type, "");
}

TEST(Typer, objects_to_what_the_server_refuses) {
  EXPECT_EQ(codes("now()"), "SC1202");
  EXPECT_EQ(codes("now()", {}, Place::default_value), "");
  EXPECT_EQ(codes("status = 'drift'"), "SC1204");
  EXPECT_EQ(codes("score = 'x'"), "SC1204");
  EXPECT_EQ(codes("ARRAY[score] = '1'"), "SC1204");
  EXPECT_EQ(codes("lenght(title)"), "SC1205");
  EXPECT_EQ(codes("max(score)"), "SC1206");
  EXPECT_EQ(codes("title + score"), "SC1207");
  EXPECT_EQ(codes("title", {}, Place::check), "SC1203");
  EXPECT_EQ(codes("to_tsvector('englsh', title)"), "SC1210");
  EXPECT_EQ(codes("digest(title, 'md5')"), "SC1107");
}

TEST(Typer, never_accuses_what_it_does_not_know) {
  Bills bills;
  EXPECT_EQ(codes("ours(title) + no_column", bills), "");
  EXPECT_EQ(codes("ours(title)", bills, Place::check), "");
  EXPECT_EQ(codes("elsewhere.now()", bills), "");
  bills.unknown_parts = true;
  EXPECT_EQ(codes("st_area(title) > 1", bills), "");
  EXPECT_EQ(codes("title + score", bills), "");
}

TEST(Typer, points_at_what_is_meant) {
  const Bills bills;
  const Expression expression = typed("  score > 1 AND status IN ('draft', 'lwa')", bills);
  ASSERT_EQ(expression.objections.size(), 1U);
  EXPECT_EQ(expression.objections[0].begin, 36U);
  EXPECT_EQ(expression.objections[0].end, 41U);
  EXPECT_EQ(expression.objections[0].help, "did you mean `law`?");
}

TEST(OperatorClasses, fit_the_type_and_the_method) {
  const Bills bills;
  EXPECT_FALSE(operator_class_mistake(bills, "btree", "", "uuid"));
  EXPECT_FALSE(operator_class_mistake(bills, "btree", "text_pattern_ops", "character varying(5)"));
  EXPECT_EQ(operator_class_mistake(bills, "gin", "", "uuid")->code, "SC1424");
  EXPECT_EQ(operator_class_mistake(bills, "gin", "gin_trgm_ops", "text")->code, "SC1107");
  EXPECT_EQ(operator_class_mistake(bills, "btree", "uuid_opps", "uuid")->code, "SC1422");
  EXPECT_FALSE(operator_class_mistake(bills, "hnsw", "", "public.vector"));
}

TEST(NullTruth, is_false_only_where_it_must_be) {
  const std::vector<std::string> columns = {"a"};
  EXPECT_TRUE(is_false_when_null("a IS NOT NULL", columns));
  EXPECT_TRUE(is_false_when_null("b > 1 AND NOT (a IS NULL)", columns));
  EXPECT_FALSE(is_false_when_null("b > 1 OR a IS NOT NULL", columns));
  EXPECT_FALSE(is_false_when_null("a > 1", columns));
  EXPECT_FALSE(is_false_when_null("a > 1 OR a IS NOT NULL", columns));
  EXPECT_FALSE(is_false_when_null("b IS NOT NULL", columns));
}

}  // namespace
}  // namespace schemac::compiler::sql
