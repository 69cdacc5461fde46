// The identity of a schema object.
#include "model/object_id.hpp"

#include "support/naming.hpp"

namespace schemac::compiler::model {

using support::quote_identifier;

ObjectId ObjectId::child(std::string_view child_kind, std::string_view child_name) const {
  return {std::string(child_kind), schema, name, std::string(child_name)};
}

std::string ObjectId::qualified_name() const {
  return schema.empty() ? quote_identifier(name) : quote_identifier(schema) + "." + quote_identifier(name);
}

std::string to_string(const ObjectId& id) {
  std::string text = id.kind + " " + id.qualified_name();
  if (!id.part.empty()) text += "." + quote_identifier(id.part);
  return text;
}

}  // namespace schemac::compiler::model
