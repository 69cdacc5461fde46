// Primary keys and unique constraints. A table that is in use gets the index first, which is then made a
// constraint: only that takes a lock that blocks, and not for long.
#include "model/index.hpp"
#include "model/state_reader.hpp"
#include "objects/attachment.hpp"
#include "objects/constraint_steps.hpp"
#include "objects/index_sql.hpp"
#include "objects/key_catalogue.hpp"
#include "objects/key_definition.hpp"
#include "objects/objects.hpp"
#include "objects/options.hpp"
#include "objects/sql_text.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Alteration;
using model::Key;
using model::Object;
using model::ObjectId;
using model::Step;
using model::Transition;

/// The unique index that keeps a key.
model::Index unique_index(const Object& object) {
  const auto& key = object.state.as<Key>();
  model::Index index;
  index.table = object.id.name;
  for (const std::string& column : key.columns) index.keys.emplace_back().column = column;
  index.include = key.include;
  index.unique = true;
  index.nulls_not_distinct = key.nulls_not_distinct;
  index.storage = key.storage;
  return index;
}

std::string index_name(const Object& object) {
  return ObjectId{{}, object.id.schema, object.id.part, {}}.qualified_name();
}

/// The key without what can be changed in place.
Key lasting_part(Key key) {
  key.storage.clear();
  key.parent = {};
  return key;
}

bool same_thing(const Key& from, const Key& to) {
  return lasting_part(from) == lasting_part(to);
}

/// What both kinds do alike; they differ in their words and in what they read.
class KeyKind : public model::ObjectKind {
 public:
  model::Body load(const syntax::Value& state) const final { return model::read_state<Key>(state); }
  std::optional<ObjectId> owner(const Object& object) const final { return table_of(object.id); }

  std::vector<ObjectId> needs(const Object& object, const model::Model&) const final {
    const auto& key = object.state.as<Key>();
    const ObjectId table = table_of(object.id);
    std::vector<ObjectId> ids = columns_of(table, key.columns);
    for (auto& id : columns_of(table, key.include)) ids.push_back(std::move(id));
    for (auto& id : identities_of(key.parent)) ids.push_back(std::move(id));
    ids.push_back(table);
    return ids;
  }

  std::optional<Object> decode(const model::CatalogueRow& row) const final { return decode_key(row, name()); }

