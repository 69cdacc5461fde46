// Range types. Nothing of one can be altered: a changed one is superseded.
#include "model/composite_type.hpp"
#include "objects/objects.hpp"
#include "objects/type_aside.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Object;
using model::RangeType;

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_type'::regclass::oid AS class, t.oid AS oid, 0 AS sub, n.nspname AS schema, t.typname AS name,
       format_type(r.rngsubtype, NULL) AS subtype,
       CASE WHEN NOT o.opcdefault THEN format('%I.%I', opcspace.nspname, o.opcname) END AS opclass,
       CASE WHEN r.rngcollation <> s.typcollation THEN r.rngcollation::regcollation::text END AS collation,
       nullif(r.rngsubdiff::oid, 0)::regproc::text AS difference, m.typname AS multirange
  FROM pg_range r
  JOIN pg_type t ON t.oid = r.rngtypid
  JOIN user_schemas n ON n.oid = t.typnamespace
  JOIN pg_type s ON s.oid = r.rngsubtype
  JOIN pg_type m ON m.oid = r.rngmultitypid AND m.typnamespace = t.typnamespace
  JOIN pg_opclass o ON o.oid = r.rngsubopc
  JOIN pg_namespace opcspace ON opcspace.oid = o.opcnamespace
 WHERE r.rngcanonical = 0)";

class RangeTypeKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kRangeTypeKind; }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    RangeType type{row.text("subtype"), row.text("opclass"), row.text("collation"), row.text("difference"),
                   row.text("multirange")};
    return Object{{std::string(name()), row.text("schema"), row.text("name"), {}}, std::move(type), {}};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    const auto& type = object.state.as<RangeType>();
    const model::ObjectId multirange{{}, object.id.schema, type.multirange, {}};
    std::string sql = "CREATE TYPE " + object.id.qualified_name() +
                      " AS RANGE (\n    subtype = " + type.subtype +
                      ",\n    multirange_type_name = " + multirange.qualified_name();
    if (!type.opclass.empty()) sql += ",\n    subtype_opclass = " + type.opclass;
    if (!type.collation.empty()) sql += ",\n    collation = " + type.collation;
    if (!type.difference.empty()) sql += ",\n    subtype_diff = " + type.difference;
    return sql + "\n)";
  }
  std::string drop(const Object& object) const override { return "DROP TYPE " + object.id.qualified_name(); }

  model::Alteration alter(const Object&, const Object&, const model::Transition&) const override {
    return model::Alteration::supersede();
  }
  bool endures(const Object&) const override { return true; }

  /// The type of its multiranges has a name of its own: the same one, in the plural. The functions that make
  /// values of the two are named like them, but are not renamed with them.
  std::string rename(const Object& object, const std::string& name) const override {
    const auto& type = object.state.as<RangeType>();
    const std::string range = object.id.qualified_name();
    const std::string multirange =
        model::ObjectId{{}, object.id.schema, type.multirange, {}}.qualified_name();
    const std::string to_range = " RENAME TO " + support::quote_identifier(name);
    const std::string to_multirange =
        " RENAME TO " + support::quote_identifier(name.substr(0, support::kMaxIdentifierBytes - 1) + "s");
    const std::string bounds = "(" + type.subtype + ", " + type.subtype;
    return "ALTER FUNCTION " + range + bounds + ")" + to_range + ";\nALTER FUNCTION " + range + bounds +
           ", text)" + to_range + ";\nALTER FUNCTION " + multirange + "()" + to_multirange +
           ";\nALTER TYPE " + range + to_range + ";\nALTER TYPE " + multirange + to_multirange;
  }
  std::optional<Object> with_type_aside(const Object& object, const model::ObjectId& type,
                                        const std::string& aside) const override {
    RangeType state = object.state.as<RangeType>();
    if (!name_aside(state.subtype, type, aside)) return std::nullopt;
    return with_state(object, std::move(state));
  }
};

}  // namespace

const model::ObjectKind& range_type_kind() {
  static const RangeTypeKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
