// Indexes. One that changes is renamed out of the way and dropped once its successor is there.
#include "model/index.hpp"

#include <algorithm>

#include "model/state_reader.hpp"
#include "objects/attachment.hpp"
#include "objects/dependencies.hpp"
#include "objects/index_catalogue.hpp"
#include "objects/index_definition.hpp"
#include "objects/index_sql.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"
#include "sql/names.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Alteration;
using model::Index;
using model::IndexKey;
using model::Object;
using model::ObjectId;
using model::Step;
using model::Transition;

NamedIndex named(const Object& object) {
  return {object.id.schema, object.id.name, object.state.as<Index>()};
}

/// The columns that an index's keys and predicate mention, and other names: what is no column is passed over.
std::vector<std::string> mentioned_columns(const Index& index) {
  std::vector<std::string> columns = index.include;
  std::vector<std::string_view> expressions{index.predicate};
  for (const IndexKey& key : index.keys) {
    if (!key.column.empty()) columns.push_back(key.column);
    expressions.push_back(key.expression);
  }
  for (const std::string_view text : expressions) {
    for (std::string& name : sql::names_in(text)) columns.push_back(std::move(name));
  }
  return columns;
}

/// The index without what can be changed in place.
Index lasting_part(Index index) {
  index.storage.clear();
  index.parent = {};
  for (IndexKey& key : index.keys) key.statistics = IndexKey{}.statistics;
  return index;
}

/// A partition has one index for each of the partitioned table's: another one in its place is the same under
/// another name. Its id, where `object` is such an other one.
const Object* namesake(const Object& object, const Transition& transition) {
  const auto& index = object.state.as<Index>();
  if (!stays(index.parent, transition)) return nullptr;
  for (const Object& old : transition.before.of_kind(model::kIndexKind)) {
    const auto& state = old.state.as<Index>();
    const bool same_table = old.id.schema == object.id.schema && state.table == index.table;
    if (same_table && state.parent == index.parent && old.id != object.id) return &old;
  }
  return nullptr;
}

class IndexKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return index_specs(); }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::array, "\"indexes\"")) return;
    for (const syntax::Value& item : member.value.items) read_index(item, *table, draft);
  }

  std::string_view catalogue() const override { return index_catalogue(); }
  std::optional<Object> decode(const model::CatalogueRow& row) const override { return decode_index(row); }

  std::string_view name() const override { return model::kIndexKind; }
  model::Body load(const syntax::Value& state) const override { return model::read_state<Index>(state); }

  std::optional<ObjectId> owner(const Object& object) const override { return named(object).table(); }

  std::vector<ObjectId> needs(const Object& object, const model::Model& model) const override {
    const ObjectId table = *owner(object);
    const auto& index = object.state.as<Index>();
    std::vector<std::string> names = mentioned_columns(index);
    std::vector<ObjectId> ids = columns_of(table, names);
    ids.push_back(table);
    for (ObjectId& id : identities_of(index.parent)) ids.push_back(std::move(id));
    std::sort(names.begin(), names.end());
    append_functions(ids, model, names);
    return ids;
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    const NamedIndex index = named(object);
    std::string sql = create_index(index, Build::plain);
    for (const Step& step : set_statistics(object.id, index, {})) sql += ";\n" + step.sql;
    return sql;
  }
  std::string drop(const Object& object) const override { return "DROP INDEX " + object.id.qualified_name(); }

  std::vector<Step> add(const Object& object, const Transition& transition) const override {
    const NamedIndex index = named(object);
    if (const Object* old = namesake(object, transition)) return {{object.id, rename(*old, object.id.name)}};
    std::vector<Step> steps;
    if (is_partitioned(index.table(), transition.after)) {
      steps.push_back({object.id, create_index(index, Build::only)});
      expect_distinct(steps.back(), index);
    } else {
      steps.push_back(build_concurrently(object.id, index));
    }
    for (Step& step : set_statistics(object.id, index, {})) steps.push_back(std::move(step));
    append_attachment(object, transition, steps);
    return steps;
  }

  std::vector<Step> remove(const Object& object, const Transition& transition) const override {
    const NamedIndex index = named(object);
    const bool attached = !index.index.parent.name.empty();
    if (attached && stays_attached(index.table(), transition)) return {};  // goes with that of the whole
    if (is_partitioned(index.table(), transition.before)) {
      Step step{object.id, drop(object)};
      step.lock = "ACCESS EXCLUSIVE on " + index.table().qualified_name();
      return {step};
    }
    return {drop_concurrently(object.id, index)};
  }

  Alteration alter(const Object& from, const Object& to, const Transition& transition) const override {
    const auto& old = from.state.as<Index>();
    const NamedIndex index = named(to);
    const bool parted = !old.parent.name.empty() && !(old.parent == index.index.parent);
    const bool lost = parted && stays_attached(index.table(), transition);
    if (lost || !same_thing(old, index.index, transition, index.table())) return Alteration::supersede();
    std::vector<Step> steps = change_storage(to.id, index.qualified_name(), old.storage, index.index.storage);
    for (Step& step : set_statistics(to.id, index, old.keys)) steps.push_back(std::move(step));
    if (old.parent.name.empty()) append_attachment(to, transition, steps);
    return Alteration::in_place(std::move(steps));
  }

  std::optional<std::string> relation_name(const Object& object) const override { return object.id.name; }

  std::string rename(const Object& object, const std::string& name) const override {
    return "ALTER INDEX " + object.id.qualified_name() + "\n    RENAME TO " + support::quote_identifier(name);
  }

  std::optional<Object> with_type_aside(const Object& object, const ObjectId& needed,
                                        const std::string& aside) const override {
    Index index = object.state.as<Index>();
    const auto wholes = identities_of(index.parent);
    if (std::find(wholes.begin(), wholes.end(), needed) == wholes.end()) return std::nullopt;
    index.parent.name = aside;
    Object moved = object;
    moved.state = std::move(index);
    return moved;
  }

 private:
  /// Whether the one may become the other without being built anew. What is invalid already does no harm by
  /// staying so.
  static bool same_thing(const Index& from, const Index& to, const Transition& transition,
                         const ObjectId& table) {
    Index old = lasting_part(from);
    if (to.invalid) old.invalid = true;
    if (!(old == lasting_part(to))) return false;
    return from.storage == to.storage || !is_partitioned(table, transition.before);
  }

  /// An index on a partition that is attached already; others are attached with their table.
  static void append_attachment(const Object& object, const Transition& transition,
                                std::vector<Step>& steps) {
    const NamedIndex index = named(object);
    if (index.index.parent.name.empty() || !stays_attached(index.table(), transition)) return;
    steps.push_back(attach(object.id, index.index.parent, index.qualified_name()));
  }
};

}  // namespace

const model::ObjectKind& index_kind() {
  static const IndexKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
