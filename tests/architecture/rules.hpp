// The rules of the architecture that a machine can check. Each returns one line a violation, "file:line: what
// is wrong", and nothing when the rule is kept.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "architecture/source_tree.hpp"

namespace schemac::tests {

using Violations = std::vector<std::string>;

/// A part of generator/ includes itself and the parts below it; generator/main.cpp includes the driver and
/// support.
Violations layer_violations(const std::vector<SourceFile>& files, const Layers& layers);

/// The runtime includes itself, schemactl the runtime's public headers, generated code those and itself.
/// `root` is where included files are looked for.
Violations boundary_violations(const std::vector<SourceFile>& files, const std::filesystem::path& root);

/// Each third-party library is seen by the part that wraps it, and by no header; the standard headers that
/// cost users' compile time stay out of public and generated headers.
Violations heavy_include_violations(const std::vector<SourceFile>& files);

/// A file has at most 400 lines and opens by saying what it is for; a header has #pragma once. Generated
/// files may be as long as the schema makes them.
Violations form_violations(const std::vector<SourceFile>& files);

/// The runtime stays small: its public headers have fewer than 1,500 lines of code in all. Not counted are
/// the codecs and what generated code is written with (`codec/` and `query/`).
Violations budget_violations(const std::vector<SourceFile>& files);

}  // namespace schemac::tests
