// Prints what a run has found.
#include "driver/report.hpp"

#include <iostream>

#include "driver/diagnostic_docs.hpp"
#include "support/diagnostic_format.hpp"
#include "support/github_format.hpp"
#include "support/sarif_format.hpp"

namespace schemac::compiler::driver {

void report(const support::Diagnostics& diagnostics, const support::Sources& sources,
            const Options& options) {
  switch (options.format) {
    case Format::human:
      std::cerr << support::format_human(diagnostics.all(), sources, options.colours);
      break;
    case Format::json:
      std::cout << support::format_json(diagnostics.all(), sources);
      break;
    case Format::sarif:
      std::cout << support::format_sarif(diagnostics.all(), sources, diagnostic_title);
      break;
    case Format::github:
      std::cout << support::format_github(diagnostics.all(), sources);
      break;
  }
}

std::string counted(std::size_t count, std::string_view thing) {
  return std::to_string(count) + " " + std::string(thing) + (count == 1 ? "" : "s");
}

}  // namespace schemac::compiler::driver
