// inet: the address of a host, with its network if wished.
#include "types/network_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& inet_type() {
  static const ScalarType kType{
      {.spellings = {"inet"}, .plain = plain_use("inet", Shape::inet), .refuse_text = refuse_network}};
  return kType;
}

}  // namespace schemac::compiler::types
