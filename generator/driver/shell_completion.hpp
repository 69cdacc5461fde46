// Scripts that make shells complete schemac's command line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace schemac::compiler::driver {

/// The shells that there are scripts for, with blanks between.
inline constexpr std::string_view kShells = "bash zsh fish";

/// The script for one of kShells, made of the table of commands; nothing for another shell.
std::optional<std::string> completion_script(std::string_view shell);

}  // namespace schemac::compiler::driver
