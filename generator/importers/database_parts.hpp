// What a database has beside tables and enums, as definitions say it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "importers/imported_schema.hpp"
#include "model/object_kind.hpp"

namespace schemac::compiler::importers {

/// The comments, by what they are on.
using Docs = std::map<model::ObjectId, std::string>;

/// Views, functions, domain types and roles.
std::vector<ImportedPart> read_parts(const model::Model& model,
                                     std::span<const model::ObjectKind* const> kinds, const Docs& docs);

/// Further keys of a table: "unlogged", "partition", "triggers", "grants", "rls".
std::vector<syntax::Member> read_more(const model::Object& table, const model::Model& model,
                                      const Docs& docs);

}  // namespace schemac::compiler::importers
