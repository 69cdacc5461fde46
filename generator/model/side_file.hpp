// The files that definitions name by a "file".
#pragma once

#include <cstddef>
#include <optional>

#include "model/definition.hpp"

namespace schemac::compiler::model {

/// The file that the string `path` names; SC1501 where there is none or it has more than `max_bytes`, SC1002
/// where it is not UTF-8.
std::optional<support::FileId> open_side_file(Draft& draft, const syntax::Value& path, std::size_t max_bytes);

}  // namespace schemac::compiler::model
