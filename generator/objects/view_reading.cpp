// Reads the domain key "views".
#include "objects/view_reading.hpp"

#include <algorithm>
#include <array>

#include "model/constraint_names.hpp"
#include "model/duration.hpp"
#include "model/enumeration.hpp"
#include "model/expression_reading.hpp"
#include "model/hint_reading.hpp"
#include "model/index.hpp"
#include "model/key_reading.hpp"
#include "model/view.hpp"
#include "model/view_column_form.hpp"
#include "objects/index_definition.hpp"
#include "objects/privilege_definition.hpp"
#include "objects/trigger_definition.hpp"
#include "objects/view_names.hpp"
#include "objects/view_types.hpp"
#include "sql/coercion.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::objects {
namespace {

using model::ObjectId;
using syntax::Kind;

constexpr std::array<model::MemberSpec, 15> kMembers = {{
    {"file", "A file in the folder of the definitions that holds its SELECT.", &model::kTextForm},
    {"sql", "Its SELECT, where that is short.", &model::kTextForm},
    {"columns", "Its columns with their types, each as a table's: C++ gets a Row and functions that read.",
     &model::kViewColumnsForm},
    {"key",
     "The columns that tell its rows apart, for generated code; of a materialized view \"unique\" will do.",
     &model::kColumnsForm},
    {"grants", "What each role may do with it, as with a table.", &kGrantsForm},
    {"triggers",
     "Triggers by name, as those of a table: \"instead_of\" makes a view one that can be written.",
     &kTriggersForm},
    {"materialized", "Whether it holds its rows, and is refreshed.", &model::kFlagForm},
    {"unique", "Columns in which no two rows agree: a materialized view is refreshed concurrently by them.",
     &model::kColumnsForm},
    {"indexes", "Indexes of a materialized view, as those of a table.", &kIndexListForm},
    {"refresh",
     "How often a materialized view is refreshed: `every 15 minutes`, `concurrently every 1 hour`.",
     &model::kTextForm},
    {"doc", "What a row is; becomes a COMMENT ON.", &model::kTextForm},
    {"keep", "Why warnings about it do not apply here.", &model::kTextForm},
    {"security_invoker", "Whether it reads with the rights of whoever asks, not of its owner.",
     &model::kFlagForm},
    {"security_barrier", "Whether no condition of a query may see rows that the view hides.",
     &model::kFlagForm},
    model::kRenamedFromKey,
}};
constexpr model::ValueForm kView = model::object_of(kMembers);
constexpr std::array<std::string_view, 3> kMaterializedOnly = {"unique", "indexes", "refresh"};
constexpr std::array<std::string_view, 3> kViewOnly = {"security_invoker", "security_barrier", "triggers"};

/// A view whose SQL is parsed, until everything that it may read is known.
struct Pending {
  ObjectId id;
  const syntax::Member* definition;
  SqlSource source;
  sql::Query query;
};

/// Its columns, where they are known.
using Columns = std::optional<std::vector<model::ColumnDraft>>;

void report_refresh(const syntax::Value& refresh, std::string label, model::Draft& draft) {
  draft.diagnostics().error(refresh.span, "SC1511", "malformed \"refresh\"", std::move(label)).help =
      "write \"every 15 minutes\" or \"concurrently every 1 hour\"";
}

void read_refresh(const syntax::Value& refresh, model::ViewNotes& notes, model::Draft& draft) {
  constexpr std::string_view kConcurrently = "concurrently";
  constexpr std::string_view kEvery = "every ";
  if (!draft.expect(refresh, Kind::string, "\"refresh\"")) return;
  std::string_view rest = refresh.text;
  notes.refresh_concurrently = rest.starts_with(kConcurrently);
  if (notes.refresh_concurrently) rest.remove_prefix(kConcurrently.size());
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  if (notes.refresh_concurrently && rest.empty()) return;
  if (!rest.starts_with(kEvery)) return report_refresh(refresh, "", draft);
  const auto every = model::parse_duration(rest.substr(kEvery.size()));
  const auto seconds = every ? every->seconds() : std::nullopt;
  if (!seconds) return report_refresh(refresh, "no duration", draft);
  notes.refresh_seconds = *seconds;
}

void read_materialized(const syntax::Value& definition, model::ViewNotes& notes, model::Draft& draft) {
  if (const auto* unique = definition.find("unique"); unique != nullptr && unique->is(Kind::array)) {
    for (const syntax::Value& column : unique->items) notes.unique.push_back(column.text);
  }
  const syntax::Value* refresh = definition.find("refresh");
  if (refresh == nullptr) return;
  read_refresh(*refresh, notes, draft);
  if (notes.refresh_concurrently && notes.unique.empty()) {
    report_refresh(*refresh, "PostgreSQL refreshes concurrently by a unique index: add \"unique\": [columns]",
                   draft);
  }
}

/// The name of the file, which is the domain's.
std::string domain_of(const syntax::Member& member, const model::Draft& draft) {
  std::string_view path = draft.sources().name(member.key_span.file);
  path.remove_prefix(path.find_last_of('/') + 1);
  return std::string(path.substr(0, path.rfind('.')));
}

/// The view's columns as an index knows them.
std::optional<model::TableDraft> as_table(const Pending& pending, const Columns& columns,
                                          model::Draft& draft) {
  if (!columns) {
    draft.diagnostics()
        .error(pending.definition->key_span, "SC1513",
               "the columns of `" + pending.id.name + "` are not known",
               "a * stands for the columns of a sub-query, a function or a view")
        .help = "name the columns that an index is on";
    return std::nullopt;
  }
  model::TableDraft table;
  table.id = pending.id;
  table.columns = *columns;
  return table;
}

void add_unique_index(const Pending& pending, const std::vector<std::string>& columns,
                      const syntax::Value& place, model::Draft& draft) {
  model::Index index;
  index.table = pending.id.name;
  index.relation = pending.id.kind;
  index.unique = true;
  for (const std::string& column : columns) index.keys.push_back({column, {}, {}, {}, false, {}});
  const std::string name = model::index_name(pending.id.name, columns);
  model::expect_name_fits(draft, name, place.span);
  draft.add({{std::string(model::kIndexKind), pending.id.schema, name, {}},
             std::move(index),
             model::IndexNotes{},
             place.span});
}

void read_indexes(const Pending& pending, const Columns& known, model::Draft& draft) {
  const syntax::Value* unique = pending.definition->value.find("unique");
  const syntax::Value* indexes = pending.definition->value.find("indexes");
  if (pending.id.kind == model::kViewKind || (unique == nullptr && indexes == nullptr)) return;
  const auto table = as_table(pending, known, draft);
  if (!table) return;
  if (unique != nullptr) {
    const auto columns = read_columns(*unique, "\"unique\"", *table, draft);
    if (!columns.empty()) add_unique_index(pending, columns, *unique, draft);
  }
  if (indexes == nullptr || !draft.expect(*indexes, Kind::array, "\"indexes\"")) return;
  for (const syntax::Value& item : indexes->items) read_index(item, *table, draft);
}

/// A table, an enum and an index of the view's schema share its names.
void refuse_taken_name(const Pending& pending, model::Draft& draft) {
  for (const std::string_view kind :
       {std::string_view(model::kTableKind), std::string_view(model::kEnumKind),
        std::string_view(model::kIndexKind), std::string_view(model::kViewKind)}) {
    ObjectId other = pending.id;
    other.kind = kind;
    const model::Object* taken = other == pending.id ? nullptr : draft.find(other);
    if (taken == nullptr) continue;
    draft.diagnostics()
        .error(pending.definition->key_span, "SC1302",
               "`" + pending.id.name + "` is a view and " + (kind[0] == 't' ? "a table" : "another object"),
               taken->origin.known() ? "the other stands at " + draft.place(taken->origin) : "")
        .help = "give one of them a name of its own";
  }
}

/// Its triggers and grants, which name columns as those of a table do.
void read_attached(const Pending& pending, const Columns& known, model::Draft& draft) {
  const syntax::Value* grants = pending.definition->value.find("grants");
  const syntax::Value* triggers = pending.definition->value.find("triggers");
  if (pending.id.kind != model::kViewKind) triggers = nullptr;
  if (grants == nullptr && triggers == nullptr) return;
  const auto table = as_table(pending, known, draft);
  if (!table) return;
  if (grants != nullptr) read_grants(*grants, *table, draft);
  if (triggers != nullptr) read_triggers(*triggers, *table, draft);
}

/// SC1208 where the column is no value of the type that is declared.
void expect_declared_type(const model::ColumnDraft& column, const syntax::Value& place,
                          const Pending& pending, model::Draft& draft) {
  const auto& declared = draft.find(pending.id)->notes.as<model::ViewNotes>().rows.columns;
  const auto found = std::find_if(declared.begin(), declared.end(),
                                  [&](const auto& known) { return known.name == column.name; });
  if (found == declared.end()) return;
  const model::DraftScope scope(draft, nullptr);
  if (auto mistake = sql::assignment_mistake(scope, column.state.type, found->state.type))
    draft.object_later({}, place.span, *std::move(mistake));
}

/// Generated code reads the columns that are declared, and those are the ones that there are.
void expect_declared(const Pending& pending, const Columns& known, model::Draft& draft) {
  const syntax::Value* columns = pending.definition->value.find("columns");
  if (columns == nullptr || !known) return;
  std::vector<std::string_view> names;
  for (const model::ColumnDraft& column : *known) names.push_back(column.name);
  for (const syntax::Member& column : columns->members) {
    if (column.key == "//" || std::find(names.begin(), names.end(), column.key) != names.end()) continue;
    draft.diagnostics()
        .error(column.key_span, "SC1515", "`" + pending.id.name + "` selects no column `" + column.key + "`")
        .help = support::did_you_mean(column.key, names);
  }
  for (const model::ColumnDraft& column : *known) {
    if (const syntax::Value* declared = columns->find(column.name)) {
      expect_declared_type(column, *declared, pending, draft);
      continue;
    }
    draft.diagnostics().error(
        columns->span, "SC1515",
        "the column `" + column.name + "` of `" + pending.id.name + "` is not among its \"columns\"");
  }
}

void finish(const Pending& pending, model::Draft& draft) {
  draft.schema = pending.id.schema;
  refuse_taken_name(pending, draft);
  check_view_names(pending.query, pending.source, draft);
  const auto types = check_view_types(pending.query, pending.source, draft);
  const Columns columns = output_columns(pending.query, types, draft);
  expect_declared(pending, columns, draft);
  read_indexes(pending, columns, draft);
  read_attached(pending, columns, draft);
  refuse_cycle(pending.id, draft);
}

void refuse_keys_of(const syntax::Value& definition, std::span<const std::string_view> keys,
                    std::string_view what, model::Draft& draft) {
  for (const std::string_view key : keys) {
    if (const syntax::Value* value = definition.find(key)) {
      draft.diagnostics().error(value->span, "SC1514",
                                "\"" + std::string(key) + "\" is for " + std::string(what));
    }
  }
}

std::vector<std::string> read_options(const syntax::Value& definition, model::Draft& draft) {
  std::vector<std::string> options;
  if (read_flag(definition, "security_barrier", draft)) options.emplace_back("security_barrier=true");
  if (read_flag(definition, "security_invoker", draft)) options.emplace_back("security_invoker=true");
  return options;
}

}  // namespace

