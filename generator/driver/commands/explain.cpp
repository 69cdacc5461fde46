// `schemac explain CODE`: prints the section of docs/diagnostics.md that is about a code.
#include <iostream>
#include <string>
#include <vector>

#include "driver/commands/commands.hpp"
#include "driver/diagnostic_docs.hpp"
#include "driver/refuse_usage.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::driver {

int explain(const Options& options) {
  if (options.arguments.empty())
    return refuse_usage("explain", "which code?", "it stands behind the word: error[SC1201]");
  std::string code = options.arguments.front();
  for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  std::vector<std::string_view> codes;
  for (const DiagnosticDoc& section : diagnostic_docs()) {
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
