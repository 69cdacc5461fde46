// macaddr8: a hardware address of eight bytes; six are extended.
#include "types/network_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& macaddr8_type() {
  static const ScalarType kType{{.spellings = {"macaddr8"},
                                 .plain = plain_use("macaddr8", Shape::macaddr8),
                                 .refuse_text = refuse_hardware_address}};
  return kType;
}

}  // namespace schemac::compiler::types
