// The schema as a sorted vector: every look-up is a binary search over identities.
#include "model/model.hpp"

#include <algorithm>
#include <tuple>

#include "model/column.hpp"

namespace schemac::compiler::model {

namespace {

/// The range of `objects` for which `key(object)` equals `wanted`; they must be sorted by it.
template <class Key, class Wanted>
std::span<const Object> equal_range_by(std::span<const Object> objects, Key key, const Wanted& wanted) {
  const auto begin =
      std::partition_point(objects.begin(), objects.end(), [&](const Object& o) { return key(o) < wanted; });
  const auto end =
      std::partition_point(begin, objects.end(), [&](const Object& o) { return !(wanted < key(o)); });
  return {begin, end};
}

void write_members(JsonWriter& out, const ObjectId& id) {
  if (!id.kind.empty()) out.member("kind", id.kind);
  if (!id.schema.empty()) out.member("schema", id.schema);
  out.member("name", id.name);
  if (!id.part.empty()) out.member("part", id.part);
}

void write(JsonWriter& out, const Object& object) {
  out.begin_object();
  write_members(out, object.id);
  if (!object.state.empty()) {
    out.key("state");
    object.state.write(out);
  }
  if (!object.notes.empty()) {
    out.key("notes");
    object.notes.write(out);
  }
  out.end_object();
}

void write(JsonWriter& out, const ObjectId& id) {
  out.begin_object();
  write_members(out, id);
  out.end_object();
}

void write_hints(JsonWriter& out, const Model& model) {
  if (!model.renames().empty()) {
    out.key("renames").begin_array();
    for (const Rename& rename : model.renames()) {
      out.begin_object();
      write(out.key("from"), rename.from);
      write(out.key("to"), rename.to);
      out.end_object();
    }
    out.end_array();
  }
  if (model.dropped().empty()) return;
  out.key("dropped").begin_array();
  for (const Dropped& dropped : model.dropped()) write(out, dropped.id);
  out.end_array();
}

}  // namespace

Model::Model(Project project, std::vector<Object> objects, Hints hints)
    : project_(std::move(project)), objects_(std::move(objects)), hints_(std::move(hints)) {
  hints_.sort();
  const auto before = [](const Object& a, const Object& b) { return a.id < b.id; };
  // A draft hands them on in that order.
  if (!std::is_sorted(objects_.begin(), objects_.end(), before))
    std::sort(objects_.begin(), objects_.end(), before);
}

const Object* Model::find(const ObjectId& id) const {
  const auto found =
      std::lower_bound(objects_.begin(), objects_.end(), id,
                       [](const Object& object, const ObjectId& wanted) { return object.id < wanted; });
  return found != objects_.end() && found->id == id ? &*found : nullptr;
}

std::span<const Object> Model::of_kind(std::string_view kind) const {
  return equal_range_by(
      objects_, [](const Object& o) -> std::string_view { return o.id.kind; }, kind);
}

std::span<const Object> Model::parts(std::string_view kind, const ObjectId& table) const {
  using Owner = std::tuple<std::string_view, std::string_view, std::string_view>;
  return equal_range_by(
      objects_, [](const Object& o) { return Owner(o.id.kind, o.id.schema, o.id.name); },
      Owner(kind, table.schema, table.name));
}

std::vector<const Object*> Model::columns(const ObjectId& table) const {
  std::vector<const Object*> columns;
  for (const Object& column : parts(kColumnKind, table)) columns.push_back(&column);
  std::sort(columns.begin(), columns.end(), [](const Object* a, const Object* b) {
    return a->notes.as<ColumnNotes>().position < b->notes.as<ColumnNotes>().position;
  });
  return columns;
}

std::string to_json(const Model& model) {
  JsonWriter out;
  out.begin_object();
  out.member("namespace", model.project().cpp_namespace);
  out.member("postgres", model.project().postgres);
  out.key("objects").begin_array();
  for (const Object& object : model.objects()) write(out, object);
  out.end_array();
  write_hints(out, model);
  out.end_object();
  return out.take();
}

}  // namespace schemac::compiler::model
