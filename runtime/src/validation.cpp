// Violations and their text.
#include "schemac/validation.hpp"

#include <utility>

namespace schemac {

void ValidationResult::add(std::string_view path, std::string_view rule, std::string_view message) {
  violations_.push_back({std::string(path), std::string(rule), std::string(message)});
}

std::string ValidationResult::to_string() const {
  std::string text;
  for (const Violation& violation : violations_) {
    if (!text.empty()) text += "; ";
    text += violation.path + ": " + violation.message;
  }
  return text;
}

ValidationError::ValidationError(ValidationResult result)
    : Error(ErrorCode::validation, result.to_string()), result_(std::move(result)) {}

}  // namespace schemac
