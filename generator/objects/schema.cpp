// Schemas (namespaces). Made by resolve, from the "schema" that a domain names; `public` is the server's own.
#include "model/enumeration.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

class SchemaKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return {}; }
  void read(const syntax::Member&, model::TableDraft*, model::Draft&) const override {}

  std::string_view name() const override { return model::kSchemaKind; }
  std::optional<model::ObjectId> owner(const model::Object&) const override { return std::nullopt; }
  std::vector<model::ObjectId> needs(const model::Object&, const model::Model&) const override { return {}; }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return "CREATE SCHEMA " + support::quote_identifier(object.id.name);
  }
  std::string drop(const model::Object& object) const override {
    return "DROP SCHEMA " + support::quote_identifier(object.id.name);
  }
  std::optional<model::Clause> clause(const model::Object&) const override { return std::nullopt; }
};

}  // namespace

const model::ObjectKind& schema_kind() {
  static const SchemaKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
