// timestamptz(p): a moment; PostgreSQL keeps it in UTC.
#include "types/temporal_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

UseResult use(Parameters parameters) {
  return use_with_seconds(parameters, "timestamptz", "timestamp", " with time zone", Shape::timestamp_tz);
}

}  // namespace

const model::ColumnType& timestamptz_type() {
  static const ScalarType kType{{.spellings = {"timestamptz", "timestamp with time zone"},
                                 .plain = plain_use("timestamp with time zone", Shape::timestamp_tz),
                                 .use = use,
                                 .literal = temporal_literal,
                                 .refuse_text = refuse_temporal}};
  return kType;
}

}  // namespace schemac::compiler::types
