// The options of all commands: what the command line reads, and what shells complete.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::driver {

struct OptionSpec {
  /// What stands after it.
  enum class Values { none, folder, file, choice, text };

  std::string_view name;    ///< "out"
  std::string_view letter;  ///< "o"; may be empty
  std::string_view help;    ///< one line
  Values values = Values::none;
  std::string_view placeholder;  ///< of its value in the help: "DIR"
  std::string_view otherwise;    ///< its value where it is left out; may be empty
  std::string_view choices;      ///< of Values::choice: the words, with blanks between
};

/// All options, in the order in which help lists them: the commands name those that they take.
std::span<const OptionSpec> option_table();

/// The options that every command takes.
inline constexpr std::string_view kCommonOptions = "color help";

/// The words of a text with blanks between them: names of options, choices.
std::vector<std::string> words_of(std::string_view text);

/// What an option of Values::choice may be. Those of "stage" end with the views of the registry's targets.
std::vector<std::string> choices_of(const OptionSpec& option);

}  // namespace schemac::compiler::driver
