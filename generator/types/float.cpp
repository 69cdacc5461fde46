// float(p): SQL's spelling by binary digits; up to 24 is real, more (and none given) is double precision.
#include "types/float_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

constexpr std::int64_t kRealDigits = 24;
constexpr std::int64_t kDoubleDigits = 53;

UseResult use(Parameters parameters) {
  TypeUse wide = plain_use("double precision", Shape::float64);
  if (parameters.empty()) return wide;
  if (parameters.size() > 1)
    return Refusal{"`float` takes one parameter, its binary digits", "write `double precision`"};
  auto digits = number_parameter(parameters[0], "float", "precision", 1, kDoubleDigits);
  if (auto* refusal = std::get_if<Refusal>(&digits)) return *refusal;
  return std::get<std::int64_t>(digits) <= kRealDigits ? plain_use("real", Shape::float32) : wide;
}

}  // namespace

const model::ColumnType& float_type() {
  static const ScalarType kType{{.spellings = {"float"},
                                 .plain = plain_use("double precision", Shape::float64),
                                 .use = use,
                                 .literal = float_literal,
                                 .refuse_text = refuse_float}};
  return kType;
}

}  // namespace schemac::compiler::types
