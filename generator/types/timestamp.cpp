// timestamp(p): a date and time of no particular place.
#include "types/temporal_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

UseResult use(Parameters parameters) {
  return use_with_seconds(parameters, "timestamp", "timestamp", " without time zone", Shape::timestamp);
}

}  // namespace

const model::ColumnType& timestamp_type() {
  static const ScalarType kType{{.spellings = {"timestamp", "timestamp without time zone"},
                                 .plain = plain_use("timestamp without time zone", Shape::timestamp),
                                 .use = use,
                                 .literal = temporal_literal,
                                 .refuse_text = refuse_temporal}};
  return kType;
}

}  // namespace schemac::compiler::types
