// An imported schema as the files of a definitions folder.
#pragma once

#include <string>
#include <vector>

#include "importers/imported_schema.hpp"
#include "support/files.hpp"
#include "syntax/value.hpp"

namespace schemac::compiler::importers {

/// One file of definitions, before it becomes text.
struct DefinitionFile {
  std::string path;  ///< "bill.json"
  syntax::Value root;
};

/// schemac.json, shared.json (extensions, enums of the schema public, mixins) and one file a domain (see
/// domains_of), tables in the order of `schema`. Names are kept: those that differ from the language's own
/// conventions are written out.
std::vector<DefinitionFile> write_definitions(const ImportedSchema& schema, const std::string& project);

}  // namespace schemac::compiler::importers
