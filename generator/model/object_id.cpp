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

ObjectId attached_id(std::string_view kind, const ObjectId& object, std::string_view detail) {
  ObjectId id{std::string(kind), object.schema, object.name, object.kind};
  if (!detail.empty()) id.part += "/" + as_word(detail);
  if (!object.part.empty()) id.part += " " + object.part;
  return id;
}

ObjectId attached_to(const ObjectId& attached) {
  const std::string& part = attached.part;
  const auto space = part.find(' ');
  return {part.substr(0, part.find_first_of("/ ")), attached.schema, attached.name,
          space == std::string::npos ? std::string() : part.substr(space + 1)};
}

std::string as_word(std::string_view name) {
  std::string word;
  for (const char c : name) word += c == ' ' ? std::string("%20") : std::string(1, c);
  return word;
}

std::string to_string(const ObjectId& id) {
  std::string text = id.kind + " " + id.qualified_name();
  if (!id.part.empty()) text += "." + quote_identifier(id.part);
  return text;
}

}  // namespace schemac::compiler::model
