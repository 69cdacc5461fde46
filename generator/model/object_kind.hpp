// What a kind of schema object knows about itself; one implementation a file in objects/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/definition.hpp"
#include "model/model.hpp"

namespace schemac::compiler::model {

/// One statement of a plan, without its semicolon.
struct Step {
  ObjectId object;
  std::string sql;
};

/// A piece of the statement that creates another object: a column of CREATE TABLE.
struct Clause {
  std::string sql;
  std::uint32_t rank =
      0;  ///< clauses are ordered by rank (columns before constraints), then position, then name
  std::uint32_t position = 0;
};

/// The forward SQL of a kind. Way back and alterations are the plan's to arrange.
class ObjectKind : public DefinitionReader {
 public:
  /// `ObjectId::kind` of its objects.
  [[nodiscard]] virtual std::string_view name() const = 0;

  /// Whether a column may have an object of this kind as its type.
  [[nodiscard]] virtual bool is_column_type() const { return false; }

  /// What it belongs to and goes with: a column's table, a comment's object. Nothing for what stands alone.
  [[nodiscard]] virtual std::optional<ObjectId> owner(const Object& object) const = 0;

  /// The objects that must exist before this one; those that the model lacks are the server's own and are
  /// passed over.
  [[nodiscard]] virtual std::vector<ObjectId> needs(const Object& object, const Model& model) const = 0;

  /// The statement that creates it. `clauses` are the ready clauses of the objects that were folded into it.
  [[nodiscard]] virtual std::string create(const Object& object,
                                           const std::vector<std::string>& clauses) const = 0;

  /// The statement that removes it alone; the objects that need it are gone by then. Not used where its owner
  /// goes too.
  [[nodiscard]] virtual std::string drop(const Object& object) const = 0;

  /// How it reads inside the CREATE of the object that owns it, when both are born in one plan.
  [[nodiscard]] virtual std::optional<Clause> clause(const Object& object) const = 0;
};

}  // namespace schemac::compiler::model
