// Identities first, then every text of the objects that can speak of what was renamed.
#include "diff/renaming.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "model/column.hpp"
#include "model/constraint.hpp"
#include "model/enumeration.hpp"
#include "model/function.hpp"
#include "model/index.hpp"
#include "model/partition.hpp"
#include "model/policy.hpp"
#include "model/sequence.hpp"
#include "model/trigger.hpp"
#include "model/view.hpp"
#include "sql/names.hpp"

namespace schemac::compiler::diff {
namespace {

using model::Object;
using model::ObjectId;
using model::Rename;

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool is_relation(std::string_view kind) {
  return is_one_of<3>(kind, {model::kTableKind, model::kViewKind, model::kMaterializedViewKind});
}

bool is_of_function(const ObjectId& id) {
  return id.kind == model::kFunctionKind || id.part.starts_with("function ");
}

bool is_constraint(std::string_view kind) {
  return is_one_of<5>(kind, {model::kPrimaryKeyKind, model::kUniqueKind, model::kCheckKind,
                             model::kExclusionKind, model::kForeignKeyKind});
}

bool is_kept_by_index(std::string_view kind) {
  return is_one_of<3>(kind, {model::kIndexKind, model::kPrimaryKeyKind, model::kUniqueKind});
}

/// Its name among the relations of its schema, of which each has one: a key's is its index's.
std::optional<std::string> relation_name(const ObjectId& id) {
  if (is_relation(id.kind) ||
      is_one_of<3>(id.kind, {model::kIndexKind, model::kSequenceKind, model::kForeignTableKind}))
    return id.name;
  if (is_kept_by_index(id.kind) || id.kind == model::kExclusionKind) return id.part;
  return std::nullopt;
}

/// Whether `object` is `table` or one of its parts, its indexes included.
bool is_of_table(const Object& object, const ObjectId& table) {
  if (object.id.schema != table.schema || is_of_function(object.id)) return false;
  if (object.id.kind == model::kIndexKind) return object.state.as<model::Index>().table == table.name;
  return object.id.name == table.name;
}

/// The members that hold names of columns of the object's own table, or SQL over them.
bool speaks_of_columns(std::string_view member) {
  return is_one_of<11>(member, {"columns", "include", "column", "of", "expression", "predicate", "generated",
                                "when", "using", "check", "on"});
}

/// One renaming, and what it does to identities and texts.
class Step {
 public:
  explicit Step(const Rename& rename) : from_(rename.from), to_(rename.to) {}

  void apply(std::vector<Object>& objects) const {
    for (const ObjectId& partition : partitions(objects)) {
      const Rename along{{from_.kind, partition.schema, partition.name, from_.part},
                         {to_.kind, partition.schema, partition.name, to_.part},
                         {}};
      Step(along).apply(objects);
    }
    for (Object& object : objects) {
      if (!object.state.empty()) object.state = renamed(object);
      object.id = renamed(object.id);
      if (!object.recorded_needs) continue;
      for (ObjectId& id : *object.recorded_needs) id = renamed(id);
    }
  }

 private:
  /// The tables whose column of the same name the server renames along.
  [[nodiscard]] std::vector<ObjectId> partitions(const std::vector<Object>& objects) const {
    std::vector<ObjectId> tables;
    if (from_.kind != model::kColumnKind) return tables;
    for (const Object& object : objects) {
      if (object.id.kind != model::kPartitionKind) continue;
      const auto& partition = object.state.as<model::Partition>();
      if (partition.parent_schema == from_.schema && partition.parent == from_.name)
        tables.push_back(object.id);
    }
    return tables;
  }

  [[nodiscard]] ObjectId renamed(ObjectId id) const {
    if (id == from_) return to_;
    if (id.schema != from_.schema || id.name != from_.name || is_of_function(id)) return id;
    if (is_relation(from_.kind) || id.part.starts_with(from_.kind)) {
      if (from_.part.empty()) id.name = to_.name;
    }
    if (!from_.part.empty() && from_.kind != model::kEnumValueKind) {
      if (id.part == from_.kind + " " + from_.part) id.part = from_.kind + " " + to_.part;
      if (from_.kind == model::kColumnKind && id.kind == model::kColumnSettingsKind && id.part == from_.part)
        id.part = to_.part;
    }
    return id;
  }

  [[nodiscard]] model::Body renamed(const Object& object) const {
    if (from_.kind == model::kColumnKind) return with_column(object);
    if (from_.kind == model::kEnumValueKind) return with_enum_value(object);
    if (is_kept_by_index(from_.kind)) {
      if (object.id.kind == model::kIndexKind) return with_parent(object.state.as<model::Index>());
      if (is_kept_by_index(object.id.kind)) return with_parent(object.state.as<model::Key>());
    }
    if (!from_.part.empty()) return object.state;
    return object.state.mapped([&](std::string_view member, const std::string& text) {
      const bool names_table = is_one_of<3>(member, {"table", "parent", "function"});
      if (names_table) return text == from_.name ? to_.name : text;
      if (text.find(from_.name) == std::string::npos) return text;
      return sql::with_name(text, from_.schema, from_.name, to_.name);
    });
  }

  /// Of an index or a key, which may be attached to the renamed one.
  template <class Attached>
  [[nodiscard]] model::Body with_parent(Attached state) const {
    model::IndexParent& parent = state.parent;
    if (parent.schema == from_.schema && parent.name == relation_name(from_))
      parent.name = *relation_name(to_);
    return state;
  }

