// What a condition says once some of its columns are NULL.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace schemac::compiler::sql {

/// True where the condition is known to be false, whatever the other columns hold, when all of `columns` are
/// NULL. A condition that cannot be parsed is not.
bool is_false_when_null(std::string_view condition, std::span<const std::string> columns);

}  // namespace schemac::compiler::sql
