// Reads patterns of the shared subset by recursive descent over code points.
#include "rules/shared_pattern.hpp"

#include <optional>

namespace schemac::compiler::rules {
namespace {

using Kind = PatternPiece::Kind;
using Ranges = std::vector<std::pair<char32_t, char32_t>>;

constexpr unsigned kMaxRepeat = 255;    // PostgreSQL's own limit
constexpr unsigned kMaxProduct = 1000;  // RE2's limit for repetitions within each other
constexpr int kMaxDepth = 50;
constexpr std::string_view kPunctuation = ".[](){}*+?|^$\\/-\"'!#%&,:;<=>@_`~ ";
const Ranges kDigits{{U'0', U'9'}};
const Ranges kWord{{U'A', U'Z'}, {U'a', U'z'}, {U'0', U'9'}, {U'_', U'_'}};
const Ranges kSpace{{U' ', U' '}, {U'\t', U'\r'}};

PatternPiece piece(Kind kind, char32_t point = 0) {
  PatternPiece made;
  made.kind = kind;
  made.point = point;
  return made;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::variant<SharedPattern, PatternMistake> run() {
    if (text_.empty()) fail("the pattern is empty: it matches everything", 0, 0);
    unsigned weight = 0;
    if (ok()) weight = alternatives(0);
    if (ok() && !at_end()) fail("this bracket was never opened", at_, at_ + 1);
    if (ok() && weight > kMaxProduct)
      fail("the repetitions within each other are over 1000", 0, text_.size());
    if (mistake_) return *mistake_;
    return pieces_;
  }

 private:
  [[nodiscard]] bool ok() const { return !mistake_; }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[at_]; }
  [[nodiscard]] bool next_is(std::string_view expected) const {
    return text_.substr(at_, expected.size()) == expected;
  }

  void fail(std::string message, std::size_t begin, std::size_t end, std::string help = {}) {
    if (ok()) mistake_ = PatternMistake{std::move(message), std::move(help), begin, end};
  }

  char32_t take_point() {
    auto first = static_cast<unsigned char>(text_[at_++]);
    if (first < 0x80) return first;
    int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    char32_t point = first & (0x3FU >> more);
    for (; more > 0 && !at_end(); --more)
      point = (point << 6) | (static_cast<unsigned char>(text_[at_++]) & 0x3FU);
    return point;
  }

  /// Returns how many times the most repeated piece may stand, all repetitions around it multiplied.
  unsigned alternatives(int depth) {
    if (depth > kMaxDepth) fail("the groups are nested too deep", at_, at_ + 1);
    unsigned weight = alternative(depth);
    while (ok() && peek() == '|') {
      ++at_;
      pieces_.push_back(piece(Kind::alternative));
      weight = std::max(weight, alternative(depth));
    }
    return weight;
  }

  unsigned alternative(int depth) {
    std::size_t begin = at_;
    unsigned weight = 1;
    if (peek() == '^') {
      ++at_;
      pieces_.push_back(piece(Kind::begin));
    }
    while (ok() && !at_end() && peek() != '|' && peek() != ')' && peek() != '$') {
      unsigned inner = atom(depth);
      if (ok()) weight = std::max(weight, repetition(inner));
    }
    if (ok() && peek() == '$') {
      ++at_;
      pieces_.push_back(piece(Kind::end));
      if (!at_end() && peek() != '|' && peek() != ')') {
        fail("`$` stands at the end of a pattern or alternative", at_ - 1, at_,
             "write `\\$` for a dollar sign");
      }
    }
    if (at_ == begin) fail("an alternative is empty", at_, at_);
    return weight;
  }

  unsigned atom(int depth) {
    std::size_t begin = at_;
    switch (peek()) {
      case '(':
        return group(depth);
      case '[':
        set();
        return 1;
      case '.':
        ++at_;
        pieces_.push_back(piece(Kind::any));
        return 1;
      case '\\':
        escape();
        return 1;
      case '^':
        fail("`^` stands at the start of a pattern or alternative", begin, begin + 1,
             "write `\\^` for the character");
        return 1;
      case '*':
      case '+':
      case '?':
        fail("there is nothing before this to repeat", begin, begin + 1);
        return 1;
      case '{':
      case '}':
      case ']':
        fail("this character has to be escaped", begin, begin + 1, std::string("write `\\") + peek() + "`");
        return 1;
      default:
        pieces_.push_back(piece(Kind::literal, take_point()));
        return 1;
    }
  }

