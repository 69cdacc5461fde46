// Says in people's words why a text is not JSON. What the parser understood last decides what may follow;
// the text behind it is compared with the mistakes that people make, the most telling first.
#include "syntax/mistake.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "support/utf8.hpp"
#include "syntax/string_text.hpp"

namespace schemac::compiler::syntax {
namespace {

constexpr std::size_t kLongestQuote = 40;  // characters of the text that a message repeats

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Where the parser gave up.
struct Place {
  std::string_view text;
  const Progress& progress;
  std::uint32_t at = 0;  ///< the token that does not belong there; text.size() at the end
  char separator = 0;    ///< the comma or colon between the last token and `at`, or 0
  std::uint32_t separator_at = 0;

  [[nodiscard]] char next() const { return at < text.size() ? text[at] : '\0'; }
  [[nodiscard]] bool in_object() const { return progress.open != nullptr && progress.open->is(Kind::object); }
  [[nodiscard]] bool wants_colon() const { return progress.last == Progress::Last::key && separator == 0; }
  [[nodiscard]] bool after_value() const { return progress.last == Progress::Last::value && separator == 0; }
  [[nodiscard]] bool wants_key() const {
    return in_object() && progress.last != Progress::Last::key && !after_value();
  }
  [[nodiscard]] bool wants_value() const { return !wants_colon() && !after_value() && !wants_key(); }
};

Place find_place(std::string_view text, const Progress& progress) {
  Place place{text, progress, progress.last_end, 0, 0};
  char allowed = 0;
  if (progress.last == Progress::Last::key) allowed = ':';
  if (progress.last == Progress::Last::value && progress.open != nullptr) allowed = ',';
  for (; place.at < text.size(); ++place.at) {
    const char c = text[place.at];
    if (is_blank(c)) continue;
    if (c != allowed || place.separator != 0) break;
    place.separator = c;
    place.separator_at = place.at;
  }
  return place;
}

std::uint32_t line_of(std::string_view text, std::uint32_t offset) {
  const std::string_view before = text.substr(0, offset);
  return static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

/// "the object that starts in line 5 is not closed", or nothing outside of any.
std::string still_open(const Place& place) {
  const Value* open = place.progress.open;
  if (open == nullptr) return {};
  return std::string(open->is(Kind::object) ? "the object" : "the array") + " that starts in line " +
         std::to_string(line_of(place.text, open->span.begin)) + " is not closed";
}

/// Letters, digits and what may stand in a number, from `at` on.
std::string_view word_at(std::string_view text, std::uint32_t at) {
  std::size_t end = at;
  const auto belongs = [](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '+' || c == '-'; };
  while (end < text.size() && belongs(text[end])) ++end;
  return text.substr(at, end - at);
}

std::string code(std::string_view text) {
  std::string shown(text.substr(0, kLongestQuote));
  if (shown.size() < text.size()) shown += "…";
  return "`" + shown + "`";
}

Mistake over(std::uint32_t begin, std::string_view token, std::string message, std::string label,
             std::string help) {
  return {begin, begin + static_cast<std::uint32_t>(token.size()), std::move(message), std::move(label),
          std::move(help)};
}

using Explanation = std::optional<Mistake>;

Explanation ends_early(const Place& place) {
  if (place.at < place.text.size()) return {};
  std::size_t end = place.text.size();
  while (end > 0 && is_blank(place.text[end - 1])) --end;
  const auto point = static_cast<std::uint32_t>(end);
  if (end == 0)
    return Mistake{0, 0, "the file is empty", "", "a definition file holds one object, at least `{}`"};
  return Mistake{point, point, "the file ends too early", still_open(place), ""};
}

Explanation comment(const Place& place) {
  const std::string_view rest = place.text.substr(place.at);
  if (!rest.starts_with("//") && !rest.starts_with("/*") && !rest.starts_with("#")) return {};
  std::string_view line = rest.substr(0, rest.find('\n'));
  if (const std::size_t end = line.find("*/"); line.starts_with("/*") && end != std::string_view::npos) {
    line = line.substr(0, end + 2);
  }
  while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  return over(place.at, line, "JSON has no comments", "",
              "use a \"//\" key, or \"doc\" where it should reach the outputs");
}

Explanation broken_string(const Place& place) {
  if (place.next() != '"') return {};
  const std::optional<StringMistake> found = find_string_mistake(place.text, place.at);
  if (!found) return {};
  return Mistake{found->begin, found->end, found->message, "", found->help};
}

Explanation trailing_comma(const Place& place) {
  if (place.separator != ',' || (place.next() != '}' && place.next() != ']')) return {};
  if ((place.next() == '}') != place.in_object()) return {};
  return over(place.separator_at, ",", std::string("a comma before `") + place.next() + "`",
              place.in_object() ? "after the last member" : "after the last element", "remove it");
}

/// The character at the place, with its text.
std::pair<char32_t, std::string_view> character(const Place& place) {
  const std::string_view rest = place.text.substr(place.at);
  const support::CodePoint c = support::first_code_point(rest);
  return {c.value, rest.substr(0, c.bytes)};
}

Explanation quotes(const Place& place) {
  const auto [c, text] = character(place);
  const bool typographic = (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB;
  if (c != '\'' && c != '`' && !typographic) return {};
  return over(place.at, text, "strings and keys stand in double quotes", "", "write `\"`");
}

/// Blanks that editors and web pages put where a plain one was meant; none of them is one in JSON.
Explanation odd_blank(const Place& place) {
  const auto [c, text] = character(place);
  const bool odd = c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
                   c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF || c == '\f' || c == '\v';
  if (!odd) return {};
  return over(place.at, text, "a special blank between the values", "", "write an ordinary one");
}

std::string number_help(std::string_view token) {
  const bool negative = token.starts_with('-');
  const std::string_view digits = token.substr(negative ? 1 : 0);
  if (token.starts_with('+')) return "write it without the plus sign";
  if (digits.starts_with('.')) return "write a zero before the point";
  if (digits.size() > 1 && digits[0] == '0' && is_digit(digits[1]))
    return "write it without the leading zero";
  if (digits.starts_with("0x") || digits.starts_with("0X")) return "write it in decimal";
  if (digits.find('_') != std::string_view::npos) return "write its digits without `_`";
  return "";
}

Explanation broken_number(const Place& place) {
  const Progress& progress = place.progress;
  // The parser takes the valid beginning of `01` or `1.5.2` for the whole number.
  const char last_first = progress.last == Progress::Last::value ? place.text[progress.last_begin] : '\0';
  const bool continues = place.at == progress.last_end && (is_digit(last_first) || last_first == '-');
  const std::uint32_t begin = continues ? progress.last_begin : place.at;
  if (!continues && !place.wants_value()) return {};
  const std::string_view token = word_at(place.text, begin);
  if (token.empty() || is_letter(token[0]) || (continues && begin + token.size() == place.at)) return {};
  return over(begin, token, code(token) + " is no number in JSON", "", number_help(token));
}

Explanation unknown_word(const Place& place) {
  if (!is_letter(place.next()) || place.after_value() || place.wants_colon()) return {};
  const std::string_view word = word_at(place.text, place.at);
  if (place.wants_key()) {
    return over(place.at, word, "keys stand in double quotes", "",
                "write `\"" + std::string(word.substr(0, kLongestQuote)) + "\"`");
  }
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  std::string help = "a string stands in double quotes";
  if (lower == "none" || lower == "nil" || lower == "undefined") lower = "null";
  if (lower == "true" || lower == "false" || lower == "null") help = "write `" + lower + "`";
  if (lower == "nan" || lower == "infinity" || lower == "inf")
    help = "JSON has no such number; write it as a string";
  return over(place.at, word, "unknown word " + code(word), "", std::move(help));
}

Explanation bracket(const Place& place) {
  const char c = place.next();
  if (c != '}' && c != ']') return {};
  if (place.wants_colon() || place.separator == ':') {
    const Progress& p = place.progress;
    return Mistake{p.last_begin, p.last_end, "a key without a value", "", ""};
  }
  const std::string found = std::string("`") + c + "`";
  if (place.progress.open == nullptr) return over(place.at, " ", found + " closes nothing", "", "");
  if (place.in_object() == (c == '}')) return {};
  return over(place.at, " ", found + (c == '}' ? " closes no object" : " closes no array"), still_open(place),
              "");
}

Explanation missing_separator(const Place& place) {
  const std::uint32_t end = place.progress.last_end;
  if (place.wants_colon() && place.next() == '=') {
    return over(place.at, "=", "`=` between a key and its value", "", "write `:`");
  }
  if (place.wants_colon()) return Mistake{end, end, "a colon is missing after the key", "", ""};
  if (!place.after_value() || place.progress.open == nullptr) return {};
  if (place.text[end - 1] == '"' && place.at == end && place.next() != '"') {
    return over(place.at, " ", "text right after the end of a string", "",
                "a quote inside a string is written `\\\"`");
  }
  constexpr std::string_view kStarts = "\"{[-";
  if (kStarts.find(place.next()) == std::string_view::npos && !is_digit(place.next()) &&
      !is_letter(place.next()))
    return {};
  return Mistake{end, end, "a comma is missing", "", ""};
}

Explanation after_root(const Place& place) {
  if (!place.after_value() || place.progress.open != nullptr) return {};
  return over(place.at, " ", "text after the end of the definition", "", "a file holds one object");
}

/// What may stand here, found nothing more telling.
Mistake unexpected(const Place& place) {
  std::string_view wanted = "a value";
  if (place.wants_key()) wanted = "a key in double quotes";
  if (place.after_value()) wanted = place.in_object() ? "`,` or `}`" : "`,` or `]`";
  const std::string_view found = character(place).second;
  return over(place.at, found, "expected " + std::string(wanted) + ", found " + code(found), "", "");
}

}  // namespace

Mistake explain(std::string_view text, const Progress& progress) {
  static constexpr std::array kExplanations = {ends_early, comment,           broken_string, trailing_comma,
                                               quotes,     odd_blank,         broken_number, unknown_word,
                                               bracket,    missing_separator, after_root};
  const Place place = find_place(text, progress);
  for (const auto explanation : kExplanations) {
    if (Explanation found = explanation(place)) return *std::move(found);
  }
  return unexpected(place);
}

}  // namespace schemac::compiler::syntax
