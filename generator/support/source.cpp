// Source texts and places in them. Lines are counted when somebody asks: only diagnostics do.
#include "support/source.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "support/utf8.hpp"

namespace schemac::compiler::support {

FileId Sources::add(std::string name, std::string text) {
  sources_.push_back({std::move(name), std::move(text)});
  return static_cast<FileId>(sources_.size() - 1);
}

std::string_view Sources::name(FileId file) const {
  assert(file < sources_.size());
  return sources_[file].name;
}

std::string_view Sources::text(FileId file) const {
  assert(file < sources_.size());
  return sources_[file].text;
}

std::string_view Sources::text(Span span) const {
  if (!span.known()) return {};
  const std::string_view whole = text(span.file);
  assert(span.begin <= span.end && span.end <= whole.size());
  return whole.substr(span.begin, span.end - span.begin);
}

LineColumn Sources::locate(FileId file, std::uint32_t offset) const {
  const std::string_view before = text(file).substr(0, offset);
  const auto newlines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
  const std::size_t column = count_code_points(before.substr(line_begin)) + 1;
  return {static_cast<std::uint32_t>(newlines) + 1, static_cast<std::uint32_t>(column)};
}

std::string_view Sources::line(FileId file, std::uint32_t offset) const {
  const std::string_view whole = text(file);
  const std::size_t begin = whole.substr(0, offset).rfind('\n') + 1;
  std::string_view line = whole.substr(begin, whole.find('\n', begin) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace schemac::compiler::support
