// Foreign keys. A table that is in use gets one for new rows first; those that are there are looked at then.
#include <algorithm>

#include "model/index.hpp"
#include "model/state_reader.hpp"
#include "objects/attachment.hpp"
#include "objects/constraint_catalogue.hpp"
#include "objects/constraint_steps.hpp"
#include "objects/foreign_key_definition.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Alteration;
using model::ForeignKey;
using model::Object;
using model::ObjectId;
using model::ReferentialAction;
using model::Step;
using model::Transition;

// Those of partitions that are the partitioned table's are left out: it brings them.
constexpr std::string_view kQuery = R"(
SELECT 'pg_constraint'::regclass::oid AS class, c.oid, 0 AS sub, n.nspname AS schema, t.relname AS "table",
       c.conname AS name, fn.nspname AS target_schema, ft.relname AS target, c.condeferrable AS deferrable,
       c.condeferred AS deferred, NOT c.convalidated AS not_valid, c.confmatchtype = 'f' AS match_full,
       c.confdeltype AS on_delete, c.confupdtype AS on_update, k.columns, k.target_columns,
       ARRAY(SELECT a.attname::text FROM unnest(c.confdelsetcols) WITH ORDINALITY s(number, place)
               JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = s.number ORDER BY s.place) AS set_columns
FROM pg_constraint c
JOIN pg_class t ON t.oid = c.conrelid
JOIN user_schemas n ON n.oid = t.relnamespace
JOIN pg_class ft ON ft.oid = c.confrelid
JOIN pg_namespace fn ON fn.oid = ft.relnamespace
CROSS JOIN LATERAL (
  SELECT array_agg(a.attname::text ORDER BY p.place) AS columns,
         array_agg(fa.attname::text ORDER BY p.place) AS target_columns
  FROM unnest(c.conkey, c.confkey) WITH ORDINALITY p(number, target_number, place)
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = p.number
  JOIN pg_attribute fa ON fa.attrelid = c.confrelid AND fa.attnum = p.target_number
) k
WHERE c.contype = 'f' AND c.conparentid = 0)";

ReferentialAction decode_action(const std::string& letter) {
  static constexpr std::string_view kLetters = "arcnd";  // in the order of ReferentialAction
  return static_cast<ReferentialAction>(kLetters.find(letter));
}

ObjectId target_of(const ForeignKey& key) {
  return {std::string(model::kTableKind), key.schema, key.table, {}};
}

bool is_key(const Object& object, const std::vector<std::string>& columns) {
  const auto& key = object.state.as<model::Key>().columns;
  return key.size() == columns.size() && std::is_permutation(key.begin(), key.end(), columns.begin());
}

/// The constraints that make the target's columns unique, in any order of them; without one, its unique
/// indexes.
std::vector<ObjectId> keys_of_target(const ObjectId& target, const std::vector<std::string>& columns,
                                     const model::Model& model) {
  std::vector<ObjectId> ids;
  for (const std::string_view kind : {model::kPrimaryKeyKind, model::kUniqueKind}) {
    for (const Object& part : model.parts(kind, target)) {
      if (is_key(part, columns)) ids.push_back(part.id);
    }
  }
  if (!ids.empty()) return ids;
  for (const Object& index : model.of_kind(model::kIndexKind)) {
    const auto& state = index.state.as<model::Index>();
    if (state.unique && index.id.schema == target.schema && state.table == target.name)
      ids.push_back(index.id);
  }
  return ids;
}

std::string definition(const Object& object) {
  const auto& key = object.state.as<ForeignKey>();
  std::string body = "FOREIGN KEY " + column_list(key.columns) + " REFERENCES " +
                     target_of(key).qualified_name() + " " + column_list(key.target_columns);
  if (key.match_full) body += " MATCH FULL";
  if (key.on_delete != ReferentialAction::no_action) {
    body += " ON DELETE " + std::string(model::name(key.on_delete));
    if (!key.set_columns.empty()) body += " " + column_list(key.set_columns);
  }
  if (key.on_update != ReferentialAction::no_action) {
    body += " ON UPDATE " + std::string(model::name(key.on_update));
  }
  return constraint_clause(object, body + deferrable_clause(key.deferrable));
}

