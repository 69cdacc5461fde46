// date: a day of the Gregorian calendar.
#include "types/temporal_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& date_type() {
  static const ScalarType kType{{.spellings = {"date"},
                                 .plain = plain_use("date", Shape::date),
                                 .literal = temporal_literal,
                                 .refuse_text = refuse_temporal}};
  return kType;
}

}  // namespace schemac::compiler::types
