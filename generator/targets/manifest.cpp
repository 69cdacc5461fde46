// manifest.json: the schema and the list of generated files for programs. schemactl knows a schema by it, and
// the next run of the compiler which files are its own.
#include <algorithm>
#include <set>

#include "model/domain_type.hpp"
#include "model/json_writer.hpp"
#include "model/policy.hpp"
#include "model/role.hpp"
#include "targets/manifest_upkeep.hpp"
#include "targets/manifest_views.hpp"
#include "targets/targets.hpp"

namespace schemac::compiler::targets {
namespace {

/// Goes up when a reader of the last one could not read it.
constexpr std::int64_t kFormat = 1;
constexpr std::string_view kPath = "manifest.json";

void write_strings(model::JsonWriter& out, std::string_view name, const std::vector<std::string>& values) {
  out.key(name).begin_array();
  for (const std::string& value : values) out.value(value);
  out.end_array();
}

void write_column(model::JsonWriter& out, const CppColumn& column) {
  out.begin_object();
  out.member("name", column.name);
  out.member("type", column.state->type);
  if (!column.notes->type.domain.empty()) out.member("base", column.notes->type.sql);
  out.member("shape", name(column.notes->type.shape));
  if (!column.notes->type.json_shape.empty()) out.member("json_shape", column.notes->type.json_shape);
  out.member("nullable", column.state->nullable);
  if (column.has_default()) out.member("has_default", true);
  if (!column.notes->references.empty()) out.member("references", column.notes->references);
  if (column.notes->pii) out.member("pii", true);
  if (!column.notes->deprecated.empty()) out.member("deprecated", column.notes->deprecated);
  out.end_object();
}

/// What a role may do with the table: "SELECT", "INSERT (body)".
void write_grants(model::JsonWriter& out, const CppTable& table, const model::Model& model) {
  out.key("grants").begin_object();
  for (const model::Object& object : model.of_kind(model::kPrivilegeKind)) {
    const bool of_table = object.id.part.starts_with("table ");
    if (!of_table || object.id.schema != table.object->id.schema || object.id.name != table.object->id.name)
      continue;
    std::vector<std::string> granted;
    for (const model::Grant& grant : object.state.as<model::Privilege>().grants) {
      std::string columns;
      for (const std::string& column : grant.columns) columns += (columns.empty() ? " (" : ", ") + column;
      granted.push_back(grant.privilege + columns + (columns.empty() ? "" : ")"));
    }
    write_strings(out, object.state.as<model::Privilege>().role, granted);
  }
  out.end_object();
}

void write_security(model::JsonWriter& out, const CppTable& table, const model::Model& model) {
  const model::Object* flags = model.find(table.object->id.child(model::kRowSecurityKind, {}));
  if (flags != nullptr) {
    out.member("row_security", flags->state.as<model::RowSecurity>().forced ? "forced" : "on");
    std::vector<std::string> policies;
    for (const model::Object& policy : model.parts(model::kPolicyKind, table.object->id))
      policies.push_back(policy.id.part);
    write_strings(out, "policies", policies);
  }
  const auto granted = model.of_kind(model::kPrivilegeKind);
  const bool any = std::any_of(granted.begin(), granted.end(), [&](const model::Object& object) {
    return object.id.schema == table.object->id.schema && object.id.name == table.object->id.name;
  });
  if (any) write_grants(out, table, model);
}

/// Roles, which a schema's own database need not have made.
void write_roles(model::JsonWriter& out, const model::Model& model) {
  if (model.of_kind(model::kRoleKind).empty()) return;
  out.key("roles").begin_array();
  for (const model::Object& role : model.of_kind(model::kRoleKind)) {
    out.begin_object().member("name", role.id.name).member("login", role.state.as<model::Role>().login);
    std::vector<std::string> above;
    for (const model::Object& membership : model.of_kind(model::kMembershipKind)) {
      if (membership.id.name == role.id.name) above.push_back(membership.id.part);
    }
    if (!above.empty()) write_strings(out, "member_of", above);
    out.end_object();
  }
  out.end_array();
}

void write_shapes(model::JsonWriter& out, const model::Model& model) {
  if (model.project().shapes.empty()) return;
  out.key("shapes").begin_array();
  for (const model::JsonShape& shape : model.project().shapes) {
    out.begin_object().member("name", shape.name).key("members").begin_array();
    for (const model::JsonShapeMember& member : shape.members) {
      out.begin_object().member("name", member.name).member("type", member.type.sql);
      if (!member.type.json_shape.empty()) out.member("json_shape", member.type.json_shape);
      if (member.type.dimensions > 0) out.member("list", true);
      if (member.optional) out.member("optional", true);
      out.key("rules").begin_object();
      for (const model::RuleUse& rule : member.rules) out.member(rule.rule, rule.argument);
      out.end_object().end_object();
    }
    out.end_array().end_object();
  }
  out.end_array();
}

void write_domain_types(model::JsonWriter& out, const model::Model& model) {
  if (model.of_kind(model::kDomainTypeKind).empty()) return;
  out.key("types").begin_array();
  for (const model::Object& type : model.of_kind(model::kDomainTypeKind)) {
    out.begin_object().member("schema", type.id.schema).member("name", type.id.name);
    out.member("base", type.state.as<model::DomainType>().base).end_object();
  }
  out.end_array();
}

/// Where the rows are, for programs that choose a server.
void write_placement(model::JsonWriter& out, const model::TableNotes& notes) {
  if (notes.reads_from_replica) {
    out.key("routing").begin_object().member("reads", "replica");
    if (notes.max_lag_ms > 0) out.member("max_lag_ms", notes.max_lag_ms);
    out.end_object();
  }
  if (!notes.distribution_column.empty()) out.member("distribution_column", notes.distribution_column);
}

/// Named checks, and whether the generated validators know them or the server alone does.
void write_checks(model::JsonWriter& out, const CppTable& table) {
  if (table.checks.empty()) return;
  out.key("checks").begin_array();
  for (const CppRowCheck& check : table.checks) {
    out.begin_object().member("name", check.name).member("constraint", check.constraint);
    out.member("message", check.message).member("only_server", check.only_server()).end_object();
  }
  out.end_array();
}

void write_table(model::JsonWriter& out, const CppTable& table, const model::Model& model) {
  out.begin_object();
  out.member("schema", table.object->id.schema);
  out.member("name", table.object->id.name);
  out.member("domain", table.notes->domain);
  write_strings(out, "primary_key", table.notes->primary_key);
  const auto& notes = *table.notes;
  if (!notes.version_column.empty()) out.member("version_column", notes.version_column);
  if (!notes.updated_at_column.empty()) out.member("updated_at_column", notes.updated_at_column);
  if (!notes.deleted_at_column.empty()) out.member("deleted_at_column", notes.deleted_at_column);
  if (!notes.audit_table.empty()) out.member("audit_table", notes.audit_table);
  if (notes.read_only) out.member("read_only", true);
  if (!notes.deprecated.empty()) out.member("deprecated", notes.deprecated);
  write_upkeep(out, *table.object, model);
  write_placement(out, notes);
  out.key("columns").begin_array();
  for (const CppColumn& column : table.columns) write_column(out, column);
  out.end_array();
  write_checks(out, table);
  write_security(out, table, model);
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
    write_views(out, input.model);
    write_roles(out, input.model);
    write_domain_types(out, input.model);
    write_shapes(out, input.model);
    out.key("tables").begin_array();
    for (const CppTable& table : input.cpp.tables) {
      if (!table.is_view()) write_table(out, table, input.model);
    }
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
