// What it takes to turn the values of a column into another type.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::objects {

/// The expression after USING, over the column `column` (quoted); empty where PostgreSQL finds the way by
/// itself, which it does with more care: an assignment refuses what a cast would cut off. Types are as
/// PostgreSQL prints them.
std::string conversion(std::string_view column, const std::string& from, const std::string& to);

/// Whether every value stays as it is, byte for byte, so that the table is not written anew: varchar(20) to
/// text.
bool keeps_bytes(const std::string& from, const std::string& to);

}  // namespace schemac::compiler::objects
