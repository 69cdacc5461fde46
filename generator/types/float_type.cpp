// real and double precision. PostgreSQL reads them with strtof and strtod, so the check does too.
#include "types/float_type.hpp"

#include <cerrno>
#include <cmath>
#include <cstdlib>

#include "types/text_scan.hpp"

namespace schemac::compiler::types {
namespace {

bool out_of_range(double value) {
  return errno == ERANGE && (value == 0 || std::isinf(value));
}

}  // namespace

std::optional<Refusal> refuse_float(std::string_view text, const TypeUse& type) {
  std::string number(trimmed(text));
  char* end = nullptr;
  errno = 0;
  double value = type.shape == Shape::float32 ? static_cast<double>(std::strtof(number.c_str(), &end))
                                              : std::strtod(number.c_str(), &end);
  if (number.empty() || end != number.c_str() + number.size())
    return not_a_value(text, type, "it takes a number");
  if (out_of_range(value)) return not_a_value(text, type, "it is out of range");
  return std::nullopt;
}

LiteralResult float_literal(const syntax::Value& json, const TypeUse& type) {
  if (json.is(syntax::Kind::number)) {
    if (auto refusal = refuse_float(json.text, type)) return *refusal;
    return Literal{json.text, true};
  }
  if (json.is(syntax::Kind::string) &&
      (json.text == "NaN" || json.text == "Infinity" || json.text == "-Infinity")) {
    return Literal{json.text};
  }
  return wrong_kind(json, "a number (or \"NaN\", \"Infinity\", \"-Infinity\")", type);
}

}  // namespace schemac::compiler::types
