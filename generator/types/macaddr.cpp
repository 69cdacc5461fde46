// macaddr: a hardware address of six bytes.
#include "types/network_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& macaddr_type() {
  static const ScalarType kType{{.spellings = {"macaddr"},
                                 .plain = plain_use("macaddr", Shape::macaddr),
                                 .refuse_text = refuse_hardware_address}};
  return kType;
}

}  // namespace schemac::compiler::types
