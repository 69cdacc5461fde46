// The commands that talk to a database, each a file of this part.
#pragma once

#include <span>

#include "driver/command_line.hpp"

namespace schemac::compiler::live {

int import_schema(const driver::Options& options);
int diff(const driver::Options& options);
int drift(const driver::Options& options);
int verify(const driver::Options& options);

std::span<const driver::LiveCommand> commands();

}  // namespace schemac::compiler::live
