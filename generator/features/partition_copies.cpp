// A partition gets what it must have before it is attached: columns, keys, checks and indexes, under the
// names that PostgreSQL would choose. References come along when it is; identity, triggers, policies and
// grants are the whole table's.
#include "features/partition_copies.hpp"

#include "model/constraint_names.hpp"
#include "model/index.hpp"
#include "model/partition.hpp"

namespace schemac::compiler::features {
namespace {

using model::Object;
using model::ObjectId;

/// Lints speak of the partitioned table.
std::string keep(const model::TableDraft& parent) {
  return "a partition of " + parent.id.name;
}

/// "visits_2026_pkey" of "visits_pkey"; checks keep their names.
std::string renamed(const std::string& name, const std::string& parent, const std::string& partition) {
  return partition + (name.starts_with(parent + "_") ? name.substr(parent.size()) : "_" + name);
}

void add_named(Object object, const std::string& name, model::Draft& draft) {
  model::expect_name_fits(draft, name, object.origin);
  draft.add(std::move(object));
}

void add_columns(const model::TableDraft& parent, const ObjectId& partition, model::Draft& draft) {
  for (const model::ColumnDraft& column : parent.columns) {
    const Object& own = *draft.find(parent.id.child(model::kColumnKind, column.name));
    auto state = own.state.as<model::Column>();
    auto notes = own.notes.as<model::ColumnNotes>();
    state.identity = model::Identity::none;
    notes.keep = keep(parent);
    draft.add(
        {partition.child(model::kColumnKind, column.name), std::move(state), std::move(notes), own.origin});
  }
}

/// The parts of one kind of the parent; a copy, since what is added moves nothing but is found too.
std::vector<Object> parts_of(const ObjectId& parent, std::string_view kind, const model::Draft& draft) {
  std::vector<Object> parts;
  for (const Object* object : draft.all_of(kind)) {
    if (object->id.schema == parent.schema && object->id.name == parent.name) parts.push_back(*object);
  }
  return parts;
}

void add_constraints(const model::TableDraft& parent, const ObjectId& partition, model::Draft& draft) {
  for (const std::string_view kind : {model::kPrimaryKeyKind, model::kUniqueKind}) {
    for (Object& key : parts_of(parent.id, kind, draft)) {
      const std::string name = renamed(key.id.part, parent.id.name, partition.name);
      auto state = key.state.as<model::Key>();
      state.parent = {parent.id.schema, parent.id.name, key.id.part};
      add_named({partition.child(kind, name), std::move(state), key.notes, key.origin}, name, draft);
    }
  }
  for (Object& check : parts_of(parent.id, model::kCheckKind, draft)) {
    auto state = check.state.as<model::Check>();
    state.origin = model::CheckOrigin::partitioned;
    draft.add(
        {partition.child(model::kCheckKind, check.id.part), std::move(state), check.notes, check.origin});
  }
}

void add_indexes(const model::TableDraft& parent, const ObjectId& partition, model::Draft& draft) {
  for (const Object* object : draft.all_of(model::kIndexKind)) {
    auto index = object->state.as<model::Index>();
    if (object->id.schema != parent.id.schema || index.table != parent.id.name) continue;
    index.table = partition.name;
    index.parent = {parent.id.schema, parent.id.name, object->id.name};
    ObjectId id = object->id;
    id.name = renamed(id.name, parent.id.name, partition.name);
    const std::string name = id.name;
    add_named({std::move(id), std::move(index), model::IndexNotes{keep(parent)}, object->origin}, name,
              draft);
  }
}

}  // namespace

void add_partition(const model::TableDraft& parent, const PartitionBound& bound, model::Draft& draft) {
  ObjectId partition = parent.id;
  partition.name = bound.name;
  model::TableNotes notes;
  notes.domain = parent.notes.domain;
  notes.keep = keep(parent);
  const bool taken = draft.find(partition) != nullptr;
  add_named({partition, model::Table{}, std::move(notes), bound.place}, partition.name, draft);
  if (taken) return;  // that has been said
  add_columns(parent, partition, draft);
  add_constraints(parent, partition, draft);
  add_indexes(parent, partition, draft);
  draft.add({model::attachment_of(partition),
             model::Partition{parent.id.schema, parent.id.name, bound.sql},
             {},
             bound.place});
}

}  // namespace schemac::compiler::features