  std::optional<model::Clause> clause(const Object& object) const final {
    const auto& key = object.state.as<Key>();
    std::string body(words());
    if (key.nulls_not_distinct) body += " NULLS NOT DISTINCT";
    body += " " + column_list(key.columns);
    if (!key.include.empty()) body += " INCLUDE " + column_list(key.include);
    body += with_options(key.storage) + deferrable_clause(key.deferrable);
    return model::Clause{constraint_clause(object, body), static_cast<std::uint32_t>(rank()), 0};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const final {
    return add_constraint(object, clause(object)->sql);
  }
  std::string drop(const Object& object) const final { return drop_constraint(object); }

  std::vector<Step> add(const Object& object, const Transition& transition) const final {
    if (const Object* old = namesake(object, transition)) return {{object.id, rename(*old, object.id.part)}};
    std::vector<Step> steps;
    if (is_partitioned(table_of(object.id), transition.after)) {
      steps.push_back(add_to_partitioned(object));
    } else {
      steps.push_back(
          build_concurrently(object.id, {object.id.schema, object.id.part, unique_index(object)}));
      steps.push_back({object.id, add_constraint(object, using_index(object, object.id.part))});
      steps.back().lock = "ACCESS EXCLUSIVE on " + object.id.qualified_name();
    }
    append_attachment(object, transition, steps);
    return steps;
  }

  std::vector<Step> remove(const Object& object, const Transition& transition) const final {
    const bool attached = !object.state.as<Key>().parent.name.empty();
    if (attached && stays_attached(table_of(object.id), transition))
      return {};  // goes with that of the whole
    return {remove_constraint(object)};
  }

  Alteration alter(const Object& from, const Object& to, const Transition& transition) const final {
    const auto& old = from.state.as<Key>();
    const auto& key = to.state.as<Key>();
    const ObjectId table = table_of(to.id);
    const bool attached = !old.parent.name.empty() && stays_attached(table, transition);
    const bool parted = attached && !(old.parent == key.parent);
    const bool partitioned = is_partitioned(table, transition.before);
    if (same_thing(old, key) && !parted && (old.storage == key.storage || !partitioned)) {
      std::vector<Step> steps = change_storage(to.id, index_name(to), old.storage, key.storage);
      if (old.parent.name.empty()) append_attachment(to, transition, steps);
      return Alteration::in_place(std::move(steps));
    }
    return attached || partitioned ? Alteration::replace() : Alteration::in_place(swap(to));
  }

  /// References to it, for one, while it is swapped.
  bool disturbs(const Object& from, const Object& to, const Object&) const final {
    return !same_thing(from.state.as<Key>(), to.state.as<Key>());
  }

  std::optional<std::string> relation_name(const Object& object) const final { return object.id.part; }
  std::string rename(const Object& object, const std::string& name) const final {
    return rename_constraint(object, name);
  }

 protected:
  /// "PRIMARY KEY" or "UNIQUE".
  [[nodiscard]] virtual std::string_view words() const = 0;
  [[nodiscard]] virtual ClauseRank rank() const = 0;

 private:
  /// Makes a constraint of an index, which then has the constraint's name.
  [[nodiscard]] std::string using_index(const Object& object, const std::string& index) const {
    return constraint_clause(object,
                             std::string(words()) + " USING INDEX " + support::quote_identifier(index)) +
           deferrable_clause(object.state.as<Key>().deferrable);
  }

  /// The successor is built beside it, so that rows are unique all the time.
  [[nodiscard]] std::vector<Step> swap(const Object& to) const {
    const model::Index index = unique_index(to);
    const std::string beside = beside_name(to.id.part);
    std::vector<Step> steps{build_concurrently(to.id, {to.id.schema, beside, index})};
    steps.push_back({to.id, replace_constraint(to, using_index(to, beside))});
    steps.back().lock = "ACCESS EXCLUSIVE on " + to.id.qualified_name();
    return steps;
  }

  /// Alone: each partition gets its own, which is then attached.
  [[nodiscard]] Step add_to_partitioned(const Object& object) const {
    Step step{object.id,
              "ALTER TABLE ONLY " + object.id.qualified_name() + "\n    ADD " + clause(object)->sql};
    step.lock = "ACCESS EXCLUSIVE on " + object.id.qualified_name();
    return step;
  }

  /// A partition has one key for each of the partitioned table's: another one in its place is the same under
  /// another name.
  [[nodiscard]] const Object* namesake(const Object& object, const Transition& transition) const {
    const auto& parent = object.state.as<Key>().parent;
    if (!stays(parent, transition)) return nullptr;
    for (const Object& old : transition.before.parts(name(), table_of(object.id))) {
      if (old.state.as<Key>().parent == parent && old.id != object.id) return &old;
    }
    return nullptr;
  }

  static void append_attachment(const Object& object, const Transition& transition,
                                std::vector<Step>& steps) {
    const auto& parent = object.state.as<Key>().parent;
    if (parent.name.empty() || !stays_attached(table_of(object.id), transition)) return;
    steps.push_back(attach(object.id, parent, index_name(object)));
  }
};

class PrimaryKeyKind final : public KeyKind {
 public:
  std::span<const model::KeySpec> keys() const override { return primary_key_specs(); }
  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    read_primary_key(member, *table, draft);
  }
  std::string_view catalogue() const override {
    static const std::string kQuery = key_catalogue('p');
    return kQuery;
  }
  std::string_view name() const override { return model::kPrimaryKeyKind; }

 protected:
  std::string_view words() const override { return "PRIMARY KEY"; }
  ClauseRank rank() const override { return ClauseRank::primary_key; }
};

class UniqueKind final : public KeyKind {
 public:
  std::span<const model::KeySpec> keys() const override { return unique_specs(); }
  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    read_unique(member, *table, draft);
  }
  std::string_view catalogue() const override {
    static const std::string kQuery = key_catalogue('u');
    return kQuery;
  }
  std::string_view name() const override { return model::kUniqueKind; }

 protected:
  std::string_view words() const override { return "UNIQUE"; }
  ClauseRank rank() const override { return ClauseRank::unique; }
};

}  // namespace

const model::ObjectKind& primary_key_kind() {
  static const PrimaryKeyKind kKind;
  return kKind;
}

const model::ObjectKind& unique_kind() {
  static const UniqueKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
