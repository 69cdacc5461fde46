// Looking into views.
#include "render/view.hpp"

namespace schemac::compiler::render {

View::View(ViewList items) : content_(std::make_shared<const ViewList>(std::move(items))) {}
View::View(ViewObject members) : content_(std::make_shared<const ViewObject>(std::move(members))) {}

const ViewList* View::list() const {
  const auto* items = std::get_if<std::shared_ptr<const ViewList>>(&content_);
  return items == nullptr ? nullptr : items->get();
}

const ViewObject* View::object() const {
  const auto* members = std::get_if<std::shared_ptr<const ViewObject>>(&content_);
  return members == nullptr ? nullptr : members->get();
}

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
