// An edit that schemac refuses, by itself or after the ones before it, is taken back: what is tried are
// plans, not definitions.
#include "evolution.hpp"

#include <array>
#include <fstream>
#include <iostream>
#include <sstream>

#include "driver/commands/commands.hpp"
#include "driver/exit_code.hpp"
#include "driver/pipeline.hpp"
#include "driver/registry.hpp"
#include "edits.hpp"
#include "plan/evolution.hpp"
#include "plan/script.hpp"
#include "schemac/error.hpp"
#include "support/files.hpp"
#include "verify/proof.hpp"

namespace schemac::evolution {
namespace {

namespace fs = std::filesystem;
using namespace compiler;

constexpr std::size_t kMostEdits = 6;
constexpr int kMostAttempts = 60;

/// What commands of the compiler say, instead of standard error.
class Listening {
 public:
  Listening() : before_{std::cerr.rdbuf(heard_.rdbuf())} {}
  ~Listening() { std::cerr.rdbuf(before_); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

  [[nodiscard]] std::string heard() const { return heard_.str(); }

 private:
  std::ostringstream heard_;
  std::streambuf* before_;
};

const Edit& some_edit(Random& random) {
  const std::array groups = {column_edits(), column_edits(), constraint_edits(), table_edits(),
                             type_edits(),   access_edits(), code_edits()};
  return random.pick(random.pick(groups));
}

/// The folder of the newest migration: nothing where there is none but the first.
fs::path newest(const fs::path& migrations) {
  fs::path last;
  int found = 0;
  for (const auto& entry : fs::directory_iterator{migrations}) {
    ++found;
    last = std::max(last, entry.path());
  }
  return found < 2 ? fs::path{} : last;
}

std::string text_of(const fs::path& path) {
  return support::read_file(path).value_or("");
}

}  // namespace

Evolutions::Evolutions(scratch::ScratchServer& server, Definitions definitions, fs::path sides, fs::path work)
    : server_{server},
      definitions_{std::move(definitions)},
      folder_{work / "definitions"},
      baseline_{work / "baseline"},
      work_{std::move(work)} {
  fs::create_directories(folder_);
  for (const char* folder : {"sql", "seeds"}) {
    if (fs::exists(sides / folder)) fs::copy(sides / folder, folder_ / folder, fs::copy_options::recursive);
  }
  definitions_.write(folder_);
  if (const std::string refusal = migrate("baseline", baseline_); !refusal.empty())
    throw std::runtime_error{refusal};
  before_ = load();
}

Outcome Evolutions::run(std::uint32_t seed) {
  Outcome outcome;
  Definitions evolved = definitions_;
  outcome.edits = edit(evolved, seed);
  evolved.write(folder_);
  const fs::path migrations = work_ / "migrations";
  fs::remove_all(migrations);
  fs::copy(baseline_, migrations, fs::copy_options::recursive);
  if (std::string refusal = migrate("evolution", migrations); !refusal.empty()) {
    outcome.failures.push_back(std::move(refusal));
  } else if (const fs::path migration = newest(migrations); !migration.empty()) {
    prove(migration, outcome);
  }
  return outcome;
}

std::vector<std::string> Evolutions::edit(Definitions& definitions, std::uint32_t seed) const {
  Random random{seed};
  std::vector<std::string> done;
  const std::size_t count = 1 + random.below(kMostEdits);
  for (int attempt = 0; attempt < kMostAttempts && done.size() < count; ++attempt) {
    Definitions edited = definitions;
    const Edit& edit = some_edit(random);
    std::string what = edit.apply(edited, random);
    if (what.empty() || !is_sound(edited)) continue;
    definitions = std::move(edited);
    done.push_back(std::string(edit.name) + ": " + what);
  }
  return done;
}

bool Evolutions::is_sound(const Definitions& definitions) const {
  definitions.write(folder_);
  return !driver::compile(folder_).failed();
}

/// What `schemac migrate new` says against it; empty: nothing.
std::string Evolutions::migrate(const char* name, const fs::path& migrations) const {
  driver::Options options;
  options.arguments = {"new", name, folder_.string()};
  options.migrations = migrations;
  const Listening listening;
  const int status = driver::migrate(options);
  return status == driver::kOk ? std::string{}
                               : "migrate new ends with " + std::to_string(status) + ": " + listening.heard();
}

/// What schema.sql of the definitions makes.
std::unique_ptr<verify::State> Evolutions::load() const {
  const driver::Compilation compiled = driver::compile(folder_);
  const auto steps = plan::evolve({}, compiled.model, driver::vocabulary().kinds).steps;
  return std::make_unique<verify::State>(server_, plan::to_sql(steps));
}

void Evolutions::prove(const fs::path& migration, Outcome& outcome) const {
  outcome.up = text_of(migration / "up.sql");
  outcome.down = text_of(migration / "down.sql");
  std::unique_ptr<verify::State> after;
  try {
    after = load();
  } catch (const Error& error) {
    outcome.failures.push_back(std::string{"schema.sql: "} + error.what());
    return;
  }
  const driver::Compilation compiled = driver::compile(folder_);
  verify::Proof proof =
      verify::prove(server_, {*before_, *after, migration / "up.sql", migration / "down.sql", outcome.up,
                              outcome.down, compiled.model.renames()});
  outcome.failures = std::move(proof.failures);
  outcome.notes = std::move(proof.notes);
}

}  // namespace schemac::evolution
