// What is checked about the text of an expression before a parser sees it. The scan follows PostgreSQL's
// lexer as far as quotes and comments go; everything else is left to the parser.
#include "sql/lexical.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "support/naming.hpp"

namespace schemac::compiler::sql {
namespace {

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_word_part(char c) {
  return is_word_start(c) || is_digit(c) || c == '$';
}

std::size_t word_end(std::string_view text, std::size_t begin) {
  while (begin < text.size() && is_word_part(text[begin])) ++begin;
  return begin;
}

/// The end of a quoted text that opens at `begin`, or npos. `escapes`: E'…', where a backslash protects.
std::size_t quote_end(std::string_view text, std::size_t begin, bool escapes) {
  char quote = text[begin];
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (escapes && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (i + 1 == text.size() || text[i + 1] != quote) return i + 1;
      ++i;
    }
  }
  return std::string_view::npos;
}

/// The end of $tag$…$tag$ that opens at `begin`; `begin` + 1 where that is no dollar quote; npos where it is
/// never closed.
std::size_t dollar_end(std::string_view text, std::size_t begin) {
  std::size_t tag_end = begin + 1;
  if (tag_end < text.size() && is_word_start(text[tag_end])) {
    while (tag_end < text.size() && is_word_part(text[tag_end]) && text[tag_end] != '$') ++tag_end;
  }
  if (tag_end >= text.size() || text[tag_end] != '$') return begin + 1;
  std::string_view tag = text.substr(begin, tag_end + 1 - begin);
  std::size_t close = text.find(tag, tag_end + 1);
  return close == std::string_view::npos ? close : close + tag.size();
}

/// The end of the comment that starts at `at`, or `at`. PostgreSQL's block comments nest.
std::size_t comment_end(std::string_view text, std::size_t at) {
  const std::string_view start = text.substr(at, 2);
  if (start == "--") return std::min(text.find('\n', at), text.size());
  if (start != "/*") return at;
  int depth = 0;
  while (at < text.size()) {
    const std::string_view here = text.substr(at, 2);
    const bool edge = here == "/*" || here == "*/";
    if (edge) depth += here == "/*" ? 1 : -1;
    at += edge ? 2 : 1;
    if (depth == 0) break;
  }
  return at;
}

/// Goes through a text once; stops at the first mistake.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  std::optional<SqlError> run() {
    while (at_ < text_.size() && !error_) step();
    if (error_) return error_;
    if (!brackets_.empty())
      return SqlError{"this bracket is never closed", brackets_.back(), brackets_.back() + 1};
    if (!seen_) return SqlError{"an SQL expression is expected, found nothing", 0, text_.size()};
    return std::nullopt;
  }

 private:
  void fail(std::string message, std::size_t begin, std::size_t end) {
    error_ = SqlError{std::move(message), begin, end};
  }

  void step() {
    char c = text_[at_];
    if (is_space(c)) {
      ++at_;
      return;
    }
    seen_ = true;
    if (is_word_start(c)) {
      step_word();
    } else if (c == '\'' || c == '"') {
      step_quote(at_, false);
    } else if (c == '$') {
      step_dollar();
    } else if (is_digit(c)) {
      at_ = word_end(text_, at_);
    } else {
      step_symbol(c);
    }
  }

  void count() {
    if (++tokens_ > kMaxTokens) fail("the expression is too long", 0, text_.size());
  }

  void step_word() {
    count();
    std::size_t end = word_end(text_, at_);
    bool escape_string = end == at_ + 1 && (text_[at_] == 'e' || text_[at_] == 'E') && end < text_.size() &&
                         text_[end] == '\'';
    if (escape_string) {
      step_quote(end, true);
    } else {
      at_ = end;
    }
  }

  void step_quote(std::size_t open, bool escapes) {
    std::size_t end = quote_end(text_, open, escapes);
    if (end == std::string_view::npos) {
      fail("this quote is never closed", open, open + 1);
    } else if (text_.substr(open, end - open).find('\0') != std::string_view::npos) {
      fail("SQL text holds no NUL", open, end);
    }
    at_ = end;
  }

  void step_dollar() {
    std::size_t end = dollar_end(text_, at_);
    if (end == std::string_view::npos) fail("this dollar quote is never closed", at_, at_ + 1);
    at_ = end;
  }

  void step_symbol(char c) {
    count();
    std::string_view two = text_.substr(at_, 2);
    if (c == '\0') fail("SQL text holds no NUL", at_, at_ + 1);
    if (c == ';') fail("one expression is expected, no statements", at_, at_ + 1);
    if (c == ',' && brackets_.empty()) fail("one expression is expected, not a list", at_, at_ + 1);
    if (two == "--" || two == "/*") fail("a comment cannot stand here", at_, text_.size());
    if (c == '(' || c == '[') brackets_.push_back(at_);
    if (c == ')' || c == ']') close(c);
    ++at_;
  }

  void close(char c) {
    if (brackets_.empty()) {
      fail("this bracket was never opened", at_, at_ + 1);
    } else if ((text_[brackets_.back()] == '(') != (c == ')')) {
      fail("this bracket closes another kind", at_, at_ + 1);
    } else {
      brackets_.pop_back();
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t tokens_ = 0;
  bool seen_ = false;
  std::vector<std::size_t> brackets_;  // where each open one stands
  std::optional<SqlError> error_;
};

bool is_whole_number(std::string_view text) {
  constexpr std::size_t kSafeDigits = 9;  // always a 32-bit integer
  if (text.empty() || text.size() > kSafeDigits || (text.size() > 1 && text[0] == '0')) return false;
  return std::all_of(text.begin(), text.end(), is_digit);
}

/// '…' without quotes, backslashes and control characters inside: what the deparser repeats as it is.
bool is_plain_string(std::string_view text) {
  if (text.size() < 2 || text.front() != '\'' || text.back() != '\'') return false;
  text = text.substr(1, text.size() - 2);
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c != '\'' && c != '\\' && static_cast<unsigned char>(c) >= ' ' && c != '\x7f';
  });
}

