// JSON text -> syntax::Document. The JSON library reports events without places, so it reads through an
// iterator that counts: when a token is reported its text has just been read. The library looks one
// character beyond a number, hence the end of that is found in the text. A token's beginning is the first
// character after the token before it that is neither blank nor a comma or colon.
// Why a text is not JSON is said by mistake.cpp; the library's own messages are not used.
#include "syntax/parse.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>

#include "support/utf8.hpp"
#include "syntax/mistake.hpp"
#include "syntax/string_text.hpp"

namespace schemac::compiler::syntax {
namespace {

using support::Diagnostics;
using support::FileId;
using support::Sources;

constexpr std::size_t kUsualMembers = 4;  // of an object: saves the first two times that its list grows

/// What the JSON library makes of a number with a point or an exponent. Its text is what we keep, so the
/// library's value is never looked at, not even by the library: it refuses infinite ones, and 1e400 is a good
/// numeric in PostgreSQL. The lexer writes through the reference; the parser reads through the const one.
class UnreadNumber {
 public:
  UnreadNumber(double value = 0.0) : value_(value) {}  // NOLINT: implicit, as the library uses it
  operator double&() { return value_; }                // NOLINT
  operator double() const { return 0.0; }              // NOLINT

 private:
  double value_;
};

using Json =
    nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int64_t, std::uint64_t, UnreadNumber>;

/// Reads a text and tells how far it has come.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator old = *this;
    ++*this;
    return old;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  const char** reached_;
};

std::string escaped_for_pointer(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

/// The end of the valid number at `begin`.
std::uint32_t number_end(std::string_view text, std::uint32_t begin) {
  std::uint32_t at = begin;
  const auto take = [&](std::string_view any_of) {
    const bool taken = at < text.size() && any_of.find(text[at]) != std::string_view::npos;
    at += taken ? 1 : 0;
    return taken;
  };
  const auto take_digits = [&] {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  };
  take("-");
  if (!take("0")) take_digits();  // what follows a leading zero is no part of the number
  if (take(".")) take_digits();
  if (take("eE")) {
    take("+-");
    take_digits();
  }
  return at;
}

/// Builds the tree from the library's events, whose names are the library's.
class Builder {
 public:
  Builder(std::string_view text, FileId file, Diagnostics& diagnostics)
      : text_(text), file_(file), diagnostics_(diagnostics), reached_(text.data()) {}

  /// The root, where the text is JSON; otherwise the reason is among the diagnostics.
  std::optional<Value> build() {
    const CountingIterator begin(text_.data(), &reached_);
    const CountingIterator end(text_.data() + text_.size(), &reached_);
    if (!Json::sax_parse(begin, end, this)) return std::nullopt;
    return std::move(root_);
  }

  bool null() { return scalar(Kind::null, {}, reached()); }
  bool boolean(bool value) { return scalar(Kind::boolean, value ? "true" : "false", reached()); }
  bool number_integer(std::int64_t /*value*/) { return number(); }
  bool number_unsigned(std::uint64_t /*value*/) { return number(); }
  bool number_float(UnreadNumber /*value*/, const std::string& /*text*/) { return number(); }
  bool string(const std::string& value) { return scalar(Kind::string, value, reached()); }
  bool binary(Json::binary_t& /*value*/) { return false; }  // JSON text has none

  bool start_object(std::size_t /*count*/) { return open(Kind::object); }
  bool start_array(std::size_t /*count*/) { return open(Kind::array); }
  bool key(const std::string& value) {
    const Span span = next_token(reached());
    std::vector<Member>& members = stack_.back()->members;
    if (members.empty()) members.reserve(kUsualMembers);
    members.push_back({value, span, {}});
    return came_to(Progress::Last::key, span);
  }
  bool end_object() {
    drop_duplicates(*stack_.back());
    return close();
  }
  bool end_array() { return close(); }

  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) {
    progress_.open = stack_.empty() ? nullptr : stack_.back();
    const Mistake mistake = explain(text_, progress_);
    auto& diagnostic =
        diagnostics_.error({file_, mistake.begin, mistake.end}, "SC1001", mistake.message, mistake.label);
    diagnostic.help = mistake.help;
    diagnostic.pointer = pointer();
    return false;
  }

 private:
  [[nodiscard]] std::uint32_t reached() const { return static_cast<std::uint32_t>(reached_ - text_.data()); }

  /// The place of the token that comes after the last one, which is known to end at `end`.
  [[nodiscard]] Span next_token(std::uint32_t end) const {
    std::uint32_t begin = progress_.last_end;
    const auto between = [](char c) {
      return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ':';
    };
    while (between(text_[begin])) ++begin;
    return {file_, begin, end};
  }

  bool came_to(Progress::Last last, Span span) {
    progress_.last = last;
    progress_.last_begin = span.begin;
    progress_.last_end = span.end;
    return true;
  }

  /// Where the value that comes next belongs.
  Value& slot() {
    if (stack_.empty()) return root_;
    Value& parent = *stack_.back();
    return parent.is(Kind::object) ? parent.members.back().value : parent.items.emplace_back();
  }

  bool scalar(Kind kind, std::string_view text, std::uint32_t end) {
    Value& value = slot();
    value.kind = kind;
    value.span = next_token(end);
    value.text = text;
    return came_to(Progress::Last::value, value.span);
  }

  bool number() {
    const std::uint32_t begin = next_token(0).begin;
    const std::uint32_t end = number_end(text_, begin);
    return scalar(Kind::number, text_.substr(begin, end - begin), end);
  }

  bool open(Kind kind) {
    const Span span = next_token(reached());
    if (stack_.size() == kMaxDepth) {
      diagnostics_.error(span, "SC1006", "nested too deep",
                         "the " + std::to_string(kMaxDepth + 1) + "th level");
      return false;
    }
    Value& value = slot();  // stays where it is while it is open: nothing is added to its parent until then
    value.kind = kind;
    value.span = span;
    stack_.push_back(&value);
    return came_to(Progress::Last::opening, span);
  }

  bool close() {
    const Span bracket = next_token(reached());
    stack_.back()->span.end = bracket.end;
    stack_.pop_back();
    return came_to(Progress::Last::value, bracket);
  }

  /// The JSON pointer of the innermost value that is open.
  [[nodiscard]] std::string pointer() const {
    std::string out;
    for (std::size_t depth = 0; depth + 1 < stack_.size(); ++depth) {
      const Value& parent = *stack_[depth];
      out += "/" + (parent.is(Kind::object) ? escaped_for_pointer(parent.members.back().key)
                                            : std::to_string(parent.items.size() - 1));
    }
    return out;
  }

  void drop_duplicates(Value& object);

  std::string_view text_;
  FileId file_;
  Diagnostics& diagnostics_;
  const char* reached_;
  Progress progress_;
  Value root_;
  std::vector<Value*> stack_;  // the objects and arrays that are open, the outermost first
};

void Builder::drop_duplicates(Value& object) {
  std::vector<Member>& members = object.members;
  // Sorted by key, so that an object of a million keys costs no million squared.
  std::vector<std::uint32_t> order(members.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&members](std::uint32_t a, std::uint32_t b) {
    const int compared = members[a].key.compare(members[b].key);
    return compared != 0 ? compared < 0 : a < b;
  });
  std::vector<bool> again(members.size());
  std::uint32_t first = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (members[order[i]].key != members[order[i - 1]].key) continue;
    if (!again[order[i - 1]]) first = order[i - 1];
    again[order[i]] = true;
    const Member& member = members[order[i]];
    const auto before = text_.substr(0, members[first].key_span.begin);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    auto& diagnostic = diagnostics_.error(member.key_span, "SC1003", "duplicate key `" + member.key + "`",
                                          "first given in line " + std::to_string(line));
    diagnostic.pointer = pointer() + "/" + escaped_for_pointer(member.key);
  }
  std::size_t index = 0;
  const auto drop = [&](const Member& /*member*/) { return again[index++]; };
  members.erase(std::remove_if(members.begin(), members.end(), drop), members.end());
}

