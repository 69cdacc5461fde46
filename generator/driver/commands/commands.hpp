// The commands of schemac. Each takes the understood options and returns an exit code; it throws for what the
// environment refuses (support::FileError) and leaves that to main.
#pragma once

#include <span>
#include <string_view>

#include "driver/exit_code.hpp"
#include "driver/options.hpp"

namespace schemac::compiler::driver {

int check(const Options& options);
int generate(const Options& options);
int dump(const Options& options);
int explain(const Options& options);
int format(const Options& options);
int editor(const Options& options);
int completion(const Options& options);
int migrate(const Options& options);

struct Command {
  std::string_view name;
  std::string_view arguments;  ///< as the usage line shows them: "[DEFINITIONS]"
  std::string_view summary;    ///< one line
  std::string_view
      options;  ///< names of the options that it takes beside the common ones, with blanks between
  std::size_t max_arguments;
  int (*run)(const Options&);  ///< nullptr: of those that talk to a database (LiveCommand)
};

/// In the order in which the help lists them.
std::span<const Command> commands();

}  // namespace schemac::compiler::driver
