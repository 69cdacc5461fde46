// cidr: the address of a network.
#include "types/network_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& cidr_type() {
  static const ScalarType kType{
      {.spellings = {"cidr"}, .plain = plain_use("cidr", Shape::cidr), .refuse_text = refuse_network}};
  return kType;
}

}  // namespace schemac::compiler::types
