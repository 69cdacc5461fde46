// A template is its tags, each with the text in front of it: to render is to walk over them, once for each
// time that a section is shown. The views around the tag stand on a stack; an unknown key is found with its
// line.
#include "render/template.hpp"

#include <utility>

#include "render/tag_scanner.hpp"

namespace schemac::compiler::render {
namespace {

/// One rendering.
class Filling {
 public:
  Filling(const std::string& name, const std::vector<Tag>& tags) : name_(name), tags_(tags) {}

  std::string run(const View& view) {
    show(0, tags_.size() - 1, view);
    return std::move(text_);
  }

 private:
  [[noreturn]] void fail(const Tag& tag, const std::string& what) const {
    throw TemplateError(name_, tag.line, what);
  }

  const View& find(const Tag& tag) const {
    if (tag.name == ".") return *views_.back();
    for (auto view = views_.rbegin(); view != views_.rend(); ++view) {
      if (const View* found = (*view)->find(tag.name)) return *found;
    }
    fail(tag, "unknown key `" + tag.name + "`");
  }

  /// The tags from `first` to `last`, with `view` as the innermost one.
  void show(std::size_t first, std::size_t last, const View& view) {
    views_.push_back(&view);
    for (std::size_t i = first; i <= last; ++i) {
      const Tag& tag = tags_[i];
      text_ += tag.before;
      if (tag.kind == TagKind::variable) print(tag);
      if (tag.kind == TagKind::section || tag.kind == TagKind::inverted) i = enter(i);
    }
    views_.pop_back();
  }

  void print(const Tag& tag) {
    const std::string* text = find(tag).text();
    if (text == nullptr) fail(tag, "`" + tag.name + "` is no text");
    text_ += *text;
  }

  [[nodiscard]] bool is_shown(const Tag& tag, const View& view) const {
    if (const bool* flag = view.flag()) return *flag;
    if (const ViewList* list = view.list()) return !list->empty();
    if (view.object() == nullptr)
      fail(tag, "`" + tag.name + "` is a text: a section needs a flag, a list or an object");
    return true;
  }

  /// Shows a section as often as its view says; returns the tag that closes it.
  std::size_t enter(std::size_t section) {
    const Tag& tag = tags_[section];
    const View& view = find(tag);
    const bool inverted = tag.kind == TagKind::inverted;
    if (is_shown(tag, view) == inverted) return tag.close;
    const auto show_once = [&](const View& within) { show(section + 1, tag.close, within); };
    if (inverted || view.flag() != nullptr) {
      show_once(*views_.back());
    } else if (const ViewList* list = view.list()) {
      for (const View& item : *list) show_once(item);
    } else {
      show_once(view);
    }
    return tag.close;
  }

  const std::string& name_;
  const std::vector<Tag>& tags_;
  std::vector<const View*> views_;
  std::string text_;
};

}  // namespace

TemplateError::TemplateError(std::string_view file, std::size_t line, const std::string& message)
    : std::runtime_error(std::string(file) + ":" + std::to_string(line) + ": " + message) {}

Template::Template(std::string name, std::string_view text)
    : name_(std::move(name)), tags_(scan_template(name_, text)) {}

std::string Template::render(const View& view) const {
  return Filling(name_, tags_).run(view);
}

TemplateSet::TemplateSet(std::span<const EmbeddedFile> embedded, const std::vector<TemplateFile>& overrides) {
  for (const TemplateFile& file : overrides) {
    bool known = false;
    for (const EmbeddedFile& original : embedded) known = known || original.path == file.path;
    if (!known) throw TemplateError(file.path, 1, "there is no template of this name to override");
    templates_.emplace(file.path, Template(file.path, file.text));
  }
  for (const EmbeddedFile& file : embedded) {
    if (templates_.contains(file.path)) continue;
    templates_.emplace(std::string(file.path), Template(std::string(file.path), file.text));
  }
}

std::string TemplateSet::render(std::string_view path, const View& view) const {
  const auto found = templates_.find(path);
  if (found == templates_.end()) throw TemplateError(path, 1, "there is no such template");
  return found->second.render(view);
}

}  // namespace schemac::compiler::render
