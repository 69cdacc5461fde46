// The options of all commands.
#include "driver/option_table.hpp"

#include <array>
#include <sstream>

#include "driver/outputs.hpp"

namespace schemac::compiler::driver {

std::span<const OptionSpec> option_table() {
  using Values = OptionSpec::Values;
  static constexpr std::array<OptionSpec, 15> kOptions = {{
      {"out", "o", "folder for the outputs", Values::folder, "DIR", "generated", {}},
      {"from", {}, "what to read", Values::file, "SRC", {}, {}},
      {"to", {}, "what to compare it with, likewise", Values::file, "SRC", {}, {}},
      {"drop-refused", {}, "leave out what PostgreSQL would refuse, and name it", Values::none, {}, {}, {}},
      {"check",
       {},
       "write nothing: print the differences and exit with 2 if there are any",
       Values::none,
       {},
       {},
       {}},
      {"migrations", {}, "the folder of migrations", Values::folder, "DIR", "generated/migrations", {}},
      {"allow", {}, "codes of hazards that may happen: SC5002,SC5008", Values::text, "CODES", {}, {}},
      {"empty", {}, "a migration without changes, to be written by hand", Values::none, {}, {}, {}},
      {"stage",
       {},
       "syntax, model, changes, steps or view:TARGET",
       Values::choice,
       "STAGE",
       "model",
       "syntax model changes steps"},
      {"templates",
       {},
       "folder whose templates replace built-in ones of the same path",
       Values::folder,
       "DIR",
       {},
       {}},
      {"depfile", {}, "write the files that were read, for the build tool", Values::file, "FILE", {}, {}},
      {"stamp", {}, "touch this file after success, for the build tool", Values::file, "FILE", {}, {}},
      {"format",
       {},
       "how findings are printed: human, json, sarif or github",
       Values::choice,
       "FORMAT",
       "human",
       "human json sarif github"},
      {"color", {}, "auto, always or never", Values::choice, "WHEN", "auto", "auto always never"},
      {"help", "h", "print this", Values::none, {}, {}, {}},
  }};
  return kOptions;
}

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::vector<std::string> choices_of(const OptionSpec& option) {
  std::vector<std::string> choices = words_of(option.choices);
  if (option.name == "stage") {
    for (const std::string& target : target_names()) choices.push_back("view:" + target);
  }
  return choices;
}

}  // namespace schemac::compiler::driver
