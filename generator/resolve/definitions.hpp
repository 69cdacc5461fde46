// The parsed files of one project, by the part that each plays.
#pragma once

#include <optional>
#include <vector>

#include "syntax/parse.hpp"

namespace schemac::compiler::resolve {

struct Definitions {
  std::optional<syntax::Document> settings;  ///< schemac.json
  std::optional<syntax::Document> shared;    ///< shared.json
  std::vector<syntax::Document> domains;     ///< the other files, in the order of their names
};

}  // namespace schemac::compiler::resolve
