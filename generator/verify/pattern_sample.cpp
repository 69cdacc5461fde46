// Recursive descent that writes while it reads: each alternative of a group is written, and one of them is
// kept.
#include "verify/pattern_sample.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace schemac::compiler::verify {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kWord = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

class Sampler {
 public:
  Sampler(std::string_view pattern, std::uint32_t variant) : rest_{pattern}, state_{variant * 2654435761U} {}

  std::string alternatives() {
    std::vector<std::string> texts{sequence()};
    while (take('|')) texts.push_back(sequence());
    return texts[pick(texts.size())];
  }

 private:
  std::string sequence() {
    std::string text;
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      const std::string_view atom_text = rest_;
      std::string atom_sample = atom();
      const std::string_view read = atom_text.substr(0, atom_text.size() - rest_.size());
      text += repeated(read, std::move(atom_sample));
    }
    return text;
  }

  std::string atom() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == '(') return group();
    if (c == '[') return std::string(1, one_of(set()));
    if (c == '\\') return escape();
    if (c == '^' || c == '$') return {};
    if (c == '.') return std::string(1, one_of(kWord));
    return std::string(1, c);
  }

  std::string group() {
    const bool looks = rest_.starts_with("?=") || rest_.starts_with("?!") || rest_.starts_with("?<");
    if (rest_.starts_with("?")) rest_.remove_prefix(std::min<std::size_t>(2, rest_.size()));
    std::string text = alternatives();
    take(')');
    return looks ? std::string() : text;
  }

  std::string escape() {
    if (rest_.empty()) return {};
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == 'd') return std::string(1, one_of(kDigits));
    if (c == 'w') return std::string(1, one_of(kWord));
    if (c == 's') return " ";
    if (std::string_view{"mMyYAZbB"}.find(c) != std::string_view::npos) return {};
    return std::string(1, c);
  }

  /// The characters of a set; `rest_` begins after its opening bracket.
  std::string set() {
    const bool negated = take('^');
    std::string members;
    while (!rest_.empty() && (rest_.front() != ']' || members.empty())) add_member(members);
    take(']');
    if (!negated) return members;
    std::string others;
    for (char c : std::string{kWord} + " -.@") {
      if (members.find(c) == std::string::npos) others += c;
    }
    return others;
  }

  void add_member(std::string& members) {
    if (take_text("[:alpha:]") || take_text("[:lower:]")) return void(members += kWord.substr(0, 26));
    if (take_text("[:alnum:]")) return void(members += kWord.substr(0, 62));
    if (take_text("[:upper:]")) return void(members += kWord.substr(26, 26));
    if (take_text("[:digit:]") || take_text("\\d")) return void(members += kDigits);
    if (take_text("[:space:]") || take_text("\\s")) return void(members += ' ');
    if (take_text("\\w")) return void(members += kWord);
    if (rest_.front() == '\\' && rest_.size() > 1) rest_.remove_prefix(1);
    const char first = rest_.front();
    rest_.remove_prefix(1);
    const bool range = rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']';
    const char last = range ? rest_[1] : first;
    if (range) rest_.remove_prefix(2);
    for (int c = first; c <= last; ++c) members += static_cast<char>(c);
  }

  /// Reads a quantifier, if there is one, and writes the atom as often; each time afresh.
  std::string repeated(std::string_view atom_text, std::string sample) {
    std::size_t least = 1;
    std::size_t most = 1;
    if (!quantifier(least, most)) return sample;
    take('?');  // lazy: the same texts
    std::string text;
    const std::size_t times = least + pick(std::min<std::size_t>(most - least, 3) + 1);
    for (std::size_t i = 0; i < times; ++i) {
      Sampler again{atom_text, state_ + static_cast<std::uint32_t>(i)};
      text += i == 0 ? sample : again.alternatives();
    }
    return text;
  }

  bool quantifier(std::size_t& least, std::size_t& most) {
    if (take('*')) return least = 0, most = 3, true;
    if (take('+')) return most = 4, true;
    if (take('?')) return least = 0, true;
    if (rest_.size() < 2 || rest_[0] != '{' || kDigits.find(rest_[1]) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    least = number();
    most = least;
    if (take(',')) most = rest_.starts_with('}') ? least + 3 : number();
    return take('}') && least <= most;
  }

  std::size_t number() {
    std::size_t value = 0;
    const char* end = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value).ptr;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }

  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool take_text(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  char one_of(std::string_view members) { return members.empty() ? 'a' : members[pick(members.size())]; }

  std::size_t pick(std::size_t count) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8) % count;
  }

  std::string_view rest_;
  std::uint32_t state_;
};

}  // namespace

std::string sample_of_pattern(std::string_view pattern, std::uint32_t variant) {
  return Sampler{pattern, variant}.alternatives();
}

}  // namespace schemac::compiler::verify
