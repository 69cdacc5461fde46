// "search": {"column", "config", "weights"} — full-text search: a stored tsvector over weighted columns, and
// its GIN index. Source: PostgreSQL documentation, chapter 12.3 "Controlling Text Search" (setweight)
// and 12.2.2 (generated columns).
#include <array>

#include "features/added_column.hpp"
#include "features/features.hpp"
#include "model/constraint_names.hpp"
#include "model/index.hpp"
#include "sql/facts.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::features {

namespace {

using syntax::Kind;
using syntax::Value;

constexpr std::array<std::string_view, 4> kWeights = {"A", "B", "C", "D"};
constexpr std::array<model::MemberSpec, 4> kWeightKeys = {{
    {kWeights[0], "Columns whose words weigh most.", &model::kColumnsForm},
    {kWeights[1], "Columns whose words weigh less than those of A.", &model::kColumnsForm},
    {kWeights[2], "Columns whose words weigh less than those of B.", &model::kColumnsForm},
    {kWeights[3], "Columns whose words weigh least.", &model::kColumnsForm},
}};
constexpr model::ValueForm kWeightsForm = model::object_of(kWeightKeys);
constexpr std::array<model::MemberSpec, 3> kKeysOfSearch = {{
    {"column", "The tsvector column that is made; search_vector unless given.", &model::kTextForm},
    {"config", "The text search configuration, a language mostly; simple unless given.", &model::kTextForm},
    {"weights", "The text columns to search, by what a word in them weighs: A most, D least.", &kWeightsForm,
     true},
}};
constexpr model::ValueForm kSearchForm = model::object_of(kKeysOfSearch);

class Search final : public model::Feature {
 public:
  [[nodiscard]] std::span<const model::KeySpec> keys() const override {
    static constexpr std::array<model::KeySpec, 1> kKeys = {
        {{model::Scope::table, "search", "Full-text search over weighted text columns.", false,
          &kSearchForm}}};
    return kKeys;
  }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, Kind::object, "\"search\"")) return;
    draft.refuse_unknown_keys(member.value, kKeysOfSearch, "\"search\"");
    const std::string config = text(member.value, "config", "simple", draft);
    if (const Value* value = member.value.find("config")) expect_config(*value, draft);
    const std::string name = text(member.value, "column", "search_vector", draft);
    const std::string expression = weighted_vector(member, config, *table, draft);
    if (expression.empty()) return;

    model::ColumnDraft column;
    column.name = name;
    column.state.type = "tsvector";
    column.state.nullable = true;
    column.state.generated = expression;
    column.notes.type.sql = column.state.type;
    column.notes.type.shape = model::Shape::ts_vector;
    column.notes.doc = "What full-text search looks in; made by the server.";
    add_column(std::move(column), member, *table, draft);
    add_index(name, member, *table, draft);
  }

 private:
  /// A configuration of the project's own database is named with its schema.
  static void expect_config(const Value& config, model::Draft& draft) {
    const std::string_view name = config.text;
    const std::size_t dot = name.find('.');
    if (name.starts_with("pg_catalog.") || dot == std::string_view::npos) {
      const std::string_view own = dot == std::string_view::npos ? name : name.substr(dot + 1);
      if (sql::facts::is_text_search_configuration(own)) return;
    } else if (support::is_snake_case(name.substr(0, dot)) && support::is_snake_case(name.substr(dot + 1))) {
      return;
    }
    draft.diagnostics()
        .error(config.span, "SC1210", "unknown text-search configuration `" + config.text + "`",
               "PostgreSQL has no configuration of that name")
        .help = support::did_you_mean(name, sql::facts::text_search_configurations());
  }

  static std::string text(const Value& search, std::string_view key, std::string_view otherwise,
                          model::Draft& draft) {
    const Value* value = search.find(key);
    if (value == nullptr || !draft.expect(*value, Kind::string, "\"" + std::string(key) + "\"")) {
      return std::string(otherwise);
    }
    return value->text;
  }

  /// setweight(to_tsvector('english', COALESCE(title, '')), 'A') || …, in the order of the weights.
  static std::string weighted_vector(const syntax::Member& member, const std::string& config,
                                     const model::TableDraft& table, model::Draft& draft) {
    const Value* weights = member.value.find("weights");
    if (weights == nullptr) {
      draft.diagnostics()
          .error(member.key_span, "SC1452", "\"search\" does not say which columns to search")
          .help = "add \"weights\": {\"A\": [\"<column>\"]}";
      return {};
    }
    if (!draft.expect(*weights, Kind::object, "\"weights\"")) return {};
    draft.refuse_unknown_keys(*weights, kWeights, "\"weights\" (A weighs most, D least)");
    std::string expression;
    for (const std::string_view weight : kWeights) {
      const Value* columns = weights->find(weight);
      if (columns == nullptr || !draft.expect(*columns, Kind::array, "a weight")) continue;
      for (const Value& column : columns->items)
        append_part(expression, column, config, weight, table, draft);
    }
    return expression;
  }

  static void append_part(std::string& expression, const Value& name, const std::string& config,
                          std::string_view weight, const model::TableDraft& table, model::Draft& draft) {
    if (!draft.expect(name, Kind::string, "a column's name")) return;
    const model::ColumnDraft* column = draft.expect_column(table, name.text, name.span);
    if (column == nullptr) return;
    if (column->notes.type.shape != model::Shape::text || column->notes.type.dimensions > 0) {
      draft.diagnostics().error(name.span, "SC1453", "`" + name.text + "` is not text",
                                "its type is " + column->state.type);
      return;
    }
    std::string source = support::quote_identifier(name.text);
    if (column->state.nullable) source = "COALESCE(" + source + ", '')";
    if (!expression.empty()) expression += " || ";
    expression += "setweight(to_tsvector(" + support::quote_literal(config) + ", " + source + "), " +
                  support::quote_literal(weight) + ")";
  }

  static void add_index(const std::string& column, const syntax::Member& member,
                        const model::TableDraft& table, model::Draft& draft) {
    model::Index index;
    index.table = table.id.name;
    index.method = "gin";
    index.keys.push_back({});
    index.keys.front().column = column;
    const std::string name = model::constraint_name(table.id.name, {column}, "idx");
    model::expect_name_fits(draft, name, member.key_span);
    draft.add({{std::string(model::kIndexKind), table.id.schema, name, {}},
               std::move(index),
               model::IndexNotes{},
               member.key_span});
  }
};

}  // namespace

const model::Feature& search() {
  static const Search kFeature;
  return kFeature;
}

}  // namespace schemac::compiler::features
