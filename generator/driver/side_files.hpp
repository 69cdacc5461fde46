// The files that definitions name: SQL of views and functions, rows of seeds.
#pragma once

#include <filesystem>

#include "resolve/definitions.hpp"

namespace schemac::compiler::driver {

/// Reads every file that a "file" in `definitions` names, once each, by a path relative to `folder` (the
/// definitions' folder). One that is not there, or that stands outside of the folder (through a link, too),
/// is left out: whoever reads the key reports it. @throws support::FileError where a file cannot be read
void load_side_files(const std::filesystem::path& folder, resolve::Definitions& definitions,
                     support::Sources& sources);

}  // namespace schemac::compiler::driver
