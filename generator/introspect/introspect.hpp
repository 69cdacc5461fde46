// A live PostgreSQL database -> Model: what each kind of object finds of its own in the catalogue, and who
// needs whom.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/object_kind.hpp"
#include "schemac/connection.hpp"

namespace schemac::compiler::introspect {

/// A database's schema.
struct Introspection {
  model::Model model;
  std::vector<std::string>
      unknown;  ///< what is there and no kind carries: "operator family public.f", sorted
};

/// Reads everything in one snapshot. Objects of extensions are theirs: what needs one needs the extension.
/// Expressions are texts as PostgreSQL prints them with an empty search path. REQUIRES: no transaction is
/// open.
/// @throws schemac::Error
Introspection introspect(Connection& connection, std::span<const model::ObjectKind* const> kinds);

}  // namespace schemac::compiler::introspect
