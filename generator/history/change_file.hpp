// change.json, written and read.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "history/migration.hpp"
#include "model/object_kind.hpp"
#include "support/diagnostic.hpp"
#include "syntax/parse.hpp"

namespace schemac::compiler::history {

/// The format that is written. Older ones can be read for ever.
inline constexpr int kFormat = 1;

/// Canonical: same migration, same bytes. The version is the folder's name and not in it.
std::string to_change_file(const Migration& migration);

/// SC6001 where it is no change file of a known format, or names a kind of object that is not known.
std::optional<Migration> read_change_file(const syntax::Document& document, const std::string& version,
                                          std::span<const model::ObjectKind* const> kinds,
                                          support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::history
