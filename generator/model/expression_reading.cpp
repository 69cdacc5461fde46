// The draft as a scope, and expressions read against it.
#include "model/expression_reading.hpp"

#include <algorithm>

#include "model/enumeration.hpp"
#include "sql/facts.hpp"
#include "sql/operator_class.hpp"

namespace schemac::compiler::model {

namespace {

constexpr std::string_view kUnknownFunction = "SC1205";

}  // namespace

DraftScope::DraftScope(const Draft& draft, const TableDraft* table)
    : DraftScope(draft, [table](std::string_view column, std::size_t) {
        const ColumnDraft* found = table == nullptr ? nullptr : table->column(column);
        return found == nullptr ? std::string() : found->state.type;
      }) {}

std::string DraftScope::column_type(std::string_view column, std::size_t at) const {
  return columns_(column, at);
}

const std::vector<std::string>* DraftScope::enum_values(std::string_view name) const {
  for (const std::string& schema : {draft_.schema, std::string(kDefaultSchema)}) {
    const Object* found = draft_.find({std::string(kEnumKind), schema, std::string(name), {}});
    if (found != nullptr) return &found->state.as<Enumeration>().values;
  }
  return nullptr;
}

std::string DraftScope::value_mistake(std::string_view text, std::string_view type) const {
  return draft_.value_mistake ? draft_.value_mistake(text, type) : std::string();
}

bool DraftScope::defines_function(std::string_view name) const {
  return draft_.defines_function(name);
}

bool DraftScope::has_extension(std::string_view name) const {
  return draft_.find({std::string(kExtensionKind), {}, std::string(name), {}}) != nullptr;
}

bool DraftScope::has_unknown_parts() const {
  const auto extensions = draft_.names_of(kExtensionKind);
  return std::any_of(extensions.begin(), extensions.end(),
                     [](const std::string& name) { return !sql::facts::knows_extension(name); });
}

void object(Draft& draft, const syntax::Value& value, std::size_t offset, const sql::Expression& expression) {
  for (const sql::Objection& found : expression.objections) {
    std::vector<std::string> functions;
    for (const sql::Mention& function : expression.functions) {
      // Whether a function is there at all depends on no other's result.
      if (found.code != kUnknownFunction || function.begin == found.begin) functions.push_back(function.name);
    }
    draft.object_later(std::move(functions),
                       syntax::span_inside(draft.sources(), value, offset + found.begin, offset + found.end),
                       found);
  }
}

std::optional<sql::Expression> read_expression(Draft& draft, const syntax::Value& value,
                                               const TableDraft& table, sql::Place place,
                                               const std::string& target) {
  if (!draft.expect(value, syntax::Kind::string, "an SQL expression")) return std::nullopt;
  const DraftScope scope(draft, &table);
  const sql::Context context{scope, place, target};
  auto parsed = sql::parse_expression(value.text, place == sql::Place::policy, &context);
  if (const auto* error = std::get_if<sql::SqlError>(&parsed)) {
    draft.sql_error(value, error->begin, error->end, error->message);
    return std::nullopt;
  }
  auto& expression = std::get<sql::Expression>(parsed);
  for (const sql::Mention& column : expression.columns) {
    draft.expect_column(table, column.name,
                        syntax::span_inside(draft.sources(), value, column.begin, column.end));
  }
  object(draft, value, 0, expression);
  return std::move(expression);
}

void expect_indexable(Draft& draft, const ColumnDraft& column, support::Span place, std::string_view method) {
  const DraftScope scope(draft, nullptr);
  if (auto mistake = sql::operator_class_mistake(scope, method, {}, column.state.type))
    draft.object_later({}, place, *std::move(mistake));
}

}  // namespace schemac::compiler::model
