// The identity of privileges.
#include "model/role.hpp"

#include <algorithm>

namespace schemac::compiler::model {

ObjectId privilege_id(const ObjectId& object, std::string_view role, std::string_view detail) {
  ObjectId id = attached_id(kPrivilegeKind, object, detail);
  id.part.insert(std::min(id.part.find(' '), id.part.size()), " " + as_word(role));
  return id;
}

ObjectId privileged_object(const ObjectId& privilege) {
  ObjectId attached = privilege;
  const auto role = attached.part.find(' ');
  const auto rest = attached.part.find(' ', role + 1);
  attached.part.erase(role, rest == std::string::npos ? rest : rest - role);
  return attached_to(attached);
}

}  // namespace schemac::compiler::model
