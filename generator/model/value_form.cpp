// What may stand as the value of a definition key.
#include "model/value_form.hpp"

namespace schemac::compiler::model {

std::vector<std::string_view> keys_of(std::span<const MemberSpec> members) {
  std::vector<std::string_view> keys;
  keys.reserve(members.size());
  for (const MemberSpec& member : members) keys.push_back(member.key);
  return keys;
}

}  // namespace schemac::compiler::model
