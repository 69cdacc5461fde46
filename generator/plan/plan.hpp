// (before, after, changes) -> the ordered statements that lead from one state of a schema to the other.
#pragma once

#include <span>
#include <vector>

#include "diff/diff.hpp"
#include "model/object_kind.hpp"

namespace schemac::compiler::plan {

/// Drops first, then creates, each after what it needs. The order depends on the models and on the order of
/// `kinds` alone: schema.sql reads in the order of the kinds, with what belongs to a table right behind it,
/// and references that a CREATE TABLE cannot hold yet at the end. REQUIRES: changes == diff(before, after),
/// none of them an alteration (with both `from` and `to`), and every kind listed. @throws std::logic_error
/// otherwise, and where objects need each other in a circle.
std::vector<model::Step> plan(const model::Model& before, const model::Model& after,
                              const std::vector<diff::Change>& changes,
                              std::span<const model::ObjectKind* const> kinds);

}  // namespace schemac::compiler::plan
