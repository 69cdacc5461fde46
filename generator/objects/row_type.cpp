// Typed tables: a table is made with columns of its own and then bound to the type, which lets it go before
// either changes.
#include "model/row_type.hpp"

#include "model/column.hpp"
#include "model/composite_type.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"

namespace schemac::compiler::objects {
namespace {

using model::ObjectId;
using model::RowType;

constexpr std::string_view kCatalogue = R"(
SELECT 0 AS class, 0 AS oid, 0 AS sub, n.nspname AS schema, c.relname AS name, tn.nspname AS type_schema,
       t.typname AS type
  FROM pg_class c
  JOIN user_schemas n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = c.reloftype
  JOIN pg_namespace tn ON tn.oid = t.typnamespace)";

ObjectId type_of(const model::Object& object) {
  const auto& state = object.state.as<RowType>();
  return {std::string(model::kCompositeTypeKind), state.type_schema, state.type, {}};
}

class RowTypeKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kRowTypeKind; }
  std::optional<ObjectId> owner(const model::Object& object) const override { return table_of(object.id); }

  std::vector<ObjectId> needs(const model::Object& object, const model::Model& model) const override {
    std::vector<ObjectId> ids{type_of(object), table_of(object.id)};
    for (const model::Object* column : model.columns(table_of(object.id))) ids.push_back(column->id);
    return ids;
  }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    return model::Object{{std::string(name()), row.text("schema"), row.text("name"), {}},
                         RowType{row.text("type_schema"), row.text("type")},
                         {}};
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return "ALTER TABLE " + object.id.qualified_name() + "\n    OF " + type_of(object).qualified_name();
  }
  std::string drop(const model::Object& object) const override {
    return "ALTER TABLE " + object.id.qualified_name() + "\n    NOT OF";
  }
};

}  // namespace

const model::ObjectKind& row_type_kind() {
  static const RowTypeKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
