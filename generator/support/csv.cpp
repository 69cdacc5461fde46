// A field is either in quotes, where a doubled quote is one, or bare up to the next comma or the line's end.
#include "support/csv.hpp"

#include <optional>

namespace schemac::compiler::support {
namespace {

/// Goes through the text once; `at_` is the first byte that is not read yet.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}

  std::variant<std::vector<CsvRecord>, CsvMistake> read() {
    std::vector<CsvRecord> records;
    while (at_ < text_.size()) {
      records.push_back(read_record());
      if (mistake_) return *mistake_;
    }
    return records;
  }

 private:
  CsvRecord read_record() {
    CsvRecord record;
    do {
      record.push_back(next_is('"') ? read_quoted() : read_bare());
    } while (!mistake_ && take(','));
    if (!mistake_ && at_ < text_.size() && !take_line_end())
      refuse(at_, at_ + 1, "a comma or the end of the line is due behind a closing quote");
    return record;
  }

  CsvField read_bare() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !next_is(',') && !is_line_end()) {
      if (next_is('"'))
        refuse(at_, at_ + 1, "a field with a quote in it stands in quotes, where it is doubled");
      ++at_;
    }
    return {std::string(text_.substr(begin, at_ - begin)), false, begin, at_};
  }

  CsvField read_quoted() {
    CsvField field{{}, true, at_, 0};
    for (++at_; at_ < text_.size(); ++at_) {
      if (next_is('"')) {
        ++at_;
        field.end = at_;
        if (!next_is('"')) return field;
      }
      field.text += text_[at_];
    }
    refuse(field.begin, field.begin + 1, "the quote is never closed");
    return field;
  }

  [[nodiscard]] bool next_is(char c) const { return at_ < text_.size() && text_[at_] == c; }
  [[nodiscard]] bool is_line_end() const { return next_is('\n') || text_.substr(at_, 2) == "\r\n"; }

  bool take(char c) {
    if (!next_is(c)) return false;
    ++at_;
    return true;
  }

  bool take_line_end() {
    if (!is_line_end()) return false;
    at_ += next_is('\n') ? 1 : 2;
    return true;
  }

  void refuse(std::size_t begin, std::size_t end, std::string message) {
    if (!mistake_) mistake_ = CsvMistake{begin, end, std::move(message)};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<CsvMistake> mistake_;
};

}  // namespace

std::variant<std::vector<CsvRecord>, CsvMistake> read_csv(std::string_view text) {
  return CsvReader(text).read();
}

}  // namespace schemac::compiler::support
