// What docs/diagnostics.md says of each code: a section each, "## SC1104 Unknown type".
#include "driver/diagnostic_docs.hpp"

#include <algorithm>

#include "render/embedded.hpp"

namespace schemac::compiler::driver {

namespace {

constexpr std::string_view kHeading = "## SC";

DiagnosticDoc section(std::string_view text) {
  const std::size_t code = kHeading.find("SC");
  const std::string_view heading = text.substr(code, text.find('\n') - code);
  const std::size_t blank = heading.find(' ');
  return {heading.substr(0, blank),
          blank == std::string_view::npos ? std::string_view() : heading.substr(blank + 1), text};
}

}  // namespace

std::vector<DiagnosticDoc> diagnostic_docs() {
  std::vector<DiagnosticDoc> found;
  for (const render::EmbeddedFile& file : render::embedded_diagnostics()) {
    std::size_t at = file.text.find(kHeading);
    while (at != std::string_view::npos) {
      const std::size_t next = file.text.find("\n## ", at + 1);
      const std::size_t end = next == std::string_view::npos ? file.text.size() : next + 1;
      found.push_back(section(file.text.substr(at, end - at)));
      at = file.text.find(kHeading, end);
    }
  }
  return found;
}

std::string_view diagnostic_title(std::string_view code) {
  const auto docs = diagnostic_docs();
  const auto found =
      std::find_if(docs.begin(), docs.end(), [&](const DiagnosticDoc& doc) { return doc.code == code; });
  return found == docs.end() ? std::string_view() : found->title;
}

}  // namespace schemac::compiler::driver
