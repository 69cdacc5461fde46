// The schema of a database, as introspection has read it.
#pragma once

#include <span>

#include "importers/imported_schema.hpp"
#include "model/object_kind.hpp"

namespace schemac::compiler::importers {

/// What definitions have words for. What they have none for is not said here: whoever generates from the
/// definitions and compares sees it.
ImportedSchema read_database(const model::Model& model, std::span<const model::ObjectKind* const> kinds);

}  // namespace schemac::compiler::importers
