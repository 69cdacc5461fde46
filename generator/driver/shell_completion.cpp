// Scripts for shells. Each is a list of commands, of a command's options and of an option's values, in its
// shell's own terms; all of it comes from the tables of commands and options, nothing is named here.
#include "driver/shell_completion.hpp"

#include <vector>

#include "driver/commands/commands.hpp"
#include "driver/diagnostic_docs.hpp"
#include "driver/option_table.hpp"

namespace schemac::compiler::driver {

namespace {

using Values = OptionSpec::Values;

std::vector<OptionSpec> options_of(const Command& command) {
  std::vector<std::string> taken = words_of(command.options);
  for (std::string& name : words_of(kCommonOptions)) taken.push_back(std::move(name));
  std::vector<OptionSpec> options;
  for (const OptionSpec& option : option_table()) {
    for (const std::string& name : taken) {
      if (name == option.name) options.push_back(option);
    }
  }
  return options;
}

bool takes_folder(const Command& command) {
  return command.arguments == "[DEFINITIONS]";
}

/// The words that may stand as a command's argument; none where it is a path.
std::string argument_words(const Command& command) {
  if (command.arguments == "SHELL") return std::string(kShells);
  std::string codes;
  if (command.arguments != "CODE") return codes;
  for (const DiagnosticDoc& doc : diagnostic_docs())
    codes += (codes.empty() ? "" : " ") + std::string(doc.code);
  return codes;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// `text` in single quotes, as all three shells read it; a quote within ends them, stands escaped, and begins
/// them again.
std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// -- bash
// ---------------------------------------------------------------------------------------------------------

std::string command_names() {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  return joined(names);
}

/// "    --out|-o) …;;": what completes the word after an option.
std::string bash_value(const OptionSpec& option) {
  std::string pattern = "--" + std::string(option.name);
  if (!option.letter.empty()) pattern += "|-" + std::string(option.letter);
  switch (option.values) {
    case Values::none:
      return {};
    case Values::folder:
      return "    " + pattern + ") _schemac_paths -d; return ;;\n";
    case Values::file:
      return "    " + pattern + ") _schemac_paths -f; return ;;\n";
    case Values::choice:
      return "    " + pattern + ") _schemac_words " + single_quoted(joined(choices_of(option))) +
             "; return ;;\n";
    case Values::text:
      return "    " + pattern + ") return ;;\n";
  }
  return {};
}

std::string bash_command(const Command& command) {
  std::vector<std::string> names;
  for (const OptionSpec& option : options_of(command)) names.push_back("--" + std::string(option.name));
  std::string out = "    " + std::string(command.name) +
                    ")\n      if [[ $current == -* ]]; then _schemac_words " + single_quoted(joined(names)) +
                    "; ";
  const std::string words = argument_words(command);
  if (!words.empty()) return out + "else _schemac_words " + single_quoted(words) + "; fi ;;\n";
  return out + "else _schemac_paths " + (takes_folder(command) ? "-d" : "-f") + "; fi ;;\n";
}

/// bash splits words at "=" and ":", so both `--format=json` and `--stage=view:manifest` come in pieces: they
/// are put together again, and what is offered begins after the last piece.
constexpr std::string_view kBashHead =
    R"(# bash completion of schemac; use it with: source <(schemac completion bash)
_schemac_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
  if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then
    COMPREPLY=("${COMPREPLY[@]#"${current%"${current##*:}"}"}")
  fi
}
_schemac_paths() {
  mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
  compopt -o filenames 2>/dev/null
}
_schemac() {
  local line=() word current previous
  for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
    if [[ ${#line[@]} -gt 0 && ($word == ":"* || ${line[-1]} == *":") ]]; then
      line[-1]+=$word
    elif [[ $word != "=" ]]; then
      line+=("$word")
    elif [[ $word == "${COMP_WORDS[COMP_CWORD]}" ]]; then
      line+=("")
    fi
  done
  current=${line[-1]}
  previous=${line[-2]}
  if [[ ${#line[@]} -eq 2 ]]; then
)";

std::string bash() {
  std::string out(kBashHead);
  out +=
      "    _schemac_words " + single_quoted(command_names() + " --help --version") + "\n    return\n  fi\n";
  out += "  case $previous in\n";
  for (const OptionSpec& option : option_table()) out += bash_value(option);
  out += "  esac\n  case ${line[1]} in\n";
  for (const Command& command : commands()) out += bash_command(command);
  return out + "  esac\n}\ncomplete -F _schemac schemac\n";
}

// -- zsh
// ----------------------------------------------------------------------------------------------------------

/// ":DIR:_files -/", what an option's value is.
std::string zsh_value(const OptionSpec& option) {
  const std::string head = ":" + std::string(option.placeholder) + ":";
  switch (option.values) {
    case Values::none:
      return {};
    case Values::folder:
      return head + "_files -/";
    case Values::file:
      return head + "_files";
    case Values::choice: {
      std::string words;  // within (…) a colon would end the word
      for (const char c : joined(choices_of(option)))
        words += c == ':' ? std::string("\\:") : std::string(1, c);
      return head + "(" + words + ")";
    }
    case Values::text:
      return head;
  }
  return {};
}

/// Text within the brackets of an _arguments specification.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_command(const Command& command) {
  std::string out = "        " + std::string(command.name) + ") _arguments";
  for (const OptionSpec& option : options_of(command)) {
    const std::string rest = "[" + zsh_text(option.help) + "]" + zsh_value(option);
    const std::string equals = option.values == Values::none ? "" : "=";
    out += " \\\n            " + single_quoted("--" + std::string(option.name) + equals + rest);
    if (!option.letter.empty()) out += " " + single_quoted("-" + std::string(option.letter) + rest);
  }
  const std::string words = argument_words(command);
  const std::string argument = !words.empty()          ? "(" + words + ")"
                               : takes_folder(command) ? "_files -/"
                                                       : "_files";
  return out + " \\\n            " + single_quoted("1:argument:" + argument) + " ;;\n";
}

std::string zsh() {
  std::string out =
      "#compdef schemac\n"
      "# zsh completion of schemac; use it with: schemac completion zsh > a file _schemac in a folder of "
      "$fpath\n"
      "_schemac() {\n  local context state state_descr line\n  typeset -A opt_args\n"
      "  _arguments -C '1:command:->command' '*::argument:->argument'\n"
      "  case $state in\n    command)\n      local -a commands\n      commands=(\n";
  for (const Command& command : commands())
    out += "        " + single_quoted(std::string(command.name) + ":" + std::string(command.summary)) + "\n";
  out += "      )\n      _describe command commands ;;\n    argument)\n      case ${line[1]} in\n";
  for (const Command& command : commands()) out += zsh_command(command);
  return out +
         "      esac ;;\n  esac\n}\n"
         "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _schemac \"$@\"; else compdef _schemac "
         "schemac; fi\n";
}

// -- fish
// ---------------------------------------------------------------------------------------------------------

/// In fish's single quotes a backslash escapes the quote and itself.
std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_value(const OptionSpec& option) {
  switch (option.values) {
    case Values::none:
      return {};
    case Values::folder:
      return " -x -a '(__fish_complete_directories)'";
    case Values::file:
      return " -r -F";
    case Values::choice:
      return " -x -a " + fish_quoted(joined(choices_of(option)));
    case Values::text:
      return " -x";
  }
  return {};
}

std::string fish_command(const Command& command) {
  const std::string name(command.name);
  const std::string when = "complete -c schemac -n '__fish_seen_subcommand_from " + name + "'";
  std::string out = "complete -c schemac -n __fish_use_subcommand -a " + name + " -d " +
                    fish_quoted(command.summary) + "\n";
  for (const OptionSpec& option : options_of(command)) {
    out += when + " -l " + std::string(option.name);
    if (!option.letter.empty()) out += " -s " + std::string(option.letter);
    out += fish_value(option) + " -d " + fish_quoted(option.help) + "\n";
  }
  const std::string words = argument_words(command);
  if (!words.empty()) return out + when + " -a " + fish_quoted(words) + "\n";
  return out + when + (takes_folder(command) ? " -a '(__fish_complete_directories)'\n" : " -F\n");
}

std::string fish() {
  std::string out =
      "# fish completion of schemac; use it with: schemac completion fish | source\n"
      "complete -c schemac -f\n";
  for (const Command& command : commands()) out += fish_command(command);
  return out;
}

}  // namespace

std::optional<std::string> completion_script(std::string_view shell) {
  if (shell == "bash") return bash();
  if (shell == "zsh") return zsh();
  if (shell == "fish") return fish();
  return std::nullopt;
}

}  // namespace schemac::compiler::driver
