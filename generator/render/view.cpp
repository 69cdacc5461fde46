// Looking into views.
#include "render/view.hpp"

namespace schemac::compiler::render {

const View* View::find(std::string_view key) const {
  const ViewObject* members = object();
  if (members == nullptr) return nullptr;
  for (const Member& member : *members) {
    if (member.first == key) return &member.second;
  }
  return nullptr;
}

ViewList texts(const std::vector<std::string>& items) {
  return {items.begin(), items.end()};
}

}  // namespace schemac::compiler::render
