// What docs/diagnostics.md says of each code; the document is embedded into the program.
#pragma once

#include <string_view>
#include <vector>

namespace schemac::compiler::driver {

struct DiagnosticDoc {
  std::string_view code;   ///< "SC1104"
  std::string_view title;  ///< "Unknown type"
  std::string_view text;   ///< the whole section, with its heading
};

/// In the order of the document.
std::vector<DiagnosticDoc> diagnostic_docs();

/// The title of a code, or an empty one.
std::string_view diagnostic_title(std::string_view code);

}  // namespace schemac::compiler::driver