  unsigned group(int depth) {
    std::size_t begin = at_++;
    if (next_is("?:")) {
      at_ += 2;
    } else if (peek() == '?') {
      fail("lookaround, named groups and flags are not shared by PostgreSQL, RE2 and JavaScript", begin,
           at_ + 1, "use a plain group `(…)`, or a check in SQL");
      return 1;
    }
    pieces_.push_back(piece(Kind::open));
    unsigned weight = alternatives(depth + 1);
    if (ok() && peek() != ')') fail("this bracket is never closed", begin, begin + 1);
    ++at_;
    pieces_.push_back(piece(Kind::close));
    return weight;
  }

  unsigned repetition(unsigned inner) {
    std::size_t begin = at_;
    PatternPiece repeat = piece(Kind::repeat);
    if (!bounds(repeat)) return inner;
    if (!ok()) return inner;
    if (peek() == '?' || peek() == '+') {
      fail("lazy and possessive repetition are not shared by PostgreSQL, RE2 and JavaScript", begin, at_ + 1,
           "leave the second sign out: whether a text matches stays the same");
    } else if (peek() == '*' || peek() == '{') {
      fail("this is repeated already", begin, at_ + 1);
    }
    bool limitless = repeat.most == PatternPiece::kNoLimit;
    unsigned times = limitless ? std::max(repeat.least, 1U) : std::max(repeat.most, 1U);
    pieces_.push_back(std::move(repeat));
    return inner * times;
  }

  /// False where no repetition stands here.
  bool bounds(PatternPiece& repeat) {
    char sign = peek();
    if (sign != '*' && sign != '+' && sign != '?' && sign != '{') return false;
    std::size_t begin = at_++;
    repeat.least = sign == '+' ? 1 : 0;
    repeat.most = sign == '?' ? 1 : PatternPiece::kNoLimit;
    if (sign != '{') return true;
    std::optional<unsigned> least = number();
    std::optional<unsigned> most = least;
    if (peek() == ',') {
      ++at_;
      most = peek() == '}' ? PatternPiece::kNoLimit : number();
    }
    if (!least || !most || peek() != '}') {
      fail("a repetition is written like {3}, {3,} or {3,5}", begin, begin + 1,
           "write `\\{` for the character");
      return true;
    }
    ++at_;
    repeat.least = *least;
    repeat.most = *most;
    bool over = *least > kMaxRepeat || (*most > kMaxRepeat && *most != PatternPiece::kNoLimit);
    if (over)
      fail("PostgreSQL repeats up to 255 times", begin, at_, "use max_length or length beside the pattern");
    if (*least > *most) fail("the least is over the most", begin, at_);
    return true;
  }

  std::optional<unsigned> number() {
    unsigned value = 0;
    std::size_t begin = at_;
    for (; peek() >= '0' && peek() <= '9'; ++at_)
      value = std::min(value * 10 + static_cast<unsigned>(peek() - '0'), 10000U);
    if (at_ == begin) return std::nullopt;
    return value;
  }

  /// \d, \w, \s in lower or upper case: the ranges, or nothing.
  static const Ranges* class_of(char letter) {
    switch (letter) {
      case 'd':
      case 'D':
        return &kDigits;
      case 'w':
      case 'W':
        return &kWord;
      case 's':
      case 'S':
        return &kSpace;
      default:
        return nullptr;
    }
  }

  void escape() {
    char letter = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    const Ranges* ranges = class_of(letter);
    if (ranges == nullptr) {
      char32_t point = escaped_point();
      if (ok()) pieces_.push_back(piece(Kind::literal, point));
      return;
    }
    at_ += 2;
    PatternPiece made = piece(Kind::set);
    made.ranges = *ranges;
    made.negated = letter < 'a';
    pieces_.push_back(std::move(made));
  }

