// What a kind of schema object knows about itself; one implementation a file in objects/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalogue_row.hpp"
#include "model/definition.hpp"
#include "model/model.hpp"
#include "model/step.hpp"

namespace schemac::compiler::model {

/// A piece of the statement that creates another object: a column of CREATE TABLE.
struct Clause {
  std::string sql;
  std::uint32_t rank =
      0;  ///< clauses are ordered by rank (columns before constraints), then position, then name
  std::uint32_t position = 0;
};

/// The two states between which a plan leads; both outlive it.
struct Transition {
  const Model& before;
  const Model& after;
};

/// How an object gets from one state to another.
struct Alteration {
  enum class Way : std::uint8_t {
    in_place,   ///< by `steps`, perhaps none
    replace,    ///< it goes, and comes back new
    supersede,  ///< it is renamed out of the way, its successor is made and takes over, and then it goes: for
                ///< what others hold on to (a type that columns have, a table with its rows)
    supersede_owner  ///< that happens to what it belongs to
  };
  Way way = Way::in_place;
  std::vector<Step> steps = {};

  static Alteration in_place(std::vector<Step> steps) { return {Way::in_place, std::move(steps)}; }
  static Alteration replace() { return {Way::replace, {}}; }
  static Alteration supersede() { return {Way::supersede, {}}; }
  static Alteration supersede_owner() { return {Way::supersede_owner, {}}; }
};

/// The forward SQL of a kind. The way back is the way from the second state to the first: no kind knows of
/// it.
class ObjectKind : public DefinitionReader {
 public:
  // -- In definitions

  [[nodiscard]] std::span<const KeySpec> keys() const override { return {}; }
  void read(const syntax::Member&, TableDraft*, Draft&) const override {}
  /// Whether a column may have an object of this kind as its type.
  [[nodiscard]] virtual bool is_column_type() const { return false; }

  // -- In a database

  /// The query that lists a database's objects of this kind. It may join the CTE `user_schemas(oid,
  /// nspname)`; beside what decode() reads it has the columns `class`, `oid` and `sub`, by which pg_depend
  /// names the object. Members of extensions need not be left out. Empty: never read from databases.
  [[nodiscard]] virtual std::string_view catalogue() const { return {}; }
  /// The object of a row of that query; nothing for a row that is none. REQUIRES: catalogue() is not empty.
  [[nodiscard]] virtual std::optional<Object> decode(const CatalogueRow&) const { return std::nullopt; }

  // -- In the history of migrations

  /// Its state, from the JSON that `Body::write` makes of it. REQUIRES: a kind that definitions can make.
  [[nodiscard]] virtual Body load(const syntax::Value&) const { return {}; }

  // -- In a plan

  /// `ObjectId::kind` of its objects.
  [[nodiscard]] virtual std::string_view name() const = 0;

  /// What it belongs to and goes with: a column's table, a comment's object. Nothing for what stands alone.
  [[nodiscard]] virtual std::optional<ObjectId> owner(const Object&) const { return std::nullopt; }

  /// The objects that must exist before this one; those that the model lacks are the server's own and are
  /// passed over. Not asked of objects read from a database, which bring their own
  /// (`Object::recorded_needs`).
  [[nodiscard]] virtual std::vector<ObjectId> needs(const Object&, const Model&) const { return {}; }

  /// What it would rather come after, though it can be created without: what a function calls whose body is
  /// a text to the server. Passed over where it would close a circle.
  [[nodiscard]] virtual std::vector<ObjectId> wishes(const Object&, const Model&) const { return {}; }

  /// How it reads inside the CREATE of the object that owns it, when both are born in one plan.
  [[nodiscard]] virtual std::optional<Clause> clause(const Object&) const { return std::nullopt; }

  /// The statement that creates it. `clauses` are the ready clauses of the objects that were folded into it.
  /// Empty where what it belongs to brings it along.
  [[nodiscard]] virtual std::string create(const Object& object,
                                           const std::vector<std::string>& clauses) const = 0;

  /// The statement that removes it alone; the objects that need it are gone by then. Not used where its owner
  /// goes too.
  [[nodiscard]] virtual std::string drop(const Object& object) const = 0;

  /// Creates it on what exists already and may be in use: without blocking, as far as PostgreSQL can, and
  /// with hazards named.
  [[nodiscard]] virtual std::vector<Step> add(const Object& object, const Transition&) const {
    return {{object.id, create(object, {})}};
  }
  /// Removes it from what exists, likewise.
  [[nodiscard]] virtual std::vector<Step> remove(const Object& object, const Transition&) const {
    return {{object.id, drop(object)}};
  }
  /// REQUIRES: one identity, different states.
  [[nodiscard]] virtual Alteration alter(const Object&, const Object&, const Transition&) const {
    return Alteration::replace();
  }

  /// Whether it holds data or is what others stand on, so that it must not go and come back because something
  /// that it needs does: schemas, tables, columns, types.
  [[nodiscard]] virtual bool endures(const Object&) const { return false; }
  /// Whether `dependent`, which needs it, must be out of the way while it is altered: a view while a column
  /// that it shows changes its type.
  [[nodiscard]] virtual bool disturbs(const Object&, const Object&, const Object&) const { return false; }
  /// The object (which endures) as far as it can do without `needed`: a column without its default. Nothing
  /// where it cannot.
  [[nodiscard]] virtual std::optional<Object> without(const Object&, const ObjectId&) const {
    return std::nullopt;
  }

  /// What it is altered to before anything comes, to make way for it: a column without the identity that it
  /// loses, whose sequence has a name. Nothing where it can wait. REQUIRES: as alter().
  [[nodiscard]] virtual std::optional<Object> make_way(const Object&, const Object&) const {
    return std::nullopt;
  }

  /// The name that it takes among the relations of its schema: of a table, a view, an index, a key's index.
  /// No two may have one at a time.
  [[nodiscard]] virtual std::optional<std::string> relation_name(const Object&) const { return std::nullopt; }

  // -- For kinds whose objects may be superseded

  /// The statement that gives the object another name.
  [[nodiscard]] virtual std::string rename(const Object&, const std::string&) const { return {}; }
  /// Gives it the name `aside`, with what may go wrong until its successor has taken over.
  [[nodiscard]] virtual Step move_aside(const Object& object, const std::string& aside,
                                        const Transition&) const {
    return {object.id, rename(object, aside)};
  }
  /// Moves what the one under the name `aside` holds into its successor, once that is complete.
  [[nodiscard]] virtual std::vector<Step> take_over(const Object&, const std::string&,
                                                    const Transition&) const {
    return {};
  }
  /// The object (which endures) as it reads while `type`, which it needs, is named `aside`; nothing where it
  /// does not use it as a type.
  [[nodiscard]] virtual std::optional<Object> with_type_aside(const Object&, const ObjectId&,
                                                              const std::string&) const {
    return std::nullopt;
  }
};

}  // namespace schemac::compiler::model
