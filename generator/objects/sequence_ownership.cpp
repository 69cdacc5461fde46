// Which column a sequence goes with.
#include "model/column.hpp"
#include "model/sequence.hpp"
#include "model/table.hpp"
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
    const auto& column = object.state.as<SequenceOwnership>();
    return {sequence_of(object.id),
            {std::string(model::kColumnKind), column.schema, column.table, column.column}};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    const auto& column = object.state.as<SequenceOwnership>();
    const ObjectId table{{}, column.schema, column.table, {}};
    return owned_by(object, table.qualified_name() + "." + support::quote_identifier(column.column));
  }
  std::string drop(const Object& object) const override { return owned_by(object, "NONE"); }
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
