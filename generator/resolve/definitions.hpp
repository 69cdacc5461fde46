// The parsed files of one project, by the part that each plays.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "syntax/parse.hpp"

namespace schemac::compiler::resolve {

struct Definitions {
  std::optional<syntax::Document> settings;  ///< schemac.json
  std::optional<syntax::Document> shared;    ///< shared.json
  std::vector<syntax::Document> domains;     ///< the other files, in the order of their names
  /// The files that a "file" in one of them names, by that path: sources, which nobody has parsed yet.
  std::map<std::string, support::FileId, std::less<>> files;
};

}  // namespace schemac::compiler::resolve
