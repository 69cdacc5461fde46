// What a template is filled with: a tree of texts, flags, lists and objects, complete before rendering
// starts.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace schemac::compiler::render {

class View;

/// A member of an object. Keys are literals of the code that builds the view: only their address is kept.
using Member = std::pair<std::string_view, View>;
using ViewList = std::vector<View>;
using ViewObject = std::vector<Member>;

/// A text (what a tag prints), a flag, a list or an object (what a section goes into). An immutable value:
/// copies of lists and objects share them, since views are built from the inside out.
class View {
 public:
  View(std::string text) : content_(std::move(text)) {}         // NOLINT(google-explicit-constructor)
  View(const char* text) : content_(std::string(text)) {}       // NOLINT(google-explicit-constructor)
  View(std::string_view text) : content_(std::string(text)) {}  // NOLINT(google-explicit-constructor)
  View(bool flag) : content_(flag) {}                           // NOLINT(google-explicit-constructor)
  View(ViewList items);                                         // NOLINT(google-explicit-constructor)
  View(ViewObject members);                                     // NOLINT(google-explicit-constructor)

  /// Each is nullptr where the view is something else.
  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&content_); }
  [[nodiscard]] const bool* flag() const { return std::get_if<bool>(&content_); }
  [[nodiscard]] const ViewList* list() const;
  [[nodiscard]] const ViewObject* object() const;

  /// The member of an object, or nullptr.
  [[nodiscard]] const View* find(std::string_view key) const;

 private:
  std::variant<std::string, bool, std::shared_ptr<const ViewList>, std::shared_ptr<const ViewObject>>
      content_;
};

/// A list of texts.
ViewList texts(const std::vector<std::string>& items);

}  // namespace schemac::compiler::render
