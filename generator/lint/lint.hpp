// Checks over a whole schema: mistakes that no single definition shows, and what is allowed but seldom meant.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/model.hpp"
#include "support/diagnostic.hpp"

namespace schemac::compiler::lint {

/// What lints look at. Borrowed.
struct Input {
  const model::Model& model;
};

/// One lint a file in lints/. Warnings respect the "keep" of what they are about; errors cannot be silenced.
class Lint {
 public:
  virtual ~Lint() = default;

  [[nodiscard]] virtual std::string_view code() const = 0;
  [[nodiscard]] virtual support::Severity severity() const = 0;
  /// One sentence: what it finds, and why that matters.
  [[nodiscard]] virtual std::string_view explanation() const = 0;
  virtual void check(const Input& input, support::Diagnostics& diagnostics) const = 0;

 protected:
  /// Adds a finding with this lint's code and severity.
  support::Diagnostic& report(support::Diagnostics& diagnostics, support::Span place, std::string message,
                              std::string label = {}) const;
};

void run(std::span<const Lint* const> lints, const Input& input, support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::lint
