// The lists of everything that schemac can do: the one place that names concrete types, rules, features,
// kinds and so on.
#pragma once

#include <span>

#include "lint/lint.hpp"
#include "model/vocabulary.hpp"
#include "targets/target.hpp"

namespace schemac::compiler::driver {

/// What definitions may say.
model::Vocabulary vocabulary();

/// What is warned about.
std::span<const lint::Lint* const> lints();

/// What is generated. The manifest is the last one: it lists the others' outputs.
std::span<const targets::Target* const> targets();

}  // namespace schemac::compiler::driver
