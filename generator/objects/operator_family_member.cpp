// What an operator family holds beyond its classes: operators and functions across types.
#include <string>

#include "model/statement.hpp"
#include "objects/objects.hpp"
#include "objects/operator_members.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Statement;

constexpr std::string_view kSelect = R"(
SELECT m.class, m.oid, 0 AS sub, n.nspname AS schema, f.opfname AS name, a.amname AS method,
       format('OPERATOR FAMILY %I.%I USING %I', n.nspname, f.opfname, a.amname) AS family, m.slot, m.value
  FROM )";
constexpr std::string_view kFrom = R"( m
  JOIN pg_opfamily f ON f.oid = m.family
  JOIN user_schemas n ON n.oid = f.opfnamespace
  JOIN pg_am a ON a.oid = f.opfmethod
 WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = m.class AND d.objid = m.oid
                      AND d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i')
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_opfamily'::regclass AND d.objid = f.oid
                      AND d.deptype = 'e'))";

/// Its identity is the family's, with the slot behind the index method: "btree OPERATOR 1 (integer, bigint)".
class OperatorFamilyMemberKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return "operator_family_member"; }

  std::string_view catalogue() const override {
    static const std::string kCatalogue =
        std::string(kSelect) + std::string(kOperatorMembers) + std::string(kFrom);
    return kCatalogue;
  }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    const std::string family = row.text("family");
    return model::Object{
        {std::string(name()), row.text("schema"), row.text("name"),
         row.text("method") + " " + row.text("slot")},
        Statement{family + " DROP " + row.text("slot"), family + " ADD " + row.text("value"), {}},
        {},
        {}};
  }

  std::optional<model::ObjectId> owner(const model::Object& object) const override {
    const std::string& part = object.id.part;
    return model::ObjectId{"operator_family", object.id.schema, object.id.name,
                           part.substr(0, part.find(' '))};
  }
  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return "ALTER " + object.state.as<Statement>().sql;
  }
  std::string drop(const model::Object& object) const override {
    return "ALTER " + object.state.as<Statement>().words;
  }
};

}  // namespace

const model::ObjectKind& operator_family_member_kind() {
  static const OperatorFamilyMemberKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
