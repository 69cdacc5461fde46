// A whole schema as one immutable value: what resolve makes, and what diff, plan, lint and the targets read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/body.hpp"
#include "model/hints.hpp"
#include "model/json_shape.hpp"
#include "model/object_id.hpp"
#include "support/source.hpp"

namespace schemac::compiler::model {

/// One schema object. `state` is what SQL sees and what two schemas are compared by; `notes` is what only
/// generated code and lints see, and may be empty. Which structs they hold follows from the kind (table.hpp,
/// column.hpp, …).
struct Object {
  ObjectId id;
  Body state;
  Body notes;
  support::Span origin = {};  ///< where it is defined; unknown for what was read from a database
  /// What a database says it depends on, where it was read from one; else its kind knows
  /// (`ObjectKind::needs`).
  std::optional<std::vector<ObjectId>> recorded_needs = {};
};

/// What outputs depend on beside the schema's objects.
struct Project {
  std::string cpp_namespace;           ///< "chanuka"
  int postgres = 15;                   ///< the major version that is targeted
  std::vector<JsonShape> shapes = {};  ///< each after those that it is made of
};

class Model {
 public:
  Model() = default;
  /// @param objects in any order, identities unique (the caller has reported repetitions).
  Model(Project project, std::vector<Object> objects, Hints hints = {});

  [[nodiscard]] const Project& project() const { return project_; }
  /// Sorted by identity: kind, schema, name, part.
  [[nodiscard]] std::span<const Object> objects() const { return objects_; }
  [[nodiscard]] const Object* find(const ObjectId& id) const;
  /// All objects of one kind, sorted.
  [[nodiscard]] std::span<const Object> of_kind(std::string_view kind) const;
  /// The parts of one kind of a table, sorted by name: its columns, its checks.
  [[nodiscard]] std::span<const Object> parts(std::string_view kind, const ObjectId& table) const;
  /// A table's columns in the order in which they were defined.
  [[nodiscard]] std::vector<const Object*> columns(const ObjectId& table) const;

  /// What became of the schema before this one: sorted by the new identity.
  [[nodiscard]] std::span<const Rename> renames() const { return hints_.renames; }
  /// Sorted by identity.
  [[nodiscard]] std::span<const Dropped> dropped() const { return hints_.dropped; }
  /// Where this model says that `object` of the schema before it may go; its identity is already renamed.
  /// nullptr: nowhere.
  [[nodiscard]] const Dropped* find_dropped(const Object& object) const {
    return hints_.find_dropped(object);
  }

 private:
  Project project_;
  std::vector<Object> objects_;
  Hints hints_;
};

/// The model as canonical JSON (`schemac dump --stage=model`).
std::string to_json(const Model& model);

}  // namespace schemac::compiler::model
