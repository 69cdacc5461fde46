// The names that a project has given, for an editor to complete.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "resolve/definitions.hpp"

namespace schemac::compiler::editor {

struct ProjectName {
  std::string name;
  std::string doc;  ///< may be empty
};

/// The objects of one kind, sorted by name: tables (but those that are partitions), enums, extensions.
std::vector<ProjectName> object_names(const model::Model& model, std::string_view kind);

/// The mixins, in the order of shared.json: they are no objects, so only the file knows them.
std::vector<ProjectName> mixin_names(const resolve::Definitions& definitions);

}  // namespace schemac::compiler::editor
