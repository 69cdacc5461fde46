// References take their types depth first: a key may itself be a reference (user_profiles.user_id).
#include "resolve/references.hpp"

#include "model/constraint_names.hpp"
#include "resolve/core_keys.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::resolve {

using model::ColumnDraft;
using model::TableDraft;

namespace {

/// A relation is named after its column: `sponsor_id` -> `sponsor`.
std::string relation_name(std::string_view column) {
  if (column.size() > 3 && column.ends_with("_id")) column.remove_suffix(3);
  return std::string(column);
}

}  // namespace

void References::read(const syntax::Value& definition, ColumnDraft& column, const TableDraft& table) {
  draft_.refuse_unknown_keys(definition, reference_keys(), "a reference");
  const syntax::Value& ref = *definition.find("ref");
  if (!draft_.expect(ref, syntax::Kind::string, "\"ref\"")) return;
  std::string target = ref.text;
  if (target.ends_with('?')) {
    target.pop_back();
    column.state.nullable = true;
  }
  Pending pending{target, syntax::span_inside(draft_.sources(), ref, 0, target.size()), {}, {}, {}};
  pending.key.columns = {column.name};
  if (const auto* value = definition.find("on_delete")) pending.key.on_delete = read_action(draft_, *value);
  if (const auto* value = definition.find("on_update")) pending.key.on_update = read_action(draft_, *value);
  if (const auto* value = definition.find("deferrable"))
    pending.key.deferrable = read_deferrable(draft_, *value);
  pending.notes.relation = relation_name(column.name);
  pending.notes.reverse = table.id.name;
  if (const auto* value = definition.find("as");
      value && draft_.expect(*value, syntax::Kind::string, "\"as\"")) {
    pending.notes.reverse = value->text;
  }
  if (const auto* value = definition.find("fk_name");
      value && draft_.expect(*value, syntax::Kind::string, "\"fk_name\"")) {
    pending.name = value->text;
  }
  column.notes.references = target;
  pending_.insert_or_assign({table.id.name, column.name}, std::move(pending));
}

void References::report_unknown_table(const Pending& pending) {
  std::vector<std::string_view> names;
  for (const auto& [name, table] : draft_.tables) names.push_back(name);
  draft_.diagnostics()
      .error(pending.place, "SC1109", "unknown table `" + pending.target + "`", "no domain defines it")
      .help = support::did_you_mean(pending.target, names);
}

ColumnDraft* References::target_column(const Pending& pending) {
  const auto found = draft_.tables.find(pending.target);
  if (found == draft_.tables.end()) {
    report_unknown_table(pending);
    return nullptr;
  }
  TableDraft& target = found->second;
  if (target.notes.primary_key.size() != 1) {
    draft_.diagnostics()
        .error(pending.place, "SC1110", "`" + pending.target + "` has no primary key of one column",
               target.notes.primary_key.empty() ? "it has no primary key" : "its key has several columns")
        .help = "refer to it in the table's \"foreign_keys\"";
    return nullptr;
  }
  return target.column(target.notes.primary_key.front());
}

bool References::resolve_type(const ColumnName& name, std::set<ColumnName>& visiting) {
  const auto found = pending_.find(name);
  ColumnDraft* column = draft_.tables.find(name.first)->second.column(name.second);
  if (found == pending_.end() || column == nullptr || !column->state.type.empty()) return true;
  Pending& pending = found->second;
  if (!visiting.insert(name).second) {
    draft_.diagnostics()
        .error(pending.place, "SC1111", "these references point at each other, so none has a type",
               "`" + name.first + "." + name.second + "` is part of the cycle")
        .help = "give one of the keys a type, and refer from it in the table's \"foreign_keys\"";
    return false;
  }
  const ColumnDraft* target = target_column(pending);
  if (target == nullptr || !resolve_type({pending.target, target->name}, visiting)) return false;
  if (target->state.type.empty()) return false;  // the target's own type was refused, and that is reported
  column->state.type = target->state.type;
  column->notes.type = target->notes.type;
  pending.key.target_columns = {target->name};
  return true;
}

void References::add_foreign_key(const ColumnName& name, Pending& pending) {
  const TableDraft& table = draft_.tables.find(name.first)->second;
  const TableDraft& target = draft_.tables.find(pending.target)->second;
  pending.key.schema = target.id.schema;
  pending.key.table = target.id.name;
  const std::string constraint = pending.name.empty()
                                     ? model::constraint_name(table.id.name, pending.key.columns, "fkey")
                                     : pending.name;
  const support::Span origin = table.column(name.second)->origin;
  model::expect_name_fits(draft_, constraint, origin);
  draft_.add({table.id.child(model::kForeignKeyKind, constraint), pending.key, pending.notes, origin});
}

void References::resolve_all() {
  for (auto& [name, pending] : pending_) {
    std::set<ColumnName> visiting;
    if (resolve_type(name, visiting) && !pending.key.target_columns.empty()) add_foreign_key(name, pending);
  }
}

}  // namespace schemac::compiler::resolve
