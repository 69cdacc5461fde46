// manifest.json: the schema and the list of generated files for programs. schemactl knows a schema by it, and
// the next run of the compiler which files are its own.
#include <set>

#include "model/json_writer.hpp"
#include "targets/cpp_schema.hpp"
#include "targets/targets.hpp"

namespace schemac::compiler::targets {
namespace {

/// Goes up when a reader of the last one could not read it.
constexpr std::int64_t kFormat = 1;
constexpr std::string_view kPath = "manifest.json";

void write_column(model::JsonWriter& out, const CppColumn& column) {
  out.begin_object();
  out.member("name", column.name);
  out.member("type", column.notes->type.sql);
  out.member("shape", name(column.notes->type.shape));
  out.member("nullable", column.state->nullable);
  if (column.has_default()) out.member("has_default", true);
  if (!column.notes->references.empty()) out.member("references", column.notes->references);
  if (column.notes->pii) out.member("pii", true);
  if (!column.notes->deprecated.empty()) out.member("deprecated", column.notes->deprecated);
  out.end_object();
}

void write_table(model::JsonWriter& out, const CppTable& table) {
  out.begin_object();
  out.member("schema", table.object->id.schema);
  out.member("name", table.object->id.name);
  out.member("domain", table.notes->domain);
  out.key("primary_key").begin_array();
  for (const std::string& column : table.notes->primary_key) out.value(column);
  out.end_array();
  const auto& notes = *table.notes;
  if (!notes.version_column.empty()) out.member("version_column", notes.version_column);
  if (!notes.updated_at_column.empty()) out.member("updated_at_column", notes.updated_at_column);
  if (!notes.deleted_at_column.empty()) out.member("deleted_at_column", notes.deleted_at_column);
  out.key("columns").begin_array();
  for (const CppColumn& column : table.columns) write_column(out, column);
  out.end_array();
  out.end_object();
}

class ManifestTarget final : public Target {
 public:
  std::string_view name() const override { return "manifest"; }

  std::vector<support::OutputFile> render(const TargetInput& input) const override {
    model::JsonWriter out;
    out.begin_object();
    out.member("format", kFormat);
    out.member("namespace", input.model.project().cpp_namespace);
    out.member("postgres", input.model.project().postgres);
    std::set<std::string> outputs = {std::string(kPath)};
    for (const support::OutputFile& file : input.outputs) outputs.insert(file.path);
    out.key("outputs").begin_lines();
    for (const std::string& path : outputs) out.value(path);
    out.end_array();
    out.key("tables").begin_array();
    const CppSchema schema = cpp_schema(input.model);
    for (const CppTable& table : schema.tables) write_table(out, table);
    out.end_array();
    out.end_object();
    return {{std::string(kPath), out.take()}};
  }
};

}  // namespace

const Target& manifest() {
  static const ManifestTarget target;
  return target;
}

}  // namespace schemac::compiler::targets
