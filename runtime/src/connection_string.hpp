// Connection strings, URLs and libpq's keyword form alike.
#pragma once

#include <string>
#include <string_view>

namespace schemac {

/// What the string gives for one of libpq's parameters; empty if it does not. Throws UsageError for a
/// malformed string, without showing it.
std::string connection_parameter(const std::string& connection_string, std::string_view key);

/// The string with a parameter added, unless it, or libpq's environment, gives it already. REQUIRES: a value
/// of letters, digits, `_` and `-`. Throws UsageError for a malformed string.
std::string with_default_parameter(const std::string& connection_string, std::string_view key,
                                   std::string_view value);

/// The same string for another database. REQUIRES: a name of letters, digits, `_` and `-`.
std::string with_database(const std::string& connection_string, std::string_view name);

}  // namespace schemac
