// Arguments -> command, with cxxopts. The first argument is the command; each has an option set of its own.
#include "driver/command_line.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <cxxopts.hpp>
#include <iostream>

#include "driver/commands/commands.hpp"
#include "driver/option_table.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::driver {

namespace {

constexpr std::string_view kUsageHead =
    "schemac: compiles schema definitions to PostgreSQL and C++\n\n"
    "usage: schemac COMMAND [options] [arguments]\n\n"
    "commands:\n";
constexpr std::string_view kUsageTail =
    "\nDEFINITIONS is the folder with schemac.json, ./schema-defs by default.\n"
    "`schemac COMMAND --help` tells a command's options; `schemac explain CODE`, what a diagnostic means.\n"
    "exit codes: 0 ok, 1 errors in the definitions, 2 differences (--check, diff),\n"
    "3 a destructive change refused, 4 database unreachable or refusing, 64 usage, 70 internal error\n";

struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void print_usage(std::ostream& out) {
  out << kUsageHead;
  for (const Command& command : commands()) {
    out << "  " << command.name << std::string(12 - command.name.size(), ' ') << command.summary << "\n";
  }
  out << kUsageTail;
}

/// Whether the command takes an option, by its name.
bool takes(const Command& command, std::string_view option) {
  for (const std::string_view taken : {command.options, kCommonOptions}) {
    for (const std::string& name : words_of(taken)) {
      if (name == option) return true;
    }
  }
  return false;
}

void add_option(cxxopts::Options& set, const OptionSpec& option) {
  std::string name(option.name);
  if (!option.letter.empty()) name = std::string(option.letter) + "," + name;
  const std::string placeholder(option.placeholder);
  const std::string help(option.help);
  auto add = set.add_options();
  if (option.values == OptionSpec::Values::none) {
    add(name, help);
  } else if (option.otherwise.empty()) {
    add(name, help, cxxopts::value<std::string>(), placeholder);
  } else {
    add(name, help, cxxopts::value<std::string>()->default_value(std::string(option.otherwise)), placeholder);
  }
}

cxxopts::Options option_set(const Command& command) {
  cxxopts::Options set("schemac " + std::string(command.name), std::string(command.summary) + "\n");
  set.custom_help("[options]").positional_help(std::string(command.arguments));
  for (const OptionSpec& option : option_table()) {
    if (takes(command, option.name)) add_option(set, option);
  }
  set.add_options("positional")("arguments", "", cxxopts::value<std::vector<std::string>>());
  set.parse_positional("arguments");
  return set;
}

bool use_colours(const std::string& when) {
  if (when == "always") return true;
  if (when == "never") return false;
  if (when != "auto") throw UsageError("--color is auto, always or never");
  const char* terminal = std::getenv("TERM");
  const char* no_colour = std::getenv("NO_COLOR");
  return isatty(STDERR_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0') &&
         (terminal == nullptr || std::string_view(terminal) != "dumb");
}

Format read_format(const std::string& name) {
  if (name == "human") return Format::human;
  if (name == "json") return Format::json;
  if (name == "sarif") return Format::sarif;
  if (name == "github") return Format::github;
  throw UsageError("--format is human, json, sarif or github");
}

Options read_options(const Command& command, const cxxopts::ParseResult& parsed) {
  Options options;
  const auto path = [&](const char* name, std::filesystem::path& into) {
    if (takes(command, name) && (parsed.count(name) > 0 || parsed[name].has_default()))
      into = parsed[name].as<std::string>();
  };
  path("out", options.out);
  options.out_given = takes(command, "out") && parsed.count("out") > 0;
  path("templates", options.templates);
  path("depfile", options.depfile);
  path("stamp", options.stamp);
  path("migrations", options.migrations);
  if (takes(command, "stage")) options.stage = parsed["stage"].as<std::string>();
  const auto text = [&](const char* name, std::string& into) {
    if (takes(command, name) && parsed.count(name) > 0) into = parsed[name].as<std::string>();
  };
  text("from", options.from);
  text("to", options.to);
  std::string allow;
  text("allow", allow);
  std::replace(allow.begin(), allow.end(), ',', ' ');
  options.allow = words_of(allow);
  if (takes(command, "empty")) options.empty = parsed["empty"].as<bool>();
  if (takes(command, "drop-refused")) options.drop_refused = parsed["drop-refused"].as<bool>();
  if (takes(command, "check")) options.check = parsed["check"].as<bool>();
  if (takes(command, "format")) options.format = read_format(parsed["format"].as<std::string>());
  options.colours = use_colours(parsed["color"].as<std::string>());
  if (parsed.count("arguments") > 0) options.arguments = parsed["arguments"].as<std::vector<std::string>>();
  if (options.arguments.size() > command.max_arguments) {
    throw UsageError("unexpected argument `" + options.arguments[command.max_arguments] + "`");
  }
  return options;
}

/// Becomes the program that talks to databases: this one starts at every build, and libpq alone would double
/// the time that takes. It stands beside this one.
int run_live_program(const char* const* argv) {
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::string program = (self.parent_path() / "schemac-live").string();
  execv(program.c_str(), const_cast<char* const*>(argv));  // POSIX says char* const[], and changes nothing
  std::cerr << "schemac: cannot start " << program << ": " << std::strerror(errno) << "\n";
  return kInternal;
}

int run_command(const Command& command, const char* const* argv, int argc,
                std::span<const LiveCommand> live) {
  cxxopts::Options set = option_set(command);
  Options options;
  try {
    const cxxopts::ParseResult parsed = set.parse(argc - 1, argv + 1);
    if (parsed.count("help") > 0) {
      std::cout << set.help({""}) << "\n";
      return kOk;
    }
    options = read_options(command, parsed);
  } catch (const std::exception& error) {  // cxxopts throws one type for each way to get an option wrong
    std::cerr << "schemac " << command.name << ": " << error.what() << "\n  = help: see `schemac "
              << command.name << " --help`\n";
    return kUsage;
  }
  if (command.run != nullptr) return command.run(options);
  const auto found = std::find_if(live.begin(), live.end(),
                                  [&](const LiveCommand& each) { return each.name == command.name; });
  return found == live.end() ? run_live_program(argv) : found->run(options);
}

int refuse_command(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  std::cerr << "schemac: unknown command `" << name << "`\n";
  const std::string help = support::did_you_mean(name, names);
  std::cerr << "  = help: " << (help.empty() ? "`schemac --help` lists them" : help) << "\n";
  return kUsage;
}

}  // namespace

int run(int argc, const char* const* argv, std::span<const LiveCommand> live) {
  const std::string_view name = argc > 1 ? argv[1] : "";
  if (name.empty()) {
    print_usage(std::cerr);
    return kUsage;
  }
  if (name == "--help" || name == "-h" || name == "help") {
    print_usage(std::cout);
    return kOk;
  }
  if (name == "--version") {
    std::cout << "schemac " SCHEMAC_VERSION "\n";
    return kOk;
  }
  const auto all = commands();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Command& command) { return command.name == name; });
  return found == all.end() ? refuse_command(name) : run_command(*found, argv, argc, live);
}

}  // namespace schemac::compiler::driver