  [[nodiscard]] model::Body with_column(const Object& object) const {
    const ObjectId table{std::string(model::kTableKind), from_.schema, from_.name, {}};
    const bool own = is_of_table(object, table);
    const bool target = object.id.kind == model::kForeignKeyKind &&
                        object.state.as<model::ForeignKey>().table == from_.name &&
                        object.state.as<model::ForeignKey>().schema == from_.schema;
    if (!own && !target) return object.state;
    return object.state.mapped([&](std::string_view member, const std::string& text) {
      if (member == "target_columns" ? !target : !own || !speaks_of_columns(member)) return text;
      if (text == from_.part) return to_.part;
      if (member == "on") return sql::with_name(text, from_.name, from_.part, to_.part);
      return sql::with_name(text, {}, from_.part, to_.part);
    });
  }

  [[nodiscard]] model::Body with_enum_value(const Object& object) const {
    const bool own = object.id.kind == model::kEnumKind && object.id.schema == from_.schema &&
                     object.id.name == from_.name;
    return object.state.mapped([&](std::string_view member, const std::string& text) {
      if (own && member == "values") return text == from_.part ? to_.part : text;
      return sql::with_literal(text, from_.part, to_.part);
    });
  }

  const ObjectId& from_;
  const ObjectId& to_;
};

bool is_part(const Rename& rename) {
  return !rename.from.part.empty() && rename.from.kind != model::kFunctionKind;
}

/// Whether there is an object, or a value of an enum, of that identity.
bool holds(std::span<const Object> objects, const ObjectId& id) {
  const bool is_value = id.kind == model::kEnumValueKind;
  const ObjectId owner{std::string(model::kEnumKind), id.schema, id.name, {}};
  const auto found = std::find_if(objects.begin(), objects.end(),
                                  [&](const Object& object) { return object.id == (is_value ? owner : id); });
  if (found == objects.end() || !is_value) return found != objects.end();
  const auto& values = found->state.as<model::Enumeration>().values;
  return std::find(values.begin(), values.end(), id.part) != values.end();
}

class Renamer {
 public:
  Renamer(const model::Model& before, const model::Model& after)
      : project_(before.project()),
        objects_(before.objects().begin(), before.objects().end()),
        after_(after),
        declared_(after.renames().begin(), after.renames().end()) {}

  Renaming run() {
    for (const bool parts : {false, true}) {
      for (const Rename& rename : declared_) {
        if (is_part(rename) == parts) try_declared(rename);
      }
    }
    find_same();
    return {model::Model(project_, std::move(objects_)), std::move(done_)};
  }

 private:
  void apply(const Rename& rename) {
    Step(rename).apply(objects_);
    done_.push_back(rename);
  }

  void try_declared(const Rename& rename) {
    const bool is_open = holds(objects_, rename.from) && !holds(objects_, rename.to);
    if (is_open && holds(after_.objects(), rename.to) && !holds(after_.objects(), rename.from)) apply(rename);
  }

  /// The table that a part which may be renamed at will belongs to; nothing for other objects.
  static std::optional<ObjectId> table_of(const Object& object) {
    const std::string& kind = object.id.kind;
    if (kind == model::kIndexKind)
      return ObjectId{kind, object.id.schema, object.state.as<model::Index>().table, {}};
    if (!is_one_of<6>(kind, {model::kPrimaryKeyKind, model::kUniqueKind, model::kCheckKind,
                             model::kForeignKeyKind, model::kPolicyKind, model::kTriggerKind}))
      return std::nullopt;
    return ObjectId{kind, object.id.schema, object.id.name, {}};
  }

  /// One renaming makes way for the next, and an index's for those of its partitions.
  void find_same() {
    for (bool found = true; found;) {
      found = false;
      for (const Rename& rename : same_but_for_the_name()) {
        if (is_taken(rename.to)) continue;
        apply(rename);
        found = true;
      }
    }
  }

  [[nodiscard]] std::vector<Rename> same_but_for_the_name() const {
    std::multimap<ObjectId, const Object*> gone;
    for (const Object& object : objects_) {
      if (const auto table = table_of(object); table && after_.find(object.id) == nullptr)
        gone.emplace(*table, &object);
    }
    if (gone.empty()) return {};
    const model::Model before(project_, objects_);
    std::vector<Rename> same;
    for (const Object& object : after_.objects()) {
      const auto table = table_of(object);
      if (!table || before.find(object.id) != nullptr) continue;
      const auto [begin, end] = gone.equal_range(*table);
      const auto found =
          std::find_if(begin, end, [&](const auto& entry) { return entry.second->state == object.state; });
      if (found == end) continue;
      same.push_back({found->second->id, object.id, {}});
      gone.erase(found);
    }
    return same;
  }

  /// Whether something else has the name yet that a part of a table shall get.
  [[nodiscard]] bool is_taken(const ObjectId& id) const {
    const auto relation = relation_name(id);
    return std::any_of(objects_.begin(), objects_.end(), [&](const Object& other) {
      if (relation && other.id.schema == id.schema && relation_name(other.id) == relation) return true;
      return is_constraint(id.kind) && is_constraint(other.id.kind) && other.id.schema == id.schema &&
             other.id.name == id.name && other.id.part == id.part;
    });
  }

  const model::Project& project_;
  std::vector<Object> objects_;
  const model::Model& after_;
  std::vector<Rename> declared_;
  std::vector<Rename> done_;
};

}  // namespace

std::vector<Object> renamed(std::vector<Object> objects, const std::vector<Rename>& renames) {
  for (const Rename& rename : renames) Step(rename).apply(objects);
  return objects;
}

Renaming rename(const model::Model& before, const model::Model& after) {
  return Renamer(before, after).run();
}

}  // namespace schemac::compiler::diff
