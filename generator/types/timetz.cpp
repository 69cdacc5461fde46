// timetz(p): a time of day with its offset from UTC.
#include "types/temporal_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

UseResult use(Parameters parameters) {
  return use_with_seconds(parameters, "timetz", "time", " with time zone", Shape::time_tz);
}

}  // namespace

const model::ColumnType& timetz_type() {
  static const ScalarType kType{{.spellings = {"timetz", "time with time zone"},
                                 .plain = plain_use("time with time zone", Shape::time_tz),
                                 .use = use,
                                 .literal = temporal_literal,
                                 .refuse_text = refuse_temporal}};
  return kType;
}

}  // namespace schemac::compiler::types
