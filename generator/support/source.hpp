// Source texts and places in them: what every value of a definition and every diagnostic points at.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace schemac::compiler::support {

/// Index of a text in its `Sources`; kNoFile where something has no place in any file.
using FileId = std::uint32_t;
inline constexpr FileId kNoFile = UINT32_MAX;

/// A half-open range of bytes [begin, end) in one source text. Equal ends mean a point between two bytes.
struct Span {
  FileId file = kNoFile;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool known() const { return file != kNoFile; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// A place as people count it: lines and columns from 1, columns in code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// The texts of one run. Owns them; references stay valid while it lives.
class Sources {
 public:
  /// `name` is what diagnostics print: the path as the user gave it, never made absolute.
  FileId add(std::string name, std::string text);

  [[nodiscard]] std::string_view name(FileId file) const;
  [[nodiscard]] std::string_view text(FileId file) const;
  [[nodiscard]] std::string_view text(Span span) const;
  [[nodiscard]] LineColumn locate(FileId file, std::uint32_t offset) const;
  /// The whole line (without its newline) that holds `offset`.
  [[nodiscard]] std::string_view line(FileId file, std::uint32_t offset) const;

 private:
  struct Source {
    std::string name;
    std::string text;
  };
  std::deque<Source> sources_;
};

}  // namespace schemac::compiler::support