/// Whether it holds for each partition by itself, of its table or of the one that it refers to.
bool concerns_partitions(const Object& object, const model::Model& model) {
  return is_partitioned(table_of(object.id), model) ||
         is_partitioned(target_of(object.state.as<ForeignKey>()), model);
}

/// A query that finds the rows which refer to nothing.
std::string orphans(const Object& object) {
  const auto& key = object.state.as<ForeignKey>();
  std::vector<std::string> filled, empty, pairs;
  for (std::size_t i = 0; i < key.columns.size(); ++i) {
    const std::string column = "r." + support::quote_identifier(key.columns[i]);
    filled.push_back(column + " IS NOT NULL");
    empty.push_back(column + " IS NULL");
    pairs.push_back("t." + support::quote_identifier(key.target_columns[i]) + " = " + column);
  }
  const std::string sql = "SELECT FROM " + object.id.qualified_name() + " r WHERE " +
                          joined(filled, " AND ") + " AND NOT EXISTS (SELECT FROM " +
                          target_of(key).qualified_name() + " t WHERE " + joined(pairs, " AND ") + ")";
  if (!key.match_full || key.columns.size() == 1) return sql;
  return sql + " OR (" + joined(filled, " OR ") + ") AND (" + joined(empty, " OR ") + ")";
}

Condition condition(const Object& object) {
  const auto& key = object.state.as<ForeignKey>();
  Condition result;
  result.clause = definition(object);
  result.lock = "SHARE ROW EXCLUSIVE on " + object.id.qualified_name();
  result.refusal = "fails where a row of " + object.id.qualified_name() + " refers to none of " +
                   target_of(key).qualified_name();
  result.precondition = "SELECT NOT EXISTS (" + orphans(object) + ")";
  result.not_valid = key.not_valid;
  return result;
}

/// The key as far as rows may fail it.
ForeignKey demand(const ForeignKey& key) {
  ForeignKey result;
  result.columns = key.columns;
  result.schema = key.schema;
  result.table = key.table;
  result.target_columns = key.target_columns;
  result.match_full = key.match_full;
  result.not_valid = key.not_valid;
  return result;
}

/// Whether the one must go for the other; a key may be validated, or be made to wait, in place.
bool swaps(const Object& from, const Object& to) {
  ForeignKey old = from.state.as<ForeignKey>();
  const auto& key = to.state.as<ForeignKey>();
  old.deferrable = key.deferrable;
  if (!key.not_valid) old.not_valid = false;
  return !(old == key);
}

class ForeignKeyKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return foreign_key_specs(); }
  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    read_foreign_keys(member, *table, draft);
  }

  std::string_view catalogue() const override { return kQuery; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    ForeignKey key;
    key.columns = row.list("columns");
    key.schema = row.text("target_schema");
    key.table = row.text("target");
    key.target_columns = row.list("target_columns");
    key.on_delete = decode_action(row.text("on_delete"));
    key.on_update = decode_action(row.text("on_update"));
    key.deferrable = decode_deferrable(row);
    key.match_full = row.flag("match_full");
    key.set_columns = row.list("set_columns");
    key.not_valid = row.flag("not_valid");
    return Object{
        {std::string(name()), row.text("schema"), row.text("table"), row.text("name")}, std::move(key), {}};
  }

  std::string_view name() const override { return model::kForeignKeyKind; }
  model::Body load(const syntax::Value& state) const override { return model::read_state<ForeignKey>(state); }
  std::optional<ObjectId> owner(const Object& object) const override { return table_of(object.id); }

  std::vector<ObjectId> needs(const Object& object, const model::Model& model) const override {
    const auto& key = object.state.as<ForeignKey>();
    const ObjectId table = table_of(object.id);
    const ObjectId target = target_of(key);
    std::vector<ObjectId> ids = keys_of_target(target, key.target_columns, model);
    for (auto& id : columns_of(table, key.columns)) ids.push_back(std::move(id));
    for (auto& id : columns_of(target, key.target_columns)) ids.push_back(std::move(id));
    ids.push_back(table);
    ids.push_back(target);
    return ids;
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    const bool not_valid = object.state.as<ForeignKey>().not_valid;
    return add_constraint(object, definition(object) + (not_valid ? " NOT VALID" : ""));
  }
  std::string drop(const Object& object) const override { return drop_constraint(object); }

  std::optional<model::Clause> clause(const Object& object) const override {
    if (object.state.as<ForeignKey>().not_valid) return std::nullopt;
    return model::Clause{definition(object), static_cast<std::uint32_t>(ClauseRank::foreign_key), 0};
  }

  std::vector<Step> add(const Object& object, const Transition& transition) const override {
    if (concerns_partitions(object, transition.after))
      return {place_on_partitioned(object, condition(object), Placing::add)};
    return add_condition(object, condition(object), Placing::add);
  }
  std::vector<Step> remove(const Object& object, const Transition&) const override {
    return {remove_constraint(object)};
  }

  Alteration alter(const Object& from, const Object& to, const Transition& transition) const override {
    const auto& old = from.state.as<ForeignKey>();
    const auto& key = to.state.as<ForeignKey>();
    Condition wanted = condition(to);
    const bool in_parts = concerns_partitions(to, transition.after);
    if (swaps(from, to) || (in_parts && old.not_valid != key.not_valid)) {
      if (demand(old) == demand(key)) wanted.precondition.clear();
      if (in_parts) return Alteration::in_place({place_on_partitioned(to, wanted, Placing::replace)});
      return Alteration::in_place(add_condition(to, wanted, Placing::replace));
    }
    std::vector<Step> steps;
    if (old.deferrable != key.deferrable) steps.push_back(defer(to));
    if (old.not_valid != key.not_valid) steps.push_back(validate(to, wanted));
    return Alteration::in_place(std::move(steps));
  }

  /// Its comment, which goes along.
  bool disturbs(const Object& from, const Object& to, const Object&) const override {
    return swaps(from, to);
  }

  std::string rename(const Object& object, const std::string& name) const override {
    return rename_constraint(object, name);
  }

 private:
  static Step defer(const Object& object) {
    const auto deferrable = object.state.as<ForeignKey>().deferrable;
    std::string words = deferrable_clause(deferrable);
    if (deferrable == model::Deferrable::no) words = " NOT DEFERRABLE";
    if (deferrable == model::Deferrable::initially_immediate) words += " INITIALLY IMMEDIATE";
    Step step{object.id, "ALTER TABLE " + object.id.qualified_name() + "\n    ALTER CONSTRAINT " +
                             support::quote_identifier(object.id.part) + words};
    step.lock = "ACCESS EXCLUSIVE on " + object.id.qualified_name();
    return step;
  }

  /// PostgreSQL has no NOT VALID for references of a partitioned table, and does not validate those to the
  /// partitions of another one.
  static Step place_on_partitioned(const Object& object, const Condition& wanted, Placing placing) {
    Step step{object.id, placing == Placing::add ? add_constraint(object, wanted.clause)
                                                 : replace_constraint(object, wanted.clause)};
    step.lock = wanted.lock;
    step.hazards.push_back(
        {std::string(model::hazards::kBlocks), "blocks writers of " + object.id.qualified_name() + " and " +
                                                   target_of(object.state.as<ForeignKey>()).qualified_name() +
                                                   " while it looks at every row"});
    expect_rows(step, wanted);
    return step;
  }
};

}  // namespace

const model::ObjectKind& foreign_key_kind() {
  static const ForeignKeyKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
