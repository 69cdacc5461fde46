// seeds/<environment>.sql: the rows of the definitions' seeds as upserts, which may run as often as one
// likes.
#include <algorithm>

#include "model/column.hpp"
#include "model/constraint.hpp"
#include "model/seed_order.hpp"
#include "model/table.hpp"
#include "support/naming.hpp"
#include "targets/targets.hpp"

namespace schemac::compiler::targets {
namespace {

using render::View;
using render::ViewList;
using render::ViewObject;

/// Types that have no equality, or one under which two texts are the same value.
bool compares_as_text(const model::TypeUse& type) {
  return type.shape == model::Shape::json || type.shape == model::Shape::xml ||
         type.shape == model::Shape::opaque || type.sql.starts_with("public.citext");
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

std::vector<std::string> quoted(const std::vector<std::string>& names) {
  std::vector<std::string> result;
  for (const std::string& name : names) result.push_back(support::quote_identifier(name));
  return result;
}

/// What a row's update does beside setting columns: the repository's does the same.
void append_bookkeeping(std::vector<std::string>& assignments, const model::TableNotes& notes) {
  const auto filled = [&](const std::string& column) {
    const auto& columns = notes.seeds.columns;
    return column.empty() || std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  if (!filled(notes.updated_at_column))
    assignments.push_back(support::quote_identifier(notes.updated_at_column) + " = now()");
  if (filled(notes.version_column)) return;
  const std::string version = support::quote_identifier(notes.version_column);
  assignments.push_back(version + " = stored." + version + " + 1");
}

/// The key is a constraint's, or that of the rows which are not deleted.
std::string condition_of_key(const model::Object& table, const model::Model& model) {
  const auto& notes = table.notes.as<model::TableNotes>();
  if (notes.deleted_at_column.empty()) return {};
  for (const std::string_view kind : {model::kPrimaryKeyKind, model::kUniqueKind}) {
    for (const model::Object& key : model.parts(kind, table.id)) {
      const auto& columns = key.state.as<model::Key>().columns;
      if (std::is_permutation(columns.begin(), columns.end(), notes.seeds.key.begin(), notes.seeds.key.end()))
        return {};
    }
  }
  return " WHERE " + support::quote_identifier(notes.deleted_at_column) + " IS NULL";
}

View table_view(const model::Object& table, const model::Model& model) {
  const auto& notes = table.notes.as<model::TableNotes>();
  const model::Seeds& seeds = notes.seeds;
  std::vector<std::string> assignments;
  std::vector<std::string> stored;
  std::vector<std::string> excluded;
  for (const std::string& name : seeds.columns) {
    if (std::find(seeds.key.begin(), seeds.key.end(), name) != seeds.key.end()) continue;
    const std::string column = support::quote_identifier(name);
    const auto& state = *model.find(table.id.child(model::kColumnKind, name));
    const std::string cast =
        compares_as_text(state.notes.as<model::ColumnNotes>().type) ? "::text" : std::string();
    assignments.push_back(column + " = excluded." + column);
    stored.push_back("stored." + column + cast);
    excluded.push_back("excluded." + column + cast);
  }
  const bool updates = !assignments.empty();
  append_bookkeeping(assignments, notes);
  ViewList rows;
  for (const model::SeedRow& row : seeds.rows) {
    rows.emplace_back(ViewObject{{"values", joined(row.values, ", ")},
                                 {"separator", &row == &seeds.rows.back() ? "" : ","}});
  }
  return ViewObject{{"table", table.id.qualified_name()},
                    {"columns", joined(quoted(seeds.columns), ", ")},
                    {"rows", std::move(rows)},
                    {"key", "(" + joined(quoted(seeds.key), ", ") + ")" + condition_of_key(table, model)},
                    {"updates", updates},
                    {"assignments", joined(assignments, ",\n    ")},
                    {"stored", joined(stored, ", ")},
                    {"excluded", joined(excluded, ", ")}};
}

class SqlSeedsTarget final : public Target {
 public:
  std::string_view name() const override { return "sql_seeds"; }

  std::vector<support::OutputFile> render(const TargetInput& input) const override {
    std::vector<support::OutputFile> files;
    for (const std::string& environment : model::seed_environments(input.model)) {
      ViewList tables;
      for (const model::Object* table : model::seed_order(input.model, environment).tables)
        tables.push_back(table_view(*table, input.model));
      const ViewObject view = {{"environment", environment}, {"tables", std::move(tables)}};
      files.push_back({"seeds/" + environment + ".sql",
                       input.templates.render("sql_seeds/environment.sql.mustache", view)});
    }
    return files;
  }
};

}  // namespace

const Target& sql_seeds() {
  static const SqlSeedsTarget target;
  return target;
}

}  // namespace schemac::compiler::targets
