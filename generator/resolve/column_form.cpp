// Scans the string form once, from left to right: the name with its parameters, marks, and what stands after
// "=".
#include "resolve/column_form.hpp"

#include <optional>
#include <utility>

namespace schemac::compiler::resolve {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::variant<ColumnForm, FormError> scan() {
    skip_blanks();
    scan_type();
    if (!error_) scan_marks();
    if (!error_ && at_ < text_.size()) scan_default();
    if (error_) return *error_;
    return std::move(form_);
  }

 private:
  void fail(std::string message, std::size_t begin, std::size_t end) {
    error_ = FormError{std::move(message), {begin, end}};
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  /// The words of the name; parameters may stand between them: "timestamp(3) with time zone".
  void scan_type() {
    form_.type_range = {at_, at_};
    while (!error_ && at_ < text_.size() && !is_mark(text_[at_])) {
      const char c = text_[at_];
      if (c == '(') {
        scan_parameters();
        form_.type_range.end = at_;
      } else if (is_blank(c)) {
        skip_blanks();
        if (!form_.type.empty() && at_ < text_.size() && !is_mark(text_[at_]) && text_[at_] != '(')
          form_.type += ' ';
      } else {
        form_.type += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        form_.type_range.end = ++at_;
      }
    }
    if (!error_ && form_.type.empty()) fail("a column needs a type", 0, text_.size());
  }

  static bool is_mark(char c) { return c == '?' || c == '[' || c == '='; }

  void scan_parameters() {
    const std::size_t open = at_;
    const std::size_t close = text_.find(')', open);
    if (close == std::string_view::npos) return fail("the parenthesis is never closed", open, text_.size());
    if (!form_.parameters.empty()) return fail("a type has one list of parameters", open, close + 1);
    std::string parameter;
    for (std::size_t i = open + 1; i <= close; ++i) {
      if (text_[i] == ',' || i == close) {
        form_.parameters.push_back(std::move(parameter));
        parameter.clear();
      } else if (!is_blank(text_[i])) {
        parameter += text_[i];
      }
    }
    at_ = close + 1;
  }

  void scan_marks() {
    bool mark = false;
    for (skip_blanks(); !error_ && at_ < text_.size() && text_[at_] != '='; skip_blanks()) {
      if (text_[at_] == '?' && !mark) {
        mark = true;
        ++at_;
      } else if (text_[at_] == '[') {
        if (form_.dimensions == 0) form_.nullable_elements = std::exchange(mark, false);
        scan_brackets();
      } else {
        fail("only `?`, `[]` and `= SQL` can follow the type", at_, text_.size());
      }
    }
    form_.nullable = mark;
  }

  void scan_brackets() {
    const std::size_t close = text_.find(']', at_);
    if (close == std::string_view::npos) return fail("the bracket is never closed", at_, text_.size());
    if (close != at_ + 1) return fail("PostgreSQL ignores the size of an array: write `[]`", at_, close + 1);
    ++form_.dimensions;
    at_ = close + 1;
  }

  void scan_default() {
    const std::size_t equals = at_++;
    skip_blanks();
    std::size_t end = text_.size();
    while (end > at_ && is_blank(text_[end - 1])) --end;
    if (end == at_) return fail("an SQL expression must follow the `=`", equals, text_.size());
    form_.default_sql = text_.substr(at_, end - at_);
    form_.default_range = {at_, end};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  ColumnForm form_;
  std::optional<FormError> error_;
};

}  // namespace

std::variant<ColumnForm, FormError> parse_column_form(std::string_view text) {
  return Scanner(text).scan();
}

}  // namespace schemac::compiler::resolve
