// "audit": true, or {"exclude": [columns], "chain": true} — a table beside the audited one, kept by triggers:
// who changed which row, when, from what and into what. Chained, each entry holds the hash of the one before.
#include <array>

#include "features/added_column.hpp"
#include "features/audit_functions.hpp"
#include "features/features.hpp"
#include "model/constraint_names.hpp"
#include "model/hint_reading.hpp"
#include "model/index.hpp"
#include "model/key_reading.hpp"
#include "model/trigger.hpp"

namespace schemac::compiler::features {

namespace {

using model::ColumnDraft;
using model::Shape;
using model::TableDraft;

constexpr std::array<model::MemberSpec, 3> kMembers = {{
    {"exclude", "Columns that are not recorded; a change of nothing else makes no entry.",
     &model::kColumnsForm},
    {"personal", "true: what personal data was is recorded, too, not only that it changed.",
     &model::kFlagForm},
    {"chain", "true: entries cannot be changed, and each holds the hash of the one before.",
     &model::kFlagForm},
}};
constexpr model::ValueForm kObject = model::object_of(kMembers);
constexpr std::array<const model::ValueForm*, 2> kForms = {&model::kFlagForm, &kObject};
constexpr model::ValueForm kForm = model::either_of(kForms);

constexpr std::string_view kOperations = "operation IN ('insert', 'update', 'delete', 'truncate')";

/// What the key says.
struct Audit {
  std::vector<std::string> exclude;
  bool personal = false;
  bool chain = false;
};

ColumnDraft column(std::string name, std::string type, Shape shape, bool nullable, std::string doc) {
  ColumnDraft made;
  made.name = std::move(name);
  made.state.type = type;
  made.state.nullable = nullable;
  made.notes.type.sql = std::move(type);
  made.notes.type.shape = shape;
  made.notes.doc = std::move(doc);
  return made;
}

/// Chained entries are numbered by the trigger that chains them: without gaps, in the order of the chain.
ColumnDraft number(bool chain) {
  ColumnDraft id = column("id", "bigint", Shape::int64, false, "Entries are read in this order.");
  if (!chain) id.state.identity = model::Identity::always;
  return id;
}

std::vector<ColumnDraft> entry_columns(bool chain) {
  const std::string timestamp = "timestamp with time zone";
  std::vector<ColumnDraft> columns = {
      number(chain),
      column("changed_at", timestamp, Shape::timestamp_tz, false, "When the transaction began."),
      column("changed_by", "text", Shape::text, false,
             "The user whom the request was for, or the role of the session."),
      column("operation", "text", Shape::text, false, "insert, update, delete or truncate."),
      column("row_key", "jsonb", Shape::jsonb, true,
             "The key of the row as it was before; NULL for truncate, which removes all rows."),
      column("old_row", "jsonb", Shape::jsonb, true, "The row before; NULL for an insert."),
      column("new_row", "jsonb", Shape::jsonb, true, "The row after; NULL for a delete.")};
  columns[1].state.default_sql = "now()";
  if (chain) {
    columns.push_back(column("previous_hash", "bytea", Shape::bytes, false,
                             "The hash of the entry before; of the first one, nothing."));
    columns.push_back(column("hash", "bytea", Shape::bytes, false, "SHA-256 of all else of the entry."));
  }
  return columns;
}

/// "id,version": what audit_change() takes a list as.
std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ",") + name;
  return list;
}

class AuditFeature final : public model::Feature {
 public:
  [[nodiscard]] std::span<const model::KeySpec> keys() const override {
    static constexpr std::array<model::KeySpec, 1> kKeys = {
        {{model::Scope::table, "audit",
          "Keeps who changed which row, when, from what and into what, in the table <table>_audit.", false,
          &kForm}}};
    return kKeys;
  }

  void read(const syntax::Member& member, TableDraft* table, model::Draft& draft) const override {
    Audit audit;
    if (member.value.is(syntax::Kind::object)) {
      draft.refuse_unknown_keys(member.value, kMembers, "\"audit\"");
      if (const auto* exclude = member.value.find("exclude"))
        audit.exclude = model::read_columns(*exclude, "\"exclude\"", *table, draft);
      audit.personal = model::read_flag(member.value, "personal", draft);
      audit.chain = model::read_flag(member.value, "chain", draft);
    } else if (!is_on(member, draft)) {
      return;
    }
    TableDraft* entries = declare(member, *table, audit, draft);
    if (entries == nullptr) return;
    table->notes.audit_table = entries->id.name;
    draft.later([&member, table, id = entries->id, audit](model::Draft& complete) {
      add_triggers(member, *table, id, audit, complete);
    });
  }

