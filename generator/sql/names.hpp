// The names that an expression holds, found without parsing it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::sql {

/// Every word and quoted name of a canonical expression, folded as PostgreSQL folds them, each once, sorted:
/// its columns, but also functions, types and key words. For whoever asks which of the things that exist it
/// may depend on, and need not know more; a parse costs 100 times as much.
std::vector<std::string> names_in(std::string_view expression);

}  // namespace schemac::compiler::sql
