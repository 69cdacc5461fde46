// The checksum by which the ledger knows a file again.
#pragma once

#include <string>
#include <string_view>

namespace schemac::migrate {

/// SHA-256, as 64 hexadecimal digits: what `sha256sum` prints.
std::string sha256(std::string_view text);

}  // namespace schemac::migrate
