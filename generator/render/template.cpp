// The only file that sees the template library (kainjow mustache).
//
// The library is silent about unknown keys, and its handling of lines leaves a blank one where a section that
// was alone on its lines is empty, and takes one away after a section's opening tag. So it is given a text in
// which our scanner has numbered the tags and already removed their lines, and in which no newline and no
// space occurs: both are replaced by bytes that UTF-8 never has, and put back in what it renders. Keys are
// looked up here, in the View, by the number: an unknown one is found with its line.
#include "render/template.hpp"

#include <charconv>
#include <cstdint>
#include <deque>
#include <kainjow/mustache.hpp>
#include <utility>

#include "render/tag_scanner.hpp"

namespace schemac::compiler::render {
namespace {

namespace library = kainjow::mustache;

constexpr char kNewline = '\xff';
constexpr char kSpace = '\xfe';

std::string hide_blanks(std::string text) {
  for (char& c : text) c = c == '\n' ? kNewline : (c == ' ' ? kSpace : c);
  return text;
}

/// Where the library writes to: once, since for it everything is one line.
struct Output {
  std::string text;

  Output& operator<<(const std::string& rendered) {
    const std::size_t before = text.size();
    text += rendered;
    for (std::size_t i = before; i < text.size(); ++i) {
      const char c = text[i];
      text[i] = c == kNewline ? '\n' : (c == kSpace ? ' ' : c);
    }
    return *this;
  }
};

/// The views around the tag that is being rendered, as the library wants to see them: it gets marks in place
/// of data, and tells by them where it goes.
class Scope final : public library::basic_context<std::string> {
 public:
  Scope(const std::string& name, const std::vector<Tag>& tags, const View& view) : name_(name), tags_(tags) {
    views_.push_back(&view);
  }

  void push(const library::data* mark) override { views_.push_back(view_of(mark)); }
  void pop() override { views_.pop_back(); }

  const library::data* get(const std::string& number) const override {
    std::size_t index = 0;
    std::from_chars(number.data(), number.data() + number.size(), index);
    const Tag& tag = tags_[index];
    const View& view = find(tag);
    if (tag.kind == TagKind::variable) {
      if (view.text() == nullptr) fail(tag, "is no text");
      const_cast<std::string&>(text_.string_value()) = *view.text();  // ours, and not const
      return &text_;
    }
    if (view.flag() != nullptr) return *view.flag() ? &true_ : &false_;
    if (view.list() != nullptr) return mark_list(*view.list());
    if (view.object() == nullptr) fail(tag, "is a text: a section needs a flag, a list or an object");
    entered_ = &view;
    return &object_;
  }

  const library::data* get_partial(const std::string&) const override { return nullptr; }

 private:
  struct List {
    const ViewList* views;
    library::data marks;
  };

  [[noreturn]] void fail(const Tag& tag, const std::string& what) const {
    throw TemplateError(name_, tag.line, "`" + tag.name + "` " + what);
  }

  const View& find(const Tag& tag) const {
    if (tag.name == ".") return *views_.back();
    for (auto view = views_.rbegin(); view != views_.rend(); ++view) {
      if (const View* found = (*view)->find(tag.name)) return *found;
    }
    throw TemplateError(name_, tag.line, "unknown key `" + tag.name + "`");
  }

  const library::data* mark_list(const ViewList& views) const {
    if (views.empty()) return &false_;
    List& list = lists_.emplace_back(List{&views, library::data(library::data::type::list)});
    for (std::size_t i = 0; i < views.size(); ++i) list.marks.push_back(true_);
    return &list.marks;
  }

  /// What the library enters: an item of the innermost list that it is still in, an object, or nothing new.
  const View* view_of(const library::data* mark) {
    if (mark == &object_) return entered_;
    if (mark == &true_ || mark == &false_) return views_.back();
    while (!lists_.empty()) {
      const auto& marks = lists_.back().marks.list_value();
      if (mark >= marks.data() && mark < marks.data() + marks.size()) {
        return &(*lists_.back().views)[static_cast<std::size_t>(mark - marks.data())];
      }
      if (mark == &lists_.back().marks) return views_.back();  // an inverted section of a list
      lists_.pop_back();
    }
    return views_.back();
  }

  const std::string& name_;
  const std::vector<Tag>& tags_;
  std::vector<const View*> views_;
  // What get() hands out lives here: the library asks through a const function.
  mutable std::deque<List> lists_;
  mutable const View* entered_ = nullptr;
  mutable library::data text_{std::string()};
  library::data true_{true};
  library::data false_{false};
  library::data object_{true};
};

}  // namespace

TemplateError::TemplateError(std::string_view file, std::size_t line, const std::string& message)
    : std::runtime_error(std::string(file) + ":" + std::to_string(line) + ": " + message) {}

struct Template::Compiled {
  std::string name;
  std::vector<Tag> tags;
  library::mustache mustache;
};

Template::Template(std::string name, std::string_view text) {
  ScannedTemplate scanned = scan_template(name, text);
  library::mustache mustache(hide_blanks(std::move(scanned.text)));
  if (!mustache.is_valid()) throw TemplateError(name, 1, mustache.error_message());
  compiled_.reset(new Compiled{std::move(name), std::move(scanned.tags), std::move(mustache)});
}

Template::~Template() = default;
Template::Template(Template&&) noexcept = default;

std::string Template::render(const View& view) const {
  Scope scope(compiled_->name, compiled_->tags, view);
  Output output;
  compiled_->mustache.render(scope, output);
  return std::move(output.text);
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
