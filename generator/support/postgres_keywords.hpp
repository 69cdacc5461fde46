// The words that PostgreSQL takes as identifiers only in quotes, or not everywhere without them.
#pragma once

#include <string_view>

namespace schemac::compiler::support {

/// Whether PostgreSQL 15's own quote_identifier() quotes `word` (in lower case): every keyword but the
/// unreserved ones.
bool is_quoted_keyword(std::string_view word);

}  // namespace schemac::compiler::support
