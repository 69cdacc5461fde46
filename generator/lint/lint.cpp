// Runs lints.
#include "lint/lint.hpp"

#include <utility>

namespace schemac::compiler::lint {

support::Diagnostic& Lint::report(support::Diagnostics& diagnostics, support::Span place, std::string message,
                                  std::string label) const {
  switch (severity()) {
    case support::Severity::error:
      return diagnostics.error(place, code(), std::move(message), std::move(label));
    case support::Severity::warning:
      break;
  }
  return diagnostics.warning(place, code(), std::move(message), std::move(label));
}

void run(std::span<const Lint* const> lints, const Input& input, support::Diagnostics& diagnostics) {
  for (const Lint* lint : lints) lint->check(input, diagnostics);
}

}  // namespace schemac::compiler::lint
