// A plan as text: an SQL script, or JSON.
#pragma once

#include <span>
#include <string>

#include "model/object_kind.hpp"

namespace schemac::compiler::plan {

/// The statements, each with its semicolon. A blank line stands between them, but not between one-line
/// statements of one kind, nor between an object and its comment.
std::string to_sql(std::span<const model::Step> steps);

/// The steps as canonical JSON (`schemac dump --stage=steps`).
std::string to_json(std::span<const model::Step> steps);

}  // namespace schemac::compiler::plan
