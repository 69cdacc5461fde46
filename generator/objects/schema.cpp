// Schemas (namespaces). Made by resolve, from the "schema" that a domain names; `public` is the server's own.
#include "model/enumeration.hpp"
#include "model/state_reader.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

class SchemaKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kSchemaKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Named>(state);
  }

  std::string_view catalogue() const override {
    return "SELECT 'pg_namespace'::regclass::oid AS class, oid, 0 AS sub, nspname AS name FROM user_schemas";
  }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    return model::Object{{std::string(name()), {}, row.text("name"), {}}, model::Named{}, {}, {}};
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return "CREATE SCHEMA " + support::quote_identifier(object.id.name);
  }
  std::string rename(const model::Object& object, const std::string& name) const override {
    return "ALTER SCHEMA " + support::quote_identifier(object.id.name) + " RENAME TO " +
           support::quote_identifier(name);
  }
  std::string drop(const model::Object& object) const override {
    return "DROP SCHEMA " + support::quote_identifier(object.id.name);
  }
  bool endures(const model::Object&) const override { return true; }
};

}  // namespace

const model::ObjectKind& schema_kind() {
  static const SchemaKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
