// time(p): a time of day.
#include "types/temporal_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

UseResult use(Parameters parameters) {
  return use_with_seconds(parameters, "time", "time", " without time zone", Shape::time);
}

}  // namespace

const model::ColumnType& time_type() {
  static const ScalarType kType{{.spellings = {"time", "time without time zone"},
                                 .plain = plain_use("time without time zone", Shape::time),
                                 .use = use,
                                 .literal = temporal_literal,
                                 .refuse_text = refuse_temporal}};
  return kType;
}

}  // namespace schemac::compiler::types
