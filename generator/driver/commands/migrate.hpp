// What `schemac migrate` can do, each a file.
#pragma once

#include "driver/options.hpp"

namespace schemac::compiler::driver {

int migrate_new(const Options& options);
int migrate_lint(const Options& options);
int migrate_rebase(const Options& options);
int migrate_squash(const Options& options);

}  // namespace schemac::compiler::driver
