// tsquery: a full-text query; only a server can say whether a text is one.
#include "types/scalar_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& tsquery_type() {
  static const ScalarType kType{{.spellings = {"tsquery"}, .plain = plain_use("tsquery", Shape::ts_query)}};
  return kType;
}

}  // namespace schemac::compiler::types
