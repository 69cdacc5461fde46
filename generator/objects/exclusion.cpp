// Exclusion constraints, which databases have. PostgreSQL can neither build one beside the table's work nor
// put off looking at its rows.
#include "model/constraint.hpp"
#include "objects/constraint_steps.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Alteration;
using model::Exclusion;
using model::Object;
using model::Step;
using model::Transition;

constexpr std::string_view kQuery = R"(
SELECT 'pg_constraint'::regclass::oid AS class, c.oid, 0 AS sub, n.nspname AS schema, t.relname AS "table",
       c.conname AS name, pg_get_constraintdef(c.oid) AS definition
FROM pg_constraint c
JOIN pg_class t ON t.oid = c.conrelid
JOIN user_schemas n ON n.oid = t.relnamespace
WHERE c.contype = 'x')";

std::string definition(const Object& object) {
  return constraint_clause(object, object.state.as<Exclusion>().definition);
}

class ExclusionKind final : public model::ObjectKind {
 public:
  std::string_view catalogue() const override { return kQuery; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    return Object{{std::string(name()), row.text("schema"), row.text("table"), row.text("name")},
                  Exclusion{row.sql("definition")},
                  {}};
  }

  std::string_view name() const override { return model::kExclusionKind; }
  std::optional<model::ObjectId> owner(const Object& object) const override { return table_of(object.id); }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    return add_constraint(object, definition(object));
  }
  std::string drop(const Object& object) const override { return drop_constraint(object); }
  std::optional<model::Clause> clause(const Object& object) const override {
    return model::Clause{definition(object), static_cast<std::uint32_t>(ClauseRank::exclusion), 0};
  }

  std::vector<Step> add(const Object& object, const Transition&) const override {
    return {blocking(object, create(object, {}))};
  }
  std::vector<Step> remove(const Object& object, const Transition&) const override {
    return {remove_constraint(object)};
  }
  Alteration alter(const Object&, const Object& to, const Transition&) const override {
    return Alteration::in_place({blocking(to, replace_constraint(to, definition(to)))});
  }
  bool disturbs(const Object&, const Object&, const Object&) const override { return true; }

  std::optional<std::string> relation_name(const Object& object) const override { return object.id.part; }
  std::string rename(const Object& object, const std::string& name) const override {
    return rename_constraint(object, name);
  }

 private:
  static Step blocking(const Object& object, std::string sql) {
    const std::string table = object.id.qualified_name();
    Step step{object.id, std::move(sql)};
    step.lock = "ACCESS EXCLUSIVE on " + table;
    step.alone = true;
    step.hazards = {{std::string(model::hazards::kBlocks),
                     "blocks readers and writers of " + table + " while its index is built"},
                    {std::string(model::hazards::kNeedsData),
                     "fails where two rows of " + table + " exclude each other"}};
    return step;
  }
};

}  // namespace

const model::ObjectKind& exclusion_kind() {
  static const ExclusionKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
