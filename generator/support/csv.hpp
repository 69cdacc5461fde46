// Comma-separated values, as RFC 4180 defines them and PostgreSQL's COPY reads them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace schemac::compiler::support {

struct CsvField {
  std::string text;       ///< without its quotes
  bool quoted = false;    ///< what is empty and not quoted means NULL
  std::size_t begin = 0;  ///< the bytes [begin, end) of the file, quotes included
  std::size_t end = 0;
};

using CsvRecord = std::vector<CsvField>;

struct CsvMistake {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string message;
};

/// The records of `text` in order; an empty line is a record of one empty field. Lines end with LF or CRLF,
/// which may stand inside of quotes too.
std::variant<std::vector<CsvRecord>, CsvMistake> read_csv(std::string_view text);

}  // namespace schemac::compiler::support
