// JSON text -> syntax::Document.
#pragma once

#include <optional>

#include "support/diagnostic.hpp"
#include "syntax/value.hpp"

namespace schemac::compiler::syntax {

/// One parsed file. `root` is always an object.
struct Document {
  support::FileId file = support::kNoFile;
  Value root;
};

/// The limits past which a file is refused (SC1005, SC1006): no definition that people write comes near them.
inline constexpr std::size_t kMaxFileBytes = 16 * 1024 * 1024;
inline constexpr std::size_t kMaxDepth = 64;

/// Parses strict JSON (no comments, no duplicate keys, valid UTF-8, one object). Mistakes go to
/// `diagnostics`; nothing is returned where the text is not JSON. A file with duplicate keys is returned with
/// the first of each.
std::optional<Document> parse(const support::Sources& sources, support::FileId file,
                              support::Diagnostics& diagnostics);

/// The JSON pointer (RFC 6901) of the innermost value of `document` that holds `offset`.
std::string pointer_at(const Document& document, std::uint32_t offset);

/// The place of bytes [begin, end) of a string's decoded text, through its escapes. `value` must be a string.
Span span_inside(const support::Sources& sources, const Value& value, std::size_t begin, std::size_t end);

}  // namespace schemac::compiler::syntax
