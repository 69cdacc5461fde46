// Which column a sequence goes with.
#include "model/column.hpp"
#include "model/sequence.hpp"
#include "model/table.hpp"
#include "objects/numbering.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Object;
using model::ObjectId;
using model::SequenceOwnership;

// pg_depend records it as a dependency between the two, not as a thing that has some.
constexpr std::string_view kCatalogue = R"(
SELECT 0 AS class, 0 AS oid, 0 AS sub, sn.nspname AS schema, s.relname AS name, n.nspname AS table_schema,
       c.relname AS relation, a.attname AS column
  FROM pg_class s
  JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.refclassid = 'pg_class'::regclass
                  AND d.deptype = 'a' AND d.refobjsubid > 0
  JOIN user_schemas sn ON sn.oid = s.relnamespace
  JOIN pg_class c ON c.oid = d.refobjid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
 WHERE s.relkind = 'S' AND s.relpersistence <> 't')";

ObjectId sequence_of(const ObjectId& ownership) {
  return {std::string(model::kSequenceKind), ownership.schema, ownership.name, {}};
}

ObjectId column_of(const Object& object) {
  const auto& column = object.state.as<SequenceOwnership>();
  return {std::string(model::kColumnKind), column.schema, column.table, column.column};
}

/// Whether its values are numbers that a sequence gives: one may belong to a column of any type.
bool is_numbered(const ObjectId& column, const model::Model& model) {
  const Object* found = model.find(column);
  if (found == nullptr) return false;
  const std::string& type = found->state.as<model::Column>().type;
  return type == "smallint" || type == "integer" || type == "bigint";
}

class SequenceOwnershipKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kSequenceOwnershipKind; }
  std::optional<ObjectId> owner(const Object& object) const override { return sequence_of(object.id); }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    return Object{{std::string(name()), row.text("schema"), row.text("name"), {}},
                  SequenceOwnership{row.text("table_schema"), row.text("relation"), row.text("column")},
                  {}};
  }

  std::vector<ObjectId> needs(const Object& object, const model::Model&) const override {
    return {sequence_of(object.id), column_of(object)};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    const ObjectId column = column_of(object);
    return owned_by(object, column.qualified_name() + "." + support::quote_identifier(column.part));
  }
  std::string drop(const Object& object) const override { return owned_by(object, "NONE"); }
  std::vector<model::Step> add(const Object& object, const model::Transition& transition) const override {
    std::vector<model::Step> steps{{object.id, create(object, {})}};
    const ObjectId column = column_of(object);
    const bool is_new = transition.before.find(sequence_of(object.id)) == nullptr;
    if (!is_new || transition.before.find(column) == nullptr || !is_numbered(column, transition.after))
      return steps;
    steps.push_back({object.id, continue_sequence(object.id, column)});
    steps.back().alone = true;
    return steps;
  }
  model::Alteration alter(const Object&, const Object& to, const model::Transition&) const override {
    return model::Alteration::in_place({{to.id, create(to, {})}});
  }

 private:
  static std::string owned_by(const Object& object, const std::string& whom) {
    return "ALTER SEQUENCE " + object.id.qualified_name() + " OWNED BY " + whom;
  }
};

}  // namespace

const model::ObjectKind& sequence_ownership_kind() {
  static const SequenceOwnershipKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
