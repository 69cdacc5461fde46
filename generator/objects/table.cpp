// Tables. Made by resolve; their columns and most constraints are clauses of CREATE TABLE when all are new.
#include <algorithm>
#include <array>

#include "model/column.hpp"
#include "model/constraint.hpp"
#include "model/enumeration.hpp"
#include "model/identity_sequence.hpp"
#include "model/partition.hpp"
#include "model/state_reader.hpp"
#include "model/table.hpp"
#include "objects/attachment.hpp"
#include "objects/numbering.hpp"
#include "objects/objects.hpp"
#include "objects/options.hpp"
#include "objects/type_change.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::identity_sequence;
using model::Object;
using model::ObjectId;
using model::Step;
using model::Table;
using model::takes_usual_sequence;

constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::table, "unlogged",
      "true: not written to the log; fast, empty after a crash, and absent from replicas."}}};

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_class'::regclass::oid AS class, c.oid AS oid, 0 AS sub, n.nspname AS schema, c.relname AS name,
       c.relpersistence = 'u' AS unlogged,
       CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
       CASE WHEN a.amname <> 'heap' THEN a.amname END AS access_method,
       c.reloptions || ARRAY(SELECT 'toast.' || o FROM unnest(toast.reloptions) o) AS options,
       CASE WHEN NOT c.relispartition AND c.relhassubclass IS NOT NULL THEN ARRAY(
         SELECT format('%I.%I', pn.nspname, p.relname) FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent
           JOIN pg_namespace pn ON pn.oid = p.relnamespace WHERE i.inhrelid = c.oid ORDER BY i.inhseqno) END AS inherits
  FROM pg_class c
  JOIN user_schemas n ON n.oid = c.relnamespace
  LEFT JOIN pg_am a ON a.oid = c.relam
  LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
 WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't')";

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

bool is_referred_to(const ObjectId& table, const model::Model& model) {
  const auto keys = model.of_kind(model::kForeignKeyKind);
  return std::any_of(keys.begin(), keys.end(), [&](const Object& key) {
    const auto& state = key.state.as<model::ForeignKey>();
    return state.schema == table.schema && state.table == table.name;
  });
}

/// The table that it is a partition of, if that stays as it is and foreign keys refer to it, or to what it is
/// a partition of: the server drops no part of that before it is detached.
std::optional<ObjectId> referred_parent(const ObjectId& table, const model::Transition& transition) {
  std::optional<ObjectId> parent;
  for (ObjectId above = table;;) {
    const Object* attachment = transition.before.find(model::attachment_of(above));
    if (attachment == nullptr) return std::nullopt;
    const auto& partition = attachment->state.as<model::Partition>();
    above = {std::string(model::kTableKind), partition.parent_schema, partition.parent, {}};
    if (!keeps_partitioning(above, transition)) return std::nullopt;
    if (!parent) parent = above;
    if (is_referred_to(above, transition.before)) return parent;
  }
}

class TableKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (draft.expect(member.value, syntax::Kind::boolean, "\"unlogged\"")) {
      table->state.unlogged = member.value.is_true();
    }
  }

  std::string_view name() const override { return model::kTableKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Table>(state);
  }
  bool endures(const Object&) const override { return true; }
  std::optional<std::string> relation_name(const Object& object) const override { return object.id.name; }

  // Types, functions and operator classes may be an extension's, and only a server knows which: all of them
  // come before all tables.
  std::vector<ObjectId> needs(const Object& object, const model::Model& model) const override {
    std::vector<ObjectId> ids{{std::string(model::kSchemaKind), {}, object.id.schema, {}}};
    for (const Object& extension : model.of_kind(model::kExtensionKind)) ids.push_back(extension.id);
    return ids;
  }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    Table table;
    table.unlogged = row.flag("unlogged");
    table.partition_key = row.text("partition_key");
    table.inherits = row.list("inherits");
    table.options = row.list("options");
    table.access_method = row.text("access_method");
    return Object{{std::string(name()), row.text("schema"), row.text("name"), {}}, std::move(table), {}};
  }

  std::string create(const Object& object, const std::vector<std::string>& clauses) const override {
    const auto& table = object.state.as<Table>();
    std::string sql = table.unlogged ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ";
    sql += object.id.qualified_name() + " (";
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      sql += (i == 0 ? "\n    " : ",\n    ") + clauses[i];
    }
    sql += clauses.empty() ? ")" : "\n)";
    if (!table.inherits.empty()) sql += " INHERITS (" + listed(table.inherits) + ")";
    if (!table.partition_key.empty()) sql += " PARTITION BY " + table.partition_key;
    if (!table.access_method.empty()) sql += " USING " + support::quote_identifier(table.access_method);
    return sql + with_options(table.options);
  }
  std::string drop(const Object& object) const override { return "DROP TABLE " + object.id.qualified_name(); }
  std::vector<Step> remove(const Object& object, const model::Transition& transition) const override {
    Step step{object.id, drop(object), "ACCESS EXCLUSIVE on " + object.id.qualified_name()};
    step.hazards = {{std::string(model::hazards::kDropsTable),
                     "drops table " + object.id.qualified_name() + " with its rows"}};
    if (const auto parent = referred_parent(object.id, transition)) {
      step.sql = "ALTER TABLE " + parent->qualified_name() + " DETACH PARTITION " +
                 object.id.qualified_name() + ";\n" + step.sql;
      step.hazards.push_back({std::string(model::hazards::kNeedsData),
                              "fails while other tables refer to rows of " + object.id.qualified_name()});
    }
    return {std::move(step)};
  }

  model::Alteration alter(const Object& from, const Object& to,
                          const model::Transition& transition) const override {
    const auto& old = from.state.as<Table>();
    const auto& now = to.state.as<Table>();
    if (!keeps_partitioning(to.id, transition)) return model::Alteration::supersede();
    const std::string alter = "ALTER TABLE " + to.id.qualified_name();
    std::vector<Step> steps;
    const auto rewrite = [&](const std::string& words) {
      Step step{to.id, alter + words, "ACCESS EXCLUSIVE on " + to.id.qualified_name()};
      step.hazards = {
          {std::string(model::hazards::kRewritesTable),
           "writes every row of " + to.id.qualified_name() + " anew; nobody reads or writes it meanwhile"}};
      steps.push_back(std::move(step));
    };
    if (old.unlogged != now.unlogged) rewrite(now.unlogged ? " SET UNLOGGED" : " SET LOGGED");
    if (old.access_method != now.access_method) {
      rewrite(" SET ACCESS METHOD " +
              support::quote_identifier(now.access_method.empty() ? "heap" : now.access_method));
    }
    for (std::string& sql : change_options(alter, old.options, now.options))
      steps.push_back({to.id, std::move(sql)});
    return model::Alteration::in_place(std::move(steps));
  }

  std::string rename(const Object& object, const std::string& name) const override {
    return "ALTER TABLE " + object.id.qualified_name() + " RENAME TO " + support::quote_identifier(name);
  }

  /// With the sequences of its identities, whose names the successor's get.
  Step move_aside(const Object& object, const std::string& aside,
                  const model::Transition& transition) const override {
    Step step{object.id, rename(object, aside), "ACCESS EXCLUSIVE on " + object.id.qualified_name()};
    for (const Object* column : transition.before.columns(object.id)) {
      if (!takes_usual_sequence(*column)) continue;
      ObjectId sequence = object.id;
      sequence.name = identity_sequence(object.id.name, column->id.part);
      step.sql += ";\nALTER SEQUENCE " + sequence.qualified_name() + " RENAME TO " +
                  support::quote_identifier(identity_sequence(aside, column->id.part));
    }
    return step;
  }

  /// Every column that both have; what the new one computes by itself is left to it.
  std::vector<Step> take_over(const Object& object, const std::string& aside,
                              const model::Transition& transition) const override {
    std::string names;
    std::string values;
    std::string identities;
    for (const Object* column : transition.after.columns(object.id)) {
      const Object* old = transition.before.find(column->id);
      const auto& state = column->state.as<model::Column>();
      if (state.identity != model::Identity::none) identities += ";\n\n" + continue_identity(column->id);
      if (old == nullptr || !state.generated.empty()) continue;
      const std::string quoted = support::quote_identifier(column->id.part);
      const std::string converted = conversion(quoted, old->state.as<model::Column>().type, state.type);
      names += (names.empty() ? "" : ", ") + quoted;
      values += (values.empty() ? "" : ", ") + (converted.empty() ? quoted : converted);
    }
    if (names.empty()) return {};
    ObjectId source = object.id;
    source.name = aside;
    Step step{object.id, "INSERT INTO " + object.id.qualified_name() + " (" + names +
                             ") OVERRIDING SYSTEM VALUE\n    SELECT " + values + " FROM " +
                             source.qualified_name() + identities};
    step.hazards = {
        {std::string(model::hazards::kRewritesTable),
         "copies every row of " + object.id.qualified_name() + "; nobody reads or writes it meanwhile"}};
    return {std::move(step)};
  }
};

}  // namespace

const model::ObjectKind& table_kind() {
  static const TableKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
