// `schemactl migrate VERB`: its command line. Each verb takes the options that its row names, and no others.
#include "command.hpp"

#include <algorithm>
#include <cxxopts.hpp>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "migrate/drizzle.hpp"
#include "migrate/progress.hpp"
#include "migrate/report.hpp"
#include "schemac/migrate.hpp"

namespace schemac::ops {
namespace {

using cxxopts::ParseResult;
using migrate::Migration;

constexpr std::string_view kRunOptions = "to out-of-order missing wait retry before";

struct Verb {
  std::string_view name;
  std::string_view argument;  // empty if it takes none
  std::string_view summary;
  std::string_view options;
  int (*run)(const ParseResult& given);
};

std::string text(const ParseResult& given, const char* option) {
  return given[option].as<std::string>();
}

/// The version that an option names, by itself or as a migration's folder.
std::string version_in(const ParseResult& given, const char* option) {
  const std::string name = text(given, option);
  return name.substr(0, name.find('_'));
}

std::string version(const ParseResult& given) {
  std::string version = version_in(given, "version");
  if (version.empty()) throw WrongUsage{"this needs the VERSION of a migration"};
  return version;
}

std::vector<Migration> migrations(const ParseResult& given) {
  return migrate::read_folder(text(given, "folder"));
}

/// What a plan depends on.
migrate::Options plan_options(const ParseResult& given) {
  migrate::Options options;
  options.to = version_in(given, "to");
  options.out_of_order = given["out-of-order"].as<bool>();
  options.missing = given["missing"].as<bool>();
  return options;
}

using Run = std::vector<std::string> (*)(const std::string&, const std::vector<Migration>&,
                                         const migrate::Options&);

int run(const ParseResult& given, Run run, const char* what_was_done, const char* nothing) {
  const std::string url = database_url(text(given, "url"));
  Progress progress{text(given, "before"), url};
  migrate::Options options = plan_options(given);
  options.wait_seconds = given["wait"].as<int>();
  options.retry_seconds = given["retry"].as<int>();
  options.observer = &progress;
  const std::vector<std::string> done = run(url, migrations(given), options);
  for (const std::string& migration : done) std::cout << what_was_done << ' ' << migration << '\n';
  if (done.empty()) std::cout << nothing << '\n';
  return kDone;
}

int up(const ParseResult& given) {
  return run(given, migrate::up, "applied", "nothing to apply");
}

int down(const ParseResult& given) {
  return run(given, migrate::down, "reverted", "nothing to revert");
}

int plan(const ParseResult& given) {
  const auto direction = given["down"].as<bool>() ? migrate::Direction::down : migrate::Direction::up;
  std::cout << as_text(
      migrate::plan(database_url(text(given, "url")), migrations(given), direction, plan_options(given)));
  return kDone;
}

int status(const ParseResult& given) {
  const bool json = wants_json(text(given, "format"));
  const migrate::Status found = migrate::status(database_url(text(given, "url")), migrations(given));
  std::cout << (json ? as_json(found) : as_text(found));
  return kDone;
}

int verify(const ParseResult& given) {
  const std::vector<Migration> files = migrations(given);
  for (const Migration& migration : files) {
    migrate::read_script(migration.up, migration.folder() + "/up.sql");
    migrate::read_script(migration.down, migration.folder() + "/down.sql");
  }
  const migrate::Status found = migrate::status(database_url(text(given, "url")), files);
  for (const migrate::Finding& finding : found.findings)
    std::cout << name(finding.kind) << ": " << finding.message << '\n';
  return found.findings.empty() ? kDone : kDifferences;
}

/// What a folder of drizzle-kit lacks; without a VERSION to record, that is all there is to do.
int compare_drizzle(const std::string& url, const std::string& folder) {
  const std::vector<std::string> gaps = drizzle_gaps(url, folder);
  for (const std::string& gap : gaps) std::cout << "drizzle: " << gap << '\n';
  return gaps.empty() ? kDone : kDifferences;
}

int baseline(const ParseResult& given) {
  const std::string url = database_url(text(given, "url"));
  const std::string drizzle = text(given, "drizzle");
  const int compared = drizzle.empty() ? kDone : compare_drizzle(url, drizzle);
  if (!drizzle.empty() && text(given, "version").empty()) return compared;
  migrate::Options options;
  options.wait_seconds = given["wait"].as<int>();
  const std::vector<std::string> recorded =
      migrate::baseline(url, migrations(given), version(given), options);
  for (const std::string& migration : recorded) std::cout << "recorded " << migration << '\n';
  if (recorded.empty()) std::cout << "nothing to record\n";
  return kDone;
}

int resolve(const ParseResult& given) {
  if (given.count("applied") + given.count("rolled-back") != 1)
    throw WrongUsage{"migrate resolve needs --applied or --rolled-back"};
  migrate::Options options;
  options.wait_seconds = given["wait"].as<int>();
  const bool applied = given.count("applied") > 0;
  migrate::resolve(database_url(text(given, "url")), migrations(given), version(given), applied, options);
  std::cout << "recorded " << version(given) << (applied ? " as applied\n" : " as rolled back\n");
  return kDone;
}

constexpr Verb kVerbs[] = {
    {"up", "", "applies what is pending, up to --to", kRunOptions, up},
    {"down", "", "reverts the last migration, or all after --to (0: all)", kRunOptions, down},
    {"plan", "", "prints what up, or down, would do, and does nothing", "down to out-of-order missing", plan},
    {"status", "", "prints each migration and its state", "format", status},
    {"verify", "", "exits 2 where the files and the ledger do not agree", "", verify},
    {"baseline", "VERSION", "records all up to VERSION as applied, without running them", "drizzle wait",
     baseline},
    {"resolve", "VERSION", "records what was done by hand, after the probes agree",
     "applied rolled-back wait", resolve},
};

bool takes(const Verb& verb, std::string_view option) {
  std::istringstream words{std::string{verb.options}};
  for (std::string word; words >> word;)
    if (word == option) return true;
  return false;
}

cxxopts::Options options_of(const Verb& verb) {
  const auto a_text = [](const char* otherwise) {
    return cxxopts::value<std::string>()->default_value(otherwise);
  };
  const auto seconds = [](const char* otherwise) { return cxxopts::value<int>()->default_value(otherwise); };
  cxxopts::Options options{"schemactl migrate " + std::string{verb.name},
                           std::string{verb.name} + " " + std::string{verb.summary} + ".\n"};
  options.custom_help("[OPTION...]").positional_help(std::string{verb.argument});
  auto add = [&, adder = options.add_options()](const char* name, const char* help, auto value,
                                                const char* placeholder = "") mutable {
    if (takes(verb, name)) adder(name, help, value, placeholder);
  };
  options.add_options()("url", kUrlHelp, a_text(""), "URL")("folder", "the migrations",
                                                            a_text("generated/migrations"), "DIR");
  add("to", "the version to go to", a_text(""), "VERSION");
  add("down", "the way back", cxxopts::value<bool>());
  add("out-of-order", "apply also what is older than an applied one", cxxopts::value<bool>());
  add("missing", "run although folders of applied migrations are missing", cxxopts::value<bool>());
  add("wait", "how long to wait for another run to end", seconds("300"), "SECONDS");
  add("retry", "how long a step goes on trying to get its locks", seconds("60"), "SECONDS");
  add("before", "for the shell, before anything is changed: a backup; if it fails, nothing is", a_text(""),
      "COMMAND");
  add("format", "human or json", a_text("human"), "FORMAT");
  add("drizzle", "say what this folder of drizzle-kit lacks of its history; VERSION may be left out",
      a_text(""), "DIR");
  add("applied", "it is there", cxxopts::value<bool>());
  add("rolled-back", "nothing of it is there", cxxopts::value<bool>());
  options.add_options()("h,help", "print this help");
  if (verb.argument.empty()) return options;
  options.add_options("positional")("version", "", a_text(""));
  options.parse_positional({"version"});
  return options;
}

int run_verb(const Verb& verb, int argc, char** argv) {
  cxxopts::Options options = options_of(verb);
  const ParseResult given = options.parse(argc, argv);
  if (given.count("help") > 0) {
    std::cout << options.help({""});
    return kDone;
  }
  if (!given.unmatched().empty())
    throw WrongUsage{"unexpected argument \"" + given.unmatched().front() + "\""};
  return verb.run(given);
}

int print_verbs() {
  std::cout << "Usage: schemactl migrate VERB [OPTION...]\n\nVerbs:\n";
  for (const Verb& verb : kVerbs)
    std::cout << "  " << verb.name << std::string(10 - verb.name.size(), ' ') << verb.summary << '\n';
  std::cout << "\n`schemactl migrate VERB --help` tells a verb's options.\n";
  return kDone;
}

}  // namespace

int run_migrate(int argc, char** argv) {
  const std::string name = argc > 1 ? argv[1] : "";
  if (name == "--help" || name == "-h") return print_verbs();
  for (const Verb& verb : kVerbs)
    if (verb.name == name) return run_verb(verb, argc - 1, argv + 1);
  throw WrongUsage{name.empty() ? "migrate needs a verb: schemactl migrate --help lists them"
                                : "there is no migrate " + name};
}

}  // namespace schemac::ops
