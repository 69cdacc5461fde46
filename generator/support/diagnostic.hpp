// Mistakes in a user's definitions, as data: collected by every stage, printed by the driver.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/source.hpp"

namespace schemac::compiler::support {

enum class Severity { error, warning };

/// One finding. `code` ("SC1104") is stable for ever, means one rule, and has a section in
/// docs/diagnostics.md.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  std::string message;  ///< what is wrong, one line, no final stop: "unknown type `tmestamptz`"
  Span span;            ///< where; unknown for a finding about the project as a whole
  std::string label;    ///< printed under the carets: the reason, at that place; may be empty
  std::string help;     ///< what to do; may be empty
  std::string pointer;  ///< JSON pointer of the value, filled in by syntax; may be empty

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Where the stages of a run put what they find. Not thread-safe: one sink a run.
class Diagnostics {
 public:
  /// Adds an error and returns it, so that a caller can add a help: `d.error(…).help = "…"`.
  /// The reference is valid until the next finding is added.
  Diagnostic& error(Span span, std::string_view code, std::string message, std::string label = {});
  Diagnostic& warning(Span span, std::string_view code, std::string message, std::string label = {});

  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  [[nodiscard]] std::vector<Diagnostic>& all() { return all_; }

  /// Sorts by place (file, offset, code) and drops exact repetitions: the order in which they are printed.
  void sort();

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

}  // namespace schemac::compiler::support
