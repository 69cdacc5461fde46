// Prints what a run has found.
#include "driver/report.hpp"

#include <iostream>

#include "support/diagnostic_format.hpp"

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
  }
}

}  // namespace schemac::compiler::driver
