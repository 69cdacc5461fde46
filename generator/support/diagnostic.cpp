// The sink of a run's findings.
#include "support/diagnostic.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace schemac::compiler::support {

Diagnostic& Diagnostics::error(Span span, std::string_view code, std::string message, std::string label) {
  ++errors_;
  all_.push_back({Severity::error, std::string(code), std::move(message), span, std::move(label), {}, {}});
  return all_.back();
}

Diagnostic& Diagnostics::warning(Span span, std::string_view code, std::string message, std::string label) {
  all_.push_back({Severity::warning, std::string(code), std::move(message), span, std::move(label), {}, {}});
  return all_.back();
}

void Diagnostics::sort() {
  // Every member takes part, so that the order never depends on the order of discovery.
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.span, d.code, d.severity, d.message, d.label, d.help, d.pointer);
  };
  std::sort(all_.begin(), all_.end(),
            [&key](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
  errors_ = static_cast<std::size_t>(std::count_if(
      all_.begin(), all_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

}  // namespace schemac::compiler::support
