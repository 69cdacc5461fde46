// Views and materialized views: the domain key "views".
#include "model/view.hpp"
#include "model/state_reader.hpp"

#include <algorithm>
#include <array>

#include "model/enumeration.hpp"
#include "objects/dependencies.hpp"
#include "objects/objects.hpp"
#include "objects/options.hpp"
#include "objects/view_catalogue.hpp"
#include "objects/view_reading.hpp"
#include "sql/names.hpp"
#include "sql/query.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::ObjectId;
using model::Step;
using model::View;
using model::ViewColumn;

constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::domain, "views",
      "Views, by name: \"file\" (or \"sql\") holds one SELECT; \"materialized\" ones have \"unique\", "
      "\"indexes\" and \"refresh\".",
      false, &kViewsForm}}};

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

/// Whether the next word goes on with what was written last: "DISTINCT FROM", "LEFT JOIN".
bool is_within_clause(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kFirstWords = {"DISTINCT", "LEFT", "RIGHT", "FULL",
                                                                  "CROSS"};
  return std::any_of(kFirstWords.begin(), kFirstWords.end(),
                     [&](std::string_view word) { return text.ends_with(word); });
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
    const bool clause = quote == '\0' && depth == 0 && c == ' ' && !is_within_clause(text) &&
                        std::any_of(kClauses.begin(), kClauses.end(), [&](std::string_view word) {
                          return query.compare(i, word.size(), word) == 0;
                        });
    text += clause ? "\n    " : std::string(1, c);
  }
  return text;
}

/// Whether CREATE OR REPLACE can lead there: all that readers may use is still in its place. The columns of a
/// view from definitions are unknown.
bool keeps_columns(const View& from, const View& to) {
  if (from.columns.empty() || from.columns.size() > to.columns.size()) return false;
  return std::equal(from.columns.begin(), from.columns.end(), to.columns.begin(),
                    [](const ViewColumn& old, const ViewColumn& now) {
                      return old.name == now.name && old.type == now.type;
                    });
}

bool is_same_query(const View& from, const View& to) {
  return from.query == to.query && from.columns.size() == to.columns.size() &&
         (from.columns.empty() || keeps_columns(from, to));
}

void append_steps(std::vector<Step>& steps, const ObjectId& id, std::vector<std::string> statements) {
  for (std::string& sql : statements) steps.push_back({id, std::move(sql)});
}

std::string set_default(const ObjectId& id, const ViewColumn& column) {
  const std::string head =
      "ALTER VIEW " + id.qualified_name() + " ALTER COLUMN " + support::quote_identifier(column.name);
  return head + (column.default_sql.empty() ? " DROP DEFAULT" : " SET DEFAULT " + column.default_sql);
}

/// What both kinds do alike; they differ in the words of their statements.
class AnyViewKind : public model::ObjectKind {
 public:
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::View>(state);
  }
  Ids needs(const model::Object& object, const model::Model& model) const override {
    return needs_of(object, model);
  }
  std::string_view catalogue() const override { return catalogue_; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    return decode_view(name(), row);
  }
  std::optional<std::string> relation_name(const model::Object& object) const override {
    return object.id.name;
  }

 protected:
  explicit AnyViewKind(std::string_view name) : catalogue_(view_catalogue(name)) {}

 private:
  std::string catalogue_;
};

class ViewKind final : public AnyViewKind {
 public:
  ViewKind() : AnyViewKind(model::kViewKind) {}
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  void read(const syntax::Member& member, model::TableDraft*, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::object, "\"views\"")) return;
    for (const syntax::Member& view : member.value.members) {
      if (view.key != "//") read_view(view, draft);
    }
  }

  std::string_view name() const override { return model::kViewKind; }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    std::string sql = statement(object, "CREATE VIEW ");
    for (const ViewColumn& column : object.state.as<View>().columns) {
      if (!column.default_sql.empty()) sql += ";\n" + set_default(object.id, column);
    }
    return sql;
  }
  std::string rename(const model::Object& object, const std::string& name) const override {
    return "ALTER VIEW " + object.id.qualified_name() + " RENAME TO " + support::quote_identifier(name);
  }
  std::string drop(const model::Object& object) const override {
    return "DROP VIEW " + object.id.qualified_name();
  }

  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition&) const override {
    const auto& old = from.state.as<View>();
    const auto& now = to.state.as<View>();
    std::vector<Step> steps;
    if (is_same_query(old, now)) {
      append_steps(steps, to.id,
                   change_options("ALTER VIEW " + to.id.qualified_name(), old.options, now.options));
    } else if (keeps_columns(old, now)) {
      steps.push_back({to.id, statement(to, "CREATE OR REPLACE VIEW ")});
    } else {
      return model::Alteration::replace();
    }
    for (std::size_t i = 0; i < now.columns.size(); ++i) {
      const std::string before = i < old.columns.size() ? old.columns[i].default_sql : std::string();
      if (before != now.columns[i].default_sql) steps.push_back({to.id, set_default(to.id, now.columns[i])});
    }
    return model::Alteration::in_place(std::move(steps));
  }

 private:
  static std::string statement(const model::Object& object, std::string_view create) {
    const auto& view = object.state.as<View>();
    std::string options;
    for (const std::string& option : view.options) options += (options.empty() ? " WITH (" : ", ") + option;
    if (!options.empty()) options += ")";
    return std::string(create) + object.id.qualified_name() + options + " AS\n    " + broken(view.query);
  }
};

class MaterializedViewKind final : public AnyViewKind {
 public:
  MaterializedViewKind() : AnyViewKind(model::kMaterializedViewKind) {}
  std::string_view name() const override { return model::kMaterializedViewKind; }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return statement(object, is_without_data(object));
  }
  std::string rename(const model::Object& object, const std::string& name) const override {
    return "ALTER MATERIALIZED VIEW " + object.id.qualified_name() + " RENAME TO " +
           support::quote_identifier(name);
  }
  std::string drop(const model::Object& object) const override {
    return "DROP MATERIALIZED VIEW " + object.id.qualified_name();
  }

  /// One that comes back has rows again if it had any.
  std::vector<Step> add(const model::Object& object, const model::Transition& transition) const override {
    const model::Object* before = transition.before.find(object.id);
    const bool was_filled = before != nullptr && !is_without_data(*before);
    Step step{object.id, statement(object, is_without_data(object) && !was_filled)};
    if (was_filled) {
      step.hazards = {{std::string(model::hazards::kRebuilds),
                       "computes every row of " + object.id.qualified_name() + " anew"}};
    }
    return {std::move(step)};
  }

  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition&) const override {
    const auto& old = from.state.as<View>();
    const auto& now = to.state.as<View>();
    if (!is_same_query(old, now)) return model::Alteration::replace();
    std::vector<Step> steps;
    append_steps(
        steps, to.id,
        change_options("ALTER MATERIALIZED VIEW " + to.id.qualified_name(), old.options, now.options));
    return model::Alteration::in_place(std::move(steps));
  }

 private:
  static bool is_without_data(const model::Object& object) {
    return !object.notes.empty() && object.notes.as<model::ViewNotes>().without_data;
  }
  static std::string statement(const model::Object& object, bool without_data) {
    const auto& view = object.state.as<View>();
    return "CREATE MATERIALIZED VIEW " + object.id.qualified_name() + with_options(view.options) +
           " AS\n    " + broken(view.query) + (without_data ? "\n    WITH NO DATA" : "");
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
