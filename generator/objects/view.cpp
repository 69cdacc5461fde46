// Views and materialized views: the domain key "views".
#include "model/view.hpp"

#include <algorithm>
#include <array>

#include "model/enumeration.hpp"
#include "objects/dependencies.hpp"
#include "objects/objects.hpp"
#include "objects/view_reading.hpp"
#include "sql/names.hpp"
#include "sql/query.hpp"

namespace schemac::compiler::objects {
namespace {

using model::ObjectId;
using model::View;

constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::domain, "views",
      "Views, by name: \"file\" (or \"sql\") holds one SELECT; \"materialized\" ones have \"unique\", "
      "\"indexes\" and \"refresh\"."}}};

/// What the query reads must be there: tables with the columns that it names, views, functions, enums.
Ids needs_of(const model::Object& object, const model::Model& model) {
  Ids ids{{std::string(model::kSchemaKind), {}, object.id.schema, {}}};
  const std::string& text = object.state.as<View>().query;
  const auto parsed = sql::parse_query(text);
  const auto* query = std::get_if<sql::Query>(&parsed);
  if (query == nullptr) return ids;
  const auto names = sql::names_in(text);
  const bool star = text.find('*') != std::string::npos;
  for (const sql::RelationMention& mention : query->relations) {
    const std::string schema = mention.schema.empty() ? std::string(model::kDefaultSchema) : mention.schema;
    const model::Object* relation = find_relation(model, schema, mention.name);
    if (relation == nullptr) continue;
    append_relation(ids, model, relation->id, names);
    if (!star) continue;
    for (const model::Object& column : model.parts("column", relation->id)) ids.push_back(column.id);
  }
  append_enums(ids, model, names);
  auto functions = query->functions;
  std::sort(functions.begin(), functions.end());
  append_functions(ids, model, functions);
  return ids;
}

/// One clause a line, where the text is on one line and so certainly without comments.
std::string broken(const std::string& query) {
  static constexpr std::array<std::string_view, 14> kClauses = {
      " FROM ",      " WHERE ",      " GROUP BY ",  " HAVING ", " ORDER BY ",   " LIMIT ",  " UNION ",
      " LEFT JOIN ", " RIGHT JOIN ", " FULL JOIN ", " JOIN ",   " CROSS JOIN ", " EXCEPT ", " INTERSECT "};
  if (query.find_first_of("\n\\") != std::string::npos) return query;
  std::string text;
  char quote = '\0';
  int depth = 0;
  for (std::size_t i = 0; i < query.size(); ++i) {
    const char c = query[i];
    if (quote == '\0' && (c == '\'' || c == '"')) {
      quote = c;
    } else if (c == quote) {
      quote = '\0';
    }
    if (quote == '\0' && (c == '(' || c == ')')) depth += c == '(' ? 1 : -1;
    const bool clause = quote == '\0' && depth == 0 && c == ' ' && !text.ends_with("DISTINCT") &&
                        std::any_of(kClauses.begin(), kClauses.end(), [&](std::string_view word) {
                          return query.compare(i, word.size(), word) == 0;
                        });
    text += clause ? "\n    " : std::string(1, c);
  }
  return text;
}

/// What both kinds do alike; they differ in the words of their statements.
class AnyViewKind : public model::ObjectKind {
 public:
  std::optional<ObjectId> owner(const model::Object&) const override { return std::nullopt; }
  Ids needs(const model::Object& object, const model::Model& model) const override {
    return needs_of(object, model);
  }
  std::optional<model::Clause> clause(const model::Object&) const override { return std::nullopt; }
};

class ViewKind final : public AnyViewKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  void read(const syntax::Member& member, model::TableDraft*, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::object, "\"views\"")) return;
    for (const syntax::Member& view : member.value.members) {
      if (view.key != "//") read_view(view, draft);
    }
  }

  std::string_view name() const override { return model::kViewKind; }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& view = object.state.as<View>();
    std::string options;
    for (const std::string& option : view.options) options += (options.empty() ? " WITH (" : ", ") + option;
    if (!options.empty()) options += ")";
    return "CREATE VIEW " + object.id.qualified_name() + options + " AS\n    " + broken(view.query);
  }
  std::string drop(const model::Object& object) const override {
    return "DROP VIEW " + object.id.qualified_name();
  }
};

class MaterializedViewKind final : public AnyViewKind {
 public:
  std::span<const model::KeySpec> keys() const override { return {}; }  // the key "views" makes these, too
  void read(const syntax::Member&, model::TableDraft*, model::Draft&) const override {}

  std::string_view name() const override { return model::kMaterializedViewKind; }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return "CREATE MATERIALIZED VIEW " + object.id.qualified_name() + " AS\n    " +
           broken(object.state.as<View>().query);
  }
  std::string drop(const model::Object& object) const override {
    return "DROP MATERIALIZED VIEW " + object.id.qualified_name();
  }
};

}  // namespace

const model::ObjectKind& view_kind() {
  static const ViewKind kKind;
  return kKind;
}

const model::ObjectKind& materialized_view_kind() {
  static const MaterializedViewKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
