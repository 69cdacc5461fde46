// xml: XML content or a document; only a server can say whether a text is well-formed.
#include "types/scalar_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& xml_type() {
  static const ScalarType kType{{.spellings = {"xml"}, .plain = plain_use("xml", Shape::xml)}};
  return kType;
}

}  // namespace schemac::compiler::types
