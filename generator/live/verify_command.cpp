// `schemac verify`: proves migrations, all or one, on a scratch server.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <future>
#include <iostream>
#include <memory>
#include <mutex>
#include <thread>

#include "driver/exit_code.hpp"
#include "driver/refuse_usage.hpp"
#include "driver/registry.hpp"
#include "driver/report.hpp"
#include "history/fold.hpp"
#include "history/folder.hpp"
#include "live/commands.hpp"
#include "plan/evolution.hpp"
#include "plan/script.hpp"
#include "scratch/server.hpp"
#include "support/files.hpp"
#include "verify/proof.hpp"

namespace schemac::compiler::live {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

/// What is said of each migration, in their order, however they are finished.
class Sayings {
 public:
  explicit Sayings(std::size_t count) : waiting_(count) {}

  void add(std::size_t place, std::string text) {
    const std::lock_guard lock(mutex_);
    waiting_[place] = std::move(text);
    for (; said_ < waiting_.size() && !waiting_[said_].empty(); ++said_) std::cerr << waiting_[said_];
  }

 private:
  std::mutex mutex_;
  std::vector<std::string> waiting_;
  std::size_t said_ = 0;
};

/// Migrations of a history, by their index there.
using Chosen = std::vector<std::size_t>;

class Proving {
 public:
  Proving(std::span<const history::Migration> migrations, const fs::path& folder, const Chosen& chosen)
      : migrations_(migrations), folder_(folder), chosen_(chosen), sayings_(chosen.size()) {}

  /// Shares them out, in runs of neighbours, among as many threads as there are processors.
  bool run() {
    const std::size_t threads =
        std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, chosen_.size());
    std::vector<std::future<bool>> shares;
    for (std::size_t i = 0; i < threads; ++i) {
      shares.push_back(std::async(std::launch::async, [this, i, threads] {
        return prove_share(chosen_.size() * i / threads, chosen_.size() * (i + 1) / threads);
      }));
    }
    bool proven = true;
    for (auto& share : shares) proven = share.get() && proven;
    return proven;
  }

 private:
  /// The state after one migration is mostly the state before the next.
  bool prove_share(std::size_t begin, std::size_t end) {
    bool proven = true;
    std::unique_ptr<verify::State> before;
    for (std::size_t place = begin; place < end; ++place) {
      const std::size_t index = chosen_[place];
      if (!before || chosen_[place - 1] + 1 != index) before = state_after(index);
      auto after = state_after(index + 1);
      proven = prove_one(place, *before, *after) && proven;
      before = std::move(after);
    }
    return proven;
  }

  /// The schema after so many migrations, as their changes say it.
  std::unique_ptr<verify::State> state_after(std::size_t count) {
    support::Diagnostics diagnostics;  // none: the whole fold was sound
    const auto fold = history::fold(migrations_.first(count), diagnostics);
    const auto steps = plan::evolve({}, fold.model, driver::vocabulary().kinds).steps;
    return std::make_unique<verify::State>(server_, plan::to_sql(steps));
  }

  bool prove_one(std::size_t place, const verify::State& before, const verify::State& after) {
    const history::Migration& migration = migrations_[chosen_[place]];
    const fs::path path = fs::absolute(folder_ / migration.version);
    const verify::Claim claim{before,
                              after,
                              path / "up.sql",
                              path / "down.sql",
                              support::read_file(path / "up.sql").value_or(""),
                              support::read_file(path / "down.sql").value_or(""),
                              migration.renames};
    const auto start = Clock::now();
    const verify::Proof proof = verify::prove(server_, claim);
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    std::string said = migration.version + (proof.failures.empty() ? ": proven in " : ": NOT proven in ") +
                       std::to_string(time.count()) + " ms\n";
    for (const std::string& note : proof.notes) said += "  note: " + note + "\n";
    for (const std::string& failure : proof.failures) said += "  " + failure + "\n";
    sayings_.add(place, std::move(said));
    return proof.failures.empty();
  }

  scratch::ScratchServer server_;
  std::span<const history::Migration> migrations_;
  fs::path folder_;
  const Chosen& chosen_;
  Sayings sayings_;
};

/// Those whose version begins with `only`.
Chosen choose(std::span<const history::Migration> migrations, const std::string& only) {
  Chosen chosen;
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    if (migrations[i].version.starts_with(only)) chosen.push_back(i);
  }
  return chosen;
}

}  // namespace

int verify(const driver::Options& options) {
  support::Sources sources;
  support::Diagnostics diagnostics;
  const auto migrations =
      history::read_migrations(options.migrations, driver::vocabulary().kinds, sources, diagnostics);
  history::fold(migrations, diagnostics);
  driver::report(diagnostics, sources, options);
  if (diagnostics.has_errors()) return driver::kDefinitionErrors;
  const std::string only = options.arguments.empty() ? "" : options.arguments.front();
  const Chosen chosen = choose(migrations, only);
  if (chosen.empty() && !only.empty()) {
    return driver::refuse_usage("verify", "there is no migration `" + only + "`",
                                "those of " + options.migrations.generic_string() + ", by version or name");
  }
  if (chosen.empty()) {
    std::cerr << "no migrations in " << options.migrations.generic_string() << ": nothing to prove\n";
    return driver::kOk;
  }
  return Proving(migrations, options.migrations, chosen).run() ? driver::kOk : driver::kDatabase;
}

}  // namespace schemac::compiler::live
