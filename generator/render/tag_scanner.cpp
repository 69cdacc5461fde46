// One pass over the text, from tag to tag. A tag of a section or a remark that is alone on its line is taken
// out together with the line, as the specification of Mustache has it.
#include "render/tag_scanner.hpp"

#include <utility>

#include "render/template.hpp"

namespace schemac::compiler::render {
namespace {

constexpr auto kEnd = std::string_view::npos;

bool is_key(std::string_view name) {
  if (name == ".") return true;
  if (name.empty()) return false;
  for (const char c : name) {
    if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_') return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == kEnd) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") + 1 - first);
}

class Scanner {
 public:
  Scanner(std::string_view name, std::string_view text) : name_(name), text_(text) {}

  std::vector<Tag> run() {
    for (std::size_t tag = text_.find("{{"); tag != kEnd; tag = text_.find("{{", position_)) {
      advance_to(tag);
      take_tag();
    }
    advance_to(text_.size());
    if (!open_.empty()) {
      const Tag& tag = tags_[open_.back()];
      fail(tag.line, "the section `" + tag.name + "` is not closed");
    }
    add(TagKind::end, {});
    return std::move(tags_);
  }

 private:
  [[noreturn]] void fail(std::size_t line, const std::string& message) const {
    throw TemplateError(name_, line, message);
  }

  /// Copies the text up to `end`.
  void advance_to(std::size_t end) {
    const std::string_view passed = text_.substr(position_, end - position_);
    for (const char c : passed) line_ += c == '\n' ? 1 : 0;
    passed_ += passed;
    position_ = end;
  }

  void take_tag() {
    const bool triple = text_.substr(position_, 3) == "{{{";
    const std::string_view closing = triple ? "}}}" : "}}";
    const std::size_t begin = position_ + closing.size();
    const std::size_t end = text_.find(closing, begin);
    if (end == kEnd) fail(line_, "the tag is not finished");
    const std::string_view inside = text_.substr(begin, end - begin);
    const std::size_t after = end + closing.size();

    const char sigil = triple || inside.empty() ? '\0' : inside.front();
    const bool marked = sigil == '#' || sigil == '^' || sigil == '/' || sigil == '!';
    std::string name(trimmed(marked ? inside.substr(1) : inside));
    if (sigil != '!' && !is_key(name))
      fail(line_, "unknown tag `" + std::string(closing == "}}" ? "{{" : "{{{") + std::string(inside) +
                      std::string(closing) + "`");
    if (!marked) {
      add(TagKind::variable, std::move(name));
      position_ = after;
      return;
    }
    const std::size_t next = drop_line_of_its_own(after);
    for (const char c : text_.substr(position_, next - position_)) line_after_ += c == '\n' ? 1 : 0;
    take_section_tag(sigil, std::move(name));
    line_ += std::exchange(line_after_, 0);
    position_ = next;
  }

  void take_section_tag(char sigil, std::string name) {
    if (sigil == '!') return;
    if (sigil != '/') {
      open_.push_back(tags_.size());
      return add(sigil == '#' ? TagKind::section : TagKind::inverted, std::move(name));
    }
    if (open_.empty()) fail(line_, "`" + name + "` is closed but was not opened");
    Tag& opened = tags_[open_.back()];
    if (opened.name != name) {
      fail(line_, "`" + name + "` is closed where `" + opened.name + "` of line " +
                      std::to_string(opened.line) + " is open");
    }
    opened.close = tags_.size();
    open_.pop_back();
    add(TagKind::close, std::move(name));
  }

  void add(TagKind kind, std::string name) {
    tags_.push_back({std::exchange(passed_, {}), kind, std::move(name), line_, 0});
  }

  /// Where the text goes on after the tag that ends at `after`: past the newline where the tag is alone on
  /// its line, whose indentation is then taken back.
  std::size_t drop_line_of_its_own(std::size_t after) {
    std::size_t start = position_;
    while (start > 0 && (text_[start - 1] == ' ' || text_[start - 1] == '\t')) --start;
    if (start > 0 && text_[start - 1] != '\n') return after;
    std::size_t end = after;
    while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t')) ++end;
    if (end < text_.size() && text_[end] != '\n') return after;
    passed_.resize(passed_.size() - (position_ - start));
    return end < text_.size() ? end + 1 : end;
  }

  std::string_view name_;
  std::string_view text_;
  std::vector<Tag> tags_;
  std::string passed_;             // since the last tag
  std::vector<std::size_t> open_;  // the tags of the sections around the position
  std::size_t position_ = 0;
  std::size_t line_ = 1;
  std::size_t line_after_ = 0;
};

}  // namespace

std::vector<Tag> scan_template(std::string_view name, std::string_view text) {
  return Scanner(name, text).run();
}

}  // namespace schemac::compiler::render
