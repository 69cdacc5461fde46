// What statements that differ in constants only have in common.
#pragma once

#include <string>

namespace schemac {

/// 16 hexadecimal digits, those of libpg_query; empty for what it cannot read.
std::string fingerprint_of(const std::string& sql);

}  // namespace schemac
