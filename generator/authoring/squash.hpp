// Makes one migration of several that follow each other.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "authoring/rebase.hpp"

namespace schemac::compiler::authoring {

/// The migrations [first, first + count) as one, which has the version of the last of them with `name`. Its
/// changes lead from the state before the first one straight to that after the last. SC6008 for one that is
/// written by hand, whose statements no change holds (`leave_out` drops them); SC6009 where a name was given
/// away and used again. REQUIRES: `migrations` fold without a mistake.
std::optional<Rewritten> squash(std::span<const history::Migration> migrations, std::size_t first,
                                std::size_t count, const std::string& name, bool leave_out,
                                std::span<const model::ObjectKind* const> kinds,
                                support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::authoring
