// What the generated validators find, before any statement is sent.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schemac/error.hpp"

namespace schemac {

/// One rule that a value breaks.
struct Violation {
  std::string path;     ///< the column, or the name of the check that several columns take part in
  std::string rule;     ///< the rule's key in the definition: "min_length"
  std::string message;  ///< for people: "must be at least 3 characters long"

  friend bool operator==(const Violation&, const Violation&) = default;
};

/// All violations of one value, in the order of its columns; empty where it is valid.
class ValidationResult {
 public:
  [[nodiscard]] bool empty() const { return violations_.empty(); }
  [[nodiscard]] const std::vector<Violation>& violations() const { return violations_; }
  [[nodiscard]] auto begin() const { return violations_.begin(); }
  [[nodiscard]] auto end() const { return violations_.end(); }

  void add(std::string_view path, std::string_view rule, std::string_view message);

  /// "title: must be at least 3 characters long", one line for each, joined by "; ".
  [[nodiscard]] std::string to_string() const;

 private:
  std::vector<Violation> violations_;
};

/// For callers that would rather throw: `if (auto v = validate(in); !v.empty()) throw
/// ValidationError{std::move(v)};`
class ValidationError : public Error {
 public:
  /// REQUIRES: !result.empty()
  explicit ValidationError(ValidationResult result);

  const ValidationResult& result() const noexcept { return result_; }

 private:
  ValidationResult result_;
};

}  // namespace schemac
