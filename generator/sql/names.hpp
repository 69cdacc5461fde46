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

/// The expression with every name `from` replaced by `to`; of names behind a dot or before one, only those in
/// `schema`
/// (`schema.from`) where that is given, else only those that stand alone.
std::string with_name(std::string_view expression, std::string_view schema, std::string_view from,
                      std::string_view to);

/// The expression with every string literal `from` replaced by `to`.
std::string with_literal(std::string_view expression, std::string_view from, std::string_view to);

}  // namespace schemac::compiler::sql
