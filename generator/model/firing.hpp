// In which sessions a trigger or a rule fires.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace schemac::compiler::model {

enum class Firing : std::uint8_t {
  origin,  ///< in all but those that replay what another server did: the default
  never,
  replica,  ///< in those alone
  always
};
/// As ALTER spells it: "ENABLE REPLICA".
std::string_view name(Firing firing);

}  // namespace schemac::compiler::model
