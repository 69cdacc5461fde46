// Objects while a type that they use has another name for a while.
#include "objects/type_aside.hpp"

namespace schemac::compiler::objects {

bool name_aside(std::string& spelling, const model::ObjectId& type, const std::string& aside) {
  const std::string name = type.qualified_name();
  if (spelling != name && !spelling.starts_with(name + "[")) return false;
  model::ObjectId renamed = type;
  renamed.name = aside;
  spelling = renamed.qualified_name() + spelling.substr(name.size());
  return true;
}

model::Object with_state(const model::Object& object, model::Body state) {
  model::Object result = object;
  result.state = std::move(state);
  return result;
}

}  // namespace schemac::compiler::objects
