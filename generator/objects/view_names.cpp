// Checks the names in a view's query against the whole project. What the project does not define may be the
// server's or an extension's; only what can be neither is refused.
#include "objects/view_names.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "model/view.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::objects {
namespace {

using model::ObjectId;

constexpr std::array<std::string_view, 6> kSystemColumns = {"ctid", "xmin", "xmax",
                                                            "cmin", "cmax", "tableoid"};

/// Relations that extensions bring in.
constexpr std::array<std::string_view, 5> kOfExtensions = {
    "geography_columns", "geometry_columns", "raster_columns", "raster_overviews", "spatial_ref_sys"};

bool has_schema(const std::string& schema, const model::Draft& draft) {
  return schema == model::kDefaultSchema ||
         std::any_of(draft.tables.begin(), draft.tables.end(),
                     [&](const auto& table) { return table.second.id.schema == schema; });
}

const model::TableDraft* table_of(const sql::RelationMention& mention, const model::Draft& draft) {
  const auto found = draft.tables.find(mention.name);
  if (found == draft.tables.end()) return nullptr;
  const std::string& schema = found->second.id.schema;
  return mention.schema == schema || (mention.schema.empty() && schema == model::kDefaultSchema)
             ? &found->second
             : nullptr;
}

std::optional<ObjectId> relation_of(const sql::RelationMention& mention, const model::Draft& draft) {
  if (const auto* table = table_of(mention, draft)) return table->id;
  const std::string schema = mention.schema.empty() ? std::string(model::kDefaultSchema) : mention.schema;
  for (const std::string_view kind : {model::kViewKind, model::kMaterializedViewKind}) {
    const ObjectId id{std::string(kind), schema, mention.name, {}};
    if (draft.find(id) != nullptr) return id;
  }
  return std::nullopt;
}

bool may_be_elsewhere(const sql::RelationMention& mention, const model::Draft& draft) {
  if (!mention.schema.empty() && !has_schema(mention.schema, draft)) return true;
  return mention.name.starts_with("pg_") ||
         std::find(kOfExtensions.begin(), kOfExtensions.end(), mention.name) != kOfExtensions.end();
}

void report_unknown(const std::string& name, support::Span place, std::string label, model::Draft& draft) {
  std::vector<std::string> names = draft.names_of(model::kViewKind);
  for (std::string& view : draft.names_of(model::kMaterializedViewKind)) names.push_back(std::move(view));
  for (const auto& table : draft.tables) names.push_back(table.first);
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  auto& finding =
      draft.diagnostics().error(place, "SC1109", "unknown table `" + name + "`", std::move(label));
  finding.help = support::did_you_mean(name, candidates);
  const auto elsewhere = draft.tables.find(name);
  if (elsewhere != draft.tables.end()) {
    finding.help = "name its schema: `" + elsewhere->second.id.schema + "." + name + "`";
  }
}

void check_column(const sql::ColumnUse& use, const sql::Query& query, const SqlSource& source,
                  model::Draft& draft) {
  if (std::find(kSystemColumns.begin(), kSystemColumns.end(), use.name) != kSystemColumns.end()) return;
  const auto tables = tables_of(query, use.relations, draft);
  if (!tables) return;
  std::vector<std::string_view> candidates;
  std::string names;
  for (const model::TableDraft* table : *tables) {
    if (table->column(use.name) != nullptr) return;
    for (const auto& column : table->columns) candidates.push_back(column.name);
    names += (names.empty() ? "`" : ", `") + table->id.name + "`";
  }
  draft.diagnostics()
      .error(source.span(draft, use.begin, use.end), "SC1301", "unknown column `" + use.name + "`",
             tables->size() == 1 ? names + " has no such column" : "none of " + names + " has such a column")
      .help = support::did_you_mean(use.name, candidates);
}

/// The views that a view reads.
std::vector<ObjectId> reads_of(const ObjectId& view, const model::Draft& draft) {
  std::vector<ObjectId> ids;
  const auto parsed = sql::parse_query(draft.find(view)->state.as<model::View>().query);
  const auto* query = std::get_if<sql::Query>(&parsed);
  if (query == nullptr) return ids;
  for (const sql::RelationMention& mention : query->relations) {
    auto id = relation_of(mention, draft);
    if (id && id->kind != model::kTableKind) ids.push_back(*std::move(id));
  }
  return ids;
}

/// The way from `at` back to `goal`, `at` first; empty where there is none.
std::vector<ObjectId> way_back(const ObjectId& at, const ObjectId& goal, std::set<ObjectId>& seen,
                               const model::Draft& draft) {
  for (const ObjectId& next : reads_of(at, draft)) {
    if (next == goal) return {at};
    if (!seen.insert(next).second) continue;
    auto way = way_back(next, goal, seen, draft);
    if (way.empty()) continue;
    way.insert(way.begin(), at);
    return way;
  }
  return {};
}

}  // namespace

std::optional<std::vector<const model::TableDraft*>> tables_of(const sql::Query& query,
                                                               const std::vector<std::size_t>& relations,
                                                               const model::Draft& draft) {
  std::vector<const model::TableDraft*> tables;
  for (const std::size_t relation : relations) {
    const auto* table = table_of(query.relations[relation], draft);
    if (table == nullptr) return std::nullopt;
    tables.push_back(table);
  }
  return tables;
}

void check_view_names(const sql::Query& query, const SqlSource& source, model::Draft& draft) {
  for (const sql::RelationMention& mention : query.relations) {
    if (relation_of(mention, draft) || may_be_elsewhere(mention, draft)) continue;
    report_unknown(mention.name, source.span(draft, mention.begin, mention.end),
                   "no table or view of this project", draft);
  }
  for (const sql::Mention& alias : query.unknown) {
    draft.diagnostics().error(source.span(draft, alias.begin, alias.end), "SC1109",
                              "unknown table `" + alias.name + "`", "no FROM around this brings it in");
  }
  for (const sql::ColumnUse& use : query.columns) check_column(use, query, source, draft);
}

std::optional<std::vector<model::ColumnDraft>> output_columns(const sql::Query& query,
                                                              const std::vector<std::string>& types,
                                                              const model::Draft& draft) {
  std::vector<model::ColumnDraft> columns;
  for (std::size_t i = 0; i < query.outputs.size(); ++i) {
    const sql::OutputColumn& output = query.outputs[i];
    if (!output.star) {
      columns.push_back({output.name, {}, {}, {}});
      if (i < types.size()) columns.back().state.type = types[i];
      continue;
    }
    const auto tables = tables_of(query, output.relations, draft);
    if (output.opaque || !tables) return std::nullopt;
    for (const model::TableDraft* table : *tables)
      columns.insert(columns.end(), table->columns.begin(), table->columns.end());
  }
  return columns;
}

void refuse_cycle(const ObjectId& view, model::Draft& draft) {
  std::set<ObjectId> seen;
  const auto cycle = way_back(view, view, seen, draft);
  if (cycle.empty() || *std::min_element(cycle.begin(), cycle.end()) != view) return;
  std::string way;
  for (const ObjectId& id : cycle) way += id.name + " -> ";
  draft.diagnostics()
      .error(draft.find(view)->origin, "SC1512", "views read each other in a cycle: " + way + view.name,
             "none of them can be created first")
      .help = "have one of them read the tables";
}

}  // namespace schemac::compiler::objects