/// Refuses what the JSON library cannot be asked about. Returns whether the text can be parsed.
bool is_parsable(std::string_view text, FileId file, Diagnostics& diagnostics) {
  if (text.size() > kMaxFileBytes) {
    diagnostics
        .error({file, 0, 0}, "SC1005",
               "the file is larger than " + std::to_string(kMaxFileBytes >> 20U) + " MiB")
        .help = "split it: one file a domain";
    return false;
  }
  const auto point = [file](std::size_t begin, std::size_t end) {
    return Span{file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    diagnostics.error(point(0, 2), "SC1002", "the file is UTF-16").help = "save it as UTF-8";
    return false;
  }
  if (text.starts_with("\xEF\xBB\xBF")) {
    diagnostics.error(point(0, 3), "SC1001", "the file starts with a byte order mark").help =
        "save it as UTF-8 without one";
    return false;
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    diagnostics.error(point(nul, nul + 1), "SC1001", "a NUL byte");
    return false;
  }
  if (const std::size_t bad = support::find_invalid_utf8(text); bad != std::string_view::npos) {
    diagnostics.error(point(bad, bad + 1), "SC1002", "not UTF-8", "this byte belongs to no character").help =
        "save the file as UTF-8";
    return false;
  }
  return true;
}

}  // namespace

std::optional<Document> parse(const Sources& sources, FileId file, Diagnostics& diagnostics) {
  const std::string_view text = sources.text(file);
  if (!is_parsable(text, file, diagnostics)) return std::nullopt;
  std::optional<Value> root = Builder(text, file, diagnostics).build();
  if (!root) return std::nullopt;
  if (!root->is(Kind::object)) {
    diagnostics.error(root->span, "SC1004",
                      "a definition file holds an object, not " + std::string(name(root->kind)));
    return std::nullopt;
  }
  return Document{file, *std::move(root)};
}

std::string pointer_at(const Document& document, std::uint32_t offset) {
  std::string out;
  const Value* at = &document.root;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (const Member& member : at->members) {
      if (offset < member.key_span.begin || offset >= member.value.span.end) continue;
      out += "/" + escaped_for_pointer(member.key);
      at = &member.value;
      deeper = true;
      break;
    }
    for (std::size_t i = 0; !deeper && i < at->items.size(); ++i) {
      const Span span = at->items[i].span;
      if (offset < span.begin || offset >= span.end) continue;
      out += "/" + std::to_string(i);
      at = &at->items[i];
      deeper = true;
    }
  }
  return out;
}

Span span_inside(const Sources& sources, const Value& value, std::size_t begin, std::size_t end) {
  const std::string_view text = sources.text(value.span.file);
  const std::size_t last = value.span.end - 1;  // the closing quote
  std::size_t at = value.span.begin + 1;
  std::size_t decoded = 0;
  const auto advance_to = [&](std::size_t target) {
    while (at < last) {
      const WrittenCharacter next = written_character(text, at);
      if (decoded + next.decoded > target) return;
      at += next.written;
      decoded += next.decoded;
    }
  };
  advance_to(begin);
  const std::size_t from = at;
  advance_to(end);
  // An end inside of an escape takes the whole of it.
  if (decoded < end && at < last) at += written_character(text, at).written;
  return {value.span.file, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at)};
}

}  // namespace schemac::compiler::syntax