constexpr model::ValueForm kViewsForm = model::map_of(kView);

void read_view(const syntax::Member& member, model::Draft& draft) {
  draft.expect_name(member.key, member.key_span);
  if (!draft.expect(member.value, Kind::object, "a view")) return;
  draft.refuse_unknown_keys(member.value, kMembers, "a view");
  const auto source = read_sql_source(member.value, member.key_span, draft);
  if (!source) return;
  auto parsed = sql::parse_query(source->text);
  if (const auto* error = std::get_if<sql::SqlError>(&parsed)) return report(*error, *source, draft);
  const bool materialized = read_flag(member.value, "materialized", draft);
  refuse_keys_of(member.value,
                 materialized ? std::span<const std::string_view>(kViewOnly) : kMaterializedOnly,
                 materialized ? "views that are not materialized" : "materialized views", draft);
  Pending pending{{std::string(materialized ? model::kMaterializedViewKind : model::kViewKind),
                   draft.schema,
                   member.key,
                   {}},
                  &member,
                  *source,
                  std::get<sql::Query>(std::move(parsed))};
  model::ViewNotes notes;
  notes.domain = domain_of(member, draft);
  notes.doc = read_text(member.value, "doc", draft);
  notes.keep = read_text(member.value, "keep", draft);
  if (materialized) read_materialized(member.value, notes, draft);
  if (!notes.doc.empty()) {
    draft.add(model::make_comment(pending.id, notes.doc, member.value.find("doc")->span));
  }
  draft.add({pending.id, model::View{pending.query.canonical, read_options(member.value, draft)},
             std::move(notes), member.key_span});
  model::read_renamed_from(draft, member.value, pending.id);
  draft.later([pending = std::move(pending)](model::Draft& complete) { finish(pending, complete); });
}

}  // namespace schemac::compiler::objects
