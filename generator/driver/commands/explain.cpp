// `schemac explain CODE`: prints the section of docs/diagnostics.md that is about a code.
#include <iostream>
#include <string>
#include <vector>

#include "driver/commands/commands.hpp"
#include "render/embedded.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::driver {

namespace {

constexpr std::string_view kHeading = "## SC";

struct Section {
  std::string_view code;
  std::string_view text;
};

std::vector<Section> sections() {
  std::vector<Section> found;
  for (const render::EmbeddedFile& file : render::embedded_diagnostics()) {
    std::size_t at = file.text.find(kHeading);
    while (at != std::string_view::npos) {
      std::size_t next = file.text.find("\n## ", at + 1);
      const std::size_t end = next == std::string_view::npos ? file.text.size() : next + 1;
      const std::string_view text = file.text.substr(at, end - at);
      found.push_back({text.substr(3, text.find(' ', 3) - 3), text});
      at = file.text.find(kHeading, end);
    }
  }
  return found;
}

}  // namespace

int explain(const Options& options) {
  std::string code = options.arguments.empty() ? std::string() : options.arguments.front();
  for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  std::vector<std::string_view> codes;
  for (const Section& section : sections()) {
    if (section.code == code) {
      std::cout << section.text;
      return kOk;
    }
    codes.push_back(section.code);
  }
  std::cerr << "schemac: no diagnostic has the code `" << code << "`\n";
  if (const auto help = support::did_you_mean(code, codes); !help.empty())
    std::cerr << "  = help: " << help << "\n";
  return kUsage;
}

}  // namespace schemac::compiler::driver
