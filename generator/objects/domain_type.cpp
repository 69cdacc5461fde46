// Domain types: CREATE DOMAIN. resolve reads their key, "types", since it knows base types and rules.
#include "model/domain_type.hpp"

#include <array>

#include "model/enumeration.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kDoc =
    "Domain types, by name: a base type with rules, a default and checks of its own.";
constexpr std::array<model::KeySpec, 2> kKeys = {
    {{model::Scope::shared, "types", kDoc}, {model::Scope::domain, "types", kDoc}}};

class DomainTypeKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }
  void read(const syntax::Member&, model::TableDraft*, model::Draft&) const override {}

  std::string_view name() const override { return model::kDomainTypeKind; }
  bool is_column_type() const override { return true; }
  std::optional<model::ObjectId> owner(const model::Object&) const override { return std::nullopt; }

  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model& model) const override {
    std::vector<model::ObjectId> ids = types_named(object.state.as<model::DomainType>().base);
    ids.push_back({std::string(model::kSchemaKind), {}, object.id.schema, {}});
    for (const model::Object& extension : model.of_kind(model::kExtensionKind)) ids.push_back(extension.id);
    return ids;
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& type = object.state.as<model::DomainType>();
    std::string sql = "CREATE DOMAIN " + object.id.qualified_name() + " AS " + type.base;
    if (!type.default_sql.empty()) sql += "\n    DEFAULT " + restricted_expression(type.default_sql);
    if (type.not_null) sql += "\n    NOT NULL";
    for (const model::DomainCheck& check : type.checks) {
      sql +=
          "\n    CONSTRAINT " + support::quote_identifier(check.name) + " CHECK (" + check.expression + ")";
    }
    return sql;
  }
  std::string drop(const model::Object& object) const override {
    return "DROP DOMAIN " + object.id.qualified_name();
  }
  std::optional<model::Clause> clause(const model::Object&) const override { return std::nullopt; }
};

}  // namespace

const model::ObjectKind& domain_type_kind() {
  static const DomainTypeKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