 private:
  /// The audit table, which nobody else may have defined; nullptr where somebody has.
  static TableDraft* declare(const syntax::Member& member, const TableDraft& table, const Audit& audit,
                             model::Draft& draft) {
    const std::string name = table.id.name + "_audit";
    const auto [at, added] = draft.tables.try_emplace(name);
    if (!added) {
      draft.diagnostics().error(at->second.origin, "SC1302", "there are two tables `" + name + "`",
                                "the other is made by \"audit\" at " + draft.place(member.key_span));
      return nullptr;
    }
    model::expect_name_fits(draft, name, member.key_span);
    TableDraft& entries = at->second;
    entries.id = table.id;
    entries.id.name = name;
    model::rename_along(draft, table.id, entries.id);
    entries.origin = member.key_span;
    entries.notes.domain = table.notes.domain;
    entries.notes.doc = "Who changed which row of " + table.id.name + ", when, from what and into what.";
    entries.notes.singular = table.notes.singular + "_audit";
    entries.notes.read_only = true;
    entries.columns = entry_columns(audit.chain);
    for (ColumnDraft& made : entries.columns) made.origin = member.key_span;
    add_constraints(entries, draft);
    return &entries;
  }

  static void add_constraints(TableDraft& entries, model::Draft& draft) {
    const std::string& name = entries.id.name;
    const auto add = [&](std::string_view kind, const std::string& constraint, model::Body state) {
      draft.add({entries.id.child(kind, constraint), std::move(state), {}, entries.origin});
    };
    entries.notes.primary_key = {"id"};
    model::Key key;
    key.columns = entries.notes.primary_key;
    add(model::kPrimaryKeyKind, model::constraint_name(name, {}, "pkey"), std::move(key));
    add(model::kCheckKind, name + "_operation", model::Check{std::string(kOperations)});
    model::Index by_row;
    by_row.table = name;
    by_row.keys.resize(2);
    by_row.keys[0].column = "row_key";
    by_row.keys[1].column = "id";
    const std::string index = model::index_name(name, {"row_key", "id"});
    model::expect_name_fits(draft, index, entries.origin);
    draft.add({{std::string(model::kIndexKind), entries.id.schema, index, {}},
               std::move(by_row),
               model::IndexNotes{},
               entries.origin});
  }

  /// Once the key of the table is known, and the functions of the project.
  static void add_triggers(const syntax::Member& member, const TableDraft& table,
                           const model::ObjectId& entries, const Audit& audit, model::Draft& draft) {
    if (table.notes.primary_key.empty()) {
      draft.diagnostics()
          .error(member.key_span, "SC1454", "`" + table.id.name + "` cannot be audited: it has no key",
                 "an entry says which row it is about by the primary key")
          .help = "add a \"primary_key\"";
      return;
    }
    const auto add = [&](const model::ObjectId& on, std::string_view name, model::Trigger trigger,
                         std::string_view function) {
      trigger.function_schema = model::kDefaultSchema;
      trigger.function = function;
      draft.add({on.child(model::kTriggerKind, name), std::move(trigger), {}, member.key_span});
    };
    add_audit_function(member.key_span, draft);
    model::Trigger change;
    change.timing = model::TriggerTiming::after;
    change.arguments = arguments(table, audit);
    change.events = {"insert", "update", "delete"};
    add(table.id, "audit", change, kAuditChange);
    change.events = {"truncate"};
    change.for_each_row = false;
    add(table.id, "audit_truncate", std::move(change), kAuditChange);
    if (!audit.chain) return;
    add_chain_functions(member.key_span, draft);
    model::Trigger before;
    before.events = {"insert"};
    add(entries, "chain", before, kAuditChain);
    before.events = {"update", "delete", "truncate"};
    before.for_each_row = false;
    add(entries, "append_only", std::move(before), kAuditRefuse);
  }

  /// The server makes generated columns from others, which are recorded. Of personal data it is recorded that
  /// it changed and, unless asked for, not what it was: an audit outlives the person's wish to be forgotten.
  static std::vector<std::string> arguments(const TableDraft& table, const Audit& audit) {
    std::vector<std::string> left_out = audit.exclude;
    std::vector<std::string> personal;
    for (const ColumnDraft& column : table.columns) {
      if (!column.state.generated.empty()) left_out.push_back(column.name);
      if (column.notes.pii && !audit.personal) personal.push_back(column.name);
    }
    return {joined(table.notes.primary_key), joined(left_out), joined(personal)};
  }
};

}  // namespace

const model::Feature& audit() {
  static const AuditFeature kFeature;
  return kFeature;
}

}  // namespace schemac::compiler::features