  /// The character that an escape stands for.
  char32_t escaped_point() {
    std::size_t begin = at_++;
    if (at_end()) {
      fail("nothing follows this backslash", begin, begin + 1);
      return 0;
    }
    char letter = text_[at_++];
    if (kPunctuation.find(letter) != std::string_view::npos) return static_cast<unsigned char>(letter);
    constexpr std::string_view kNames = "tnvfr";
    constexpr std::u32string_view kControls = U"\t\n\v\f\r";
    std::size_t control = kNames.find(letter);
    if (control != std::string_view::npos) return kControls[control];
    if (letter == 'x') return hexadecimal(2, begin);
    if (letter == 'u') return hexadecimal(4, begin);
    std::string help = letter >= '0' && letter <= '9' ? "back references are not part of it"
                                                      : "write the character itself, or a set `[…]`";
    fail("this escape does not mean the same to PostgreSQL, RE2 and JavaScript", begin, at_, std::move(help));
    return 0;
  }

  char32_t hexadecimal(int digits, std::size_t begin) {
    char32_t point = 0;
    for (; digits > 0; --digits, ++at_) {
      char c = peek();
      bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      if (!letter && (c < '0' || c > '9')) {
        fail("hexadecimal digits are expected: \\x41 or \\u0041", begin, at_);
        return 0;
      }
      point = point * 16 + static_cast<char32_t>(letter ? (c | 0x20) - 'a' + 10 : c - '0');
    }
    if (point == 0) fail("PostgreSQL's text holds no NUL", begin, at_);
    if (point >= 0xD800 && point <= 0xDFFF)
      fail("half a surrogate pair is no character", begin, at_, "write the character itself");
    return point;
  }

  void set() {
    std::size_t begin = at_++;
    PatternPiece made = piece(Kind::set);
    if (peek() == '^') {
      made.negated = true;
      ++at_;
    }
    while (ok() && peek() != ']') {
      if (at_end()) return fail("this bracket is never closed", begin, begin + 1);
      set_item(made, begin);
    }
    ++at_;
    if (ok() && made.ranges.empty())
      fail("a set holds at least one character", begin, at_, "write `\\]` for the bracket");
    pieces_.push_back(std::move(made));
  }

  void set_item(PatternPiece& made, std::size_t set_begin) {
    std::size_t begin = at_;
    if (peek() == '\\' && at_ + 1 < text_.size() && class_of(text_[at_ + 1]) != nullptr)
      return set_class(made);
    char32_t low = set_point(set_begin + (made.negated ? 2 : 1));
    char32_t high = low;
    if (ok() && peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
      ++at_;
      if (peek() == '\\' && at_ + 1 < text_.size() && class_of(text_[at_ + 1]) != nullptr) {
        return fail("a range ends in a character", begin, at_ + 2);
      }
      high = set_point(at_ + 1);
      if (high < low) fail("the range ends before it starts", begin, at_);
    }
    made.ranges.emplace_back(low, high);
  }

  void set_class(PatternPiece& made) {
    char letter = text_[at_ + 1];
    if (letter < 'a')
      return fail("a negated class cannot stand in a set", at_, at_ + 2, "negate the whole set: `[^…]`");
    const Ranges& ranges = *class_of(letter);
    made.ranges.insert(made.ranges.end(), ranges.begin(), ranges.end());
    at_ += 2;
    if (peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
      fail("a range starts with a character", at_ - 2, at_ + 1, "write `\\-` for the hyphen");
    }
  }

  /// One character of a set; a hyphen stands for itself only first (at `first`), last, or escaped.
  char32_t set_point(std::size_t first) {
    if (peek() == '\\') return escaped_point();
    bool last = at_ + 1 < text_.size() && text_[at_ + 1] == ']';
    bool loose_hyphen = peek() == '-' && at_ != first && !last;
    if (peek() == '[' || loose_hyphen) {
      fail("this character has to be escaped in a set", at_, at_ + 1,
           std::string("write `\\") + peek() + "`");
    }
    return take_point();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  SharedPattern pieces_;
  std::optional<PatternMistake> mistake_;
};

}  // namespace

std::variant<SharedPattern, PatternMistake> parse_pattern(std::string_view text) {
  return Parser(text).run();
}

}  // namespace schemac::compiler::rules