Expression constant(std::string_view text) {
  Expression expression;
  expression.canonical = text;
  return expression;
}

}  // namespace

std::optional<SqlError> lexical_mistake(std::string_view text) {
  return Scan(text).run();
}

std::size_t token_end(std::string_view text, std::size_t begin) {
  if (begin >= text.size()) return text.size();
  if (text[begin] == '$') {
    const std::size_t close = dollar_end(text, begin);
    if (close != begin + 1) return std::min(close, text.size());
  }
  if (is_word_part(text[begin])) return word_end(text, begin);
  std::size_t end = begin + 1;
  if (text[begin] == '\'' || text[begin] == '"') end = quote_end(text, begin, false);
  return std::min(end, text.size());
}

std::size_t blank_end(std::string_view text, std::size_t begin) {
  while (begin < text.size()) {
    const std::size_t end = is_space(text[begin]) ? begin + 1 : comment_end(text, begin);
    if (end == begin) break;
    begin = end;
  }
  return begin;
}

std::size_t name_end(std::string_view text, std::size_t begin) {
  std::size_t end = token_end(text, begin);
  while (end + 1 < text.size() && text[end] == '.' &&
         (is_word_start(text[end + 1]) || text[end + 1] == '"')) {
    end = token_end(text, end + 1);
  }
  return end;
}

std::size_t meant_end(std::string_view text, std::size_t begin) {
  constexpr std::string_view kOperator = "+-*/<>=~!@#%^&|?:";
  const std::size_t name = name_end(text, begin);
  if (begin >= text.size() || kOperator.find(text[begin]) == std::string_view::npos)
    return name > begin ? name : token_end(text, begin);
  return std::min(text.find_first_not_of(kOperator, begin), text.size());
}

bool is_plain_name(std::string_view text) {
  if (text.empty() || !((text[0] >= 'a' && text[0] <= 'z') || text[0] == '_')) return false;
  bool plain = std::all_of(text.begin(), text.end(),
                           [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || is_digit(c); });
  return plain && text.size() <= support::kMaxIdentifierBytes && support::quote_identifier(text) == text;
}

std::optional<Expression> trivial_expression(std::string_view text) {
  bool negative = text.size() > 1 && text[0] == '-' && text[1] != '0';
  if (is_whole_number(text.substr(negative ? 1 : 0)) || text == "true" || text == "false" || text == "NULL") {
    return constant(text);
  }
  if (is_plain_string(text)) {
    Expression expression = constant(text);
    expression.is_string_literal = true;
    expression.literal = text.substr(1, text.size() - 2);
    return expression;
  }
  if (text == "now()" || text == "gen_random_uuid()") {
    Expression expression = constant(text);
    std::string_view name = text.substr(0, text.size() - 2);
    expression.functions.push_back({std::string(name), 0, name.size()});
    return expression;
  }
  if (!is_plain_name(text)) return std::nullopt;
  Expression expression = constant(text);
  expression.columns.push_back({std::string(text), 0, text.size()});
  return expression;
}

}  // namespace schemac::compiler::sql
