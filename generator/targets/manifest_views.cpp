// The views in manifest.json.
#include "targets/manifest_views.hpp"

#include "model/view.hpp"

namespace schemac::compiler::targets {
namespace {

/// What is declared of its rows, if anything is.
void write_columns(model::JsonWriter& out, const model::ViewRows& rows) {
  if (rows.columns.empty()) return;
  out.key("key").begin_array();
  for (const std::string& column : rows.table.primary_key) out.value(column);
  out.end_array();
  out.key("columns").begin_array();
  for (const model::DeclaredColumn& column : rows.columns) {
    out.begin_object().member("name", column.name).member("type", column.state.type);
    out.member("nullable", column.state.nullable);
    if (!column.notes.references.empty()) out.member("references", column.notes.references);
    out.end_object();
  }
  out.end_array();
}

void write_view(model::JsonWriter& out, const model::Object& view) {
  const auto& notes = view.notes.as<model::ViewNotes>();
  out.begin_object();
  out.member("schema", view.id.schema);
  out.member("name", view.id.name);
  out.member("domain", notes.domain);
  if (view.id.kind == model::kMaterializedViewKind) out.member("materialized", true);
  if (!notes.unique.empty()) {
    out.key("unique").begin_array();
    for (const std::string& column : notes.unique) out.value(column);
    out.end_array();
  }
  if (notes.refresh_seconds > 0) out.member("refresh_seconds", notes.refresh_seconds);
  if (notes.refresh_concurrently) out.member("refresh_concurrently", true);
  write_columns(out, notes.rows);
  out.end_object();
}

}  // namespace

void write_views(model::JsonWriter& out, const model::Model& model) {
  const auto views = model.of_kind(model::kViewKind);
  const auto materialized = model.of_kind(model::kMaterializedViewKind);
  if (views.empty() && materialized.empty()) return;
  out.key("views").begin_array();
  for (const model::Object& view : views) write_view(out, view);
  for (const model::Object& view : materialized) write_view(out, view);
  out.end_array();
}

}  // namespace schemac::compiler::targets
