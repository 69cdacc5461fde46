// What a column holds when nothing is given.
#include "resolve/defaults.hpp"

#include <algorithm>

#include "model/enumeration.hpp"
#include "model/expression_reading.hpp"
#include "sql/expression.hpp"
#include "support/array_text.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::resolve {

using model::Draft;
using model::Refusal;
using support::Span;

namespace {

const std::vector<std::string>& enum_values(const Draft& draft, const model::TypeUse& type) {
  static const std::vector<std::string> kNone;
  for (const std::string& schema : {draft.schema, std::string(model::kDefaultSchema)}) {
    if (const auto* found = draft.find({std::string(model::kEnumKind), schema, type.enumeration, {}})) {
      return found->state.as<model::Enumeration>().values;
    }
  }
  return kNone;
}

void refuse_enum_value(Draft& draft, Span place, std::string_view text, const model::TypeUse& type) {
  const auto& values = enum_values(draft, type);
  if (std::find(values.begin(), values.end(), text) != values.end()) return;
  const std::vector<std::string_view> candidates(values.begin(), values.end());
  draft.diagnostics()
      .error(place, "SC1106", "`" + std::string(text) + "` is not a value of `" + type.enumeration + "`")
      .help = support::did_you_mean(text, candidates);
}

void refuse_enum_array(Draft& draft, Span place, std::string_view text, const model::TypeUse& type) {
  bool unsure = false;
  const auto array = support::parse_array_text(text, unsure);
  if (!array) {
    draft.diagnostics().error(place, "SC1106", "`" + std::string(text) + "` is not an array").help =
        "an array literal stands in braces: '{}'";
    return;
  }
  for (const std::string& element : array->elements) refuse_enum_value(draft, place, element, type);
}

/// One item of an array literal, quoted so that it means itself.
std::string array_item(std::string_view sql) {
  if (!sql.starts_with('\'')) return std::string(sql);
  std::string item = "\"";
  for (std::size_t i = 1; i + 1 < sql.size(); ++i) {
    if (sql[i] == '\'') ++i;
    if (sql[i] == '"' || sql[i] == '\\') item += '\\';
    item += sql[i];
  }
  return item + '"';
}

std::string array_default(Draft& draft, const syntax::Value& literal, ResolvedType element) {
  element.use.dimensions = 0;
  std::string text = "{";
  for (const syntax::Value& item : literal.items) {
    const std::string sql = item.is(syntax::Kind::null) ? "NULL" : read_json_default(draft, item, element);
    if (text.size() > 1) text += ',';
    text += array_item(sql);
  }
  return support::quote_literal(text + "}");
}

}  // namespace

void expect_value(Draft& draft, Span place, std::string_view text, const ResolvedType& type) {
  if (type.use.shape == model::Shape::enumeration) {
    (type.use.dimensions > 0 ? refuse_enum_array : refuse_enum_value)(draft, place, text, type.use);
  } else if (type.type != nullptr) {
    const auto refusal = type.type->refuse_text(text, type.use);
    if (refusal) draft.diagnostics().error(place, "SC1106", refusal->message).help = refusal->help;
  }
}

std::string read_sql_default(Draft& draft, const syntax::Value& value, Range range,
                             const ResolvedType& type) {
  const std::string_view text = std::string_view(value.text).substr(range.begin, range.end - range.begin);
  const model::DraftScope scope(draft, nullptr);
  const sql::Context context{scope, sql::Place::default_value, type.use.sql};
  auto parsed = sql::parse_expression(text, false, &context);
  const auto place = [&](std::size_t begin, std::size_t end) {
    return syntax::span_inside(draft.sources(), value, range.begin + begin, range.begin + end);
  };
  if (const auto* error = std::get_if<sql::SqlError>(&parsed)) {
    auto& finding = draft.diagnostics().error(place(error->begin, error->end), "SC1201", error->message);
    if (text.starts_with('{')) finding.help = "a list stands in single quotes: '" + std::string(text) + "'";
    return {};
  }
  const auto& expression = std::get<sql::Expression>(parsed);
  for (const sql::Mention& column : expression.columns) {
    draft.diagnostics()
        .error(place(column.begin, column.end), "SC1108", "a default cannot refer to a column")
        .help = "text stands in single quotes: '" + column.name + "'";
  }
  model::object(draft, value, range.begin, expression);
  if (expression.is_string_literal) expect_value(draft, place(0, text.size()), expression.literal, type);
  return expression.canonical;
}

std::string read_json_default(Draft& draft, const syntax::Value& literal, const ResolvedType& type) {
  if (literal.is(syntax::Kind::null)) return "NULL";
  if (type.use.dimensions > 0) {
    if (!draft.expect(literal, syntax::Kind::array, "the default of an array")) return {};
    return array_default(draft, literal, type);
  }
  if (type.use.shape == model::Shape::enumeration) {
    if (!draft.expect(literal, syntax::Kind::string, "the default of an enum")) return {};
    refuse_enum_value(draft, literal.span, literal.text, type.use);
    return support::quote_literal(literal.text);
  }
  if (type.type == nullptr) {
    draft.diagnostics().error(literal.span, "SC1106", "a \"sql_type\" takes its default as \"default_sql\"");
    return {};
  }
  auto sql = type.type->literal(literal, type.use);
  if (const auto* refusal = std::get_if<Refusal>(&sql)) {
    draft.diagnostics().error(literal.span, "SC1106", refusal->message).help = refusal->help;
    return {};
  }
  return std::get<std::string>(sql);
}

}  // namespace schemac::compiler::resolve
