// What the commands share that rewrite migrations.
#include "driver/commands/rewriting.hpp"

#include <algorithm>
#include <iostream>
#include <stdexcept>

#include "driver/exit_code.hpp"
#include "driver/registry.hpp"
#include "driver/report.hpp"

namespace schemac::compiler::driver {

namespace {

/// The migrations as they will be.
std::vector<history::Migration> replaced(const std::vector<history::Migration>& migrations,
                                         const std::vector<authoring::Rewritten>& rewritten) {
  std::vector<history::Migration> result = migrations;
  for (const authoring::Rewritten& each : rewritten) {
    std::erase_if(result, [&](const history::Migration& old) {
      return std::find(each.replaces.begin(), each.replaces.end(), old.version) != each.replaces.end();
    });
    result.push_back(each.migration);
  }
  std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.version < b.version; });
  return result;
}

/// The number of objects that the migrations make. A state that rewriting changes is a mistake of ours.
std::size_t prove_same(const std::vector<history::Migration>& before,
                       const std::vector<history::Migration>& after) {
  support::Diagnostics diagnostics;
  const history::Fold old_fold = history::fold(before, diagnostics);
  const history::Fold new_fold = history::fold(after, diagnostics);
  if (diagnostics.has_errors()) throw std::logic_error("migrate: " + diagnostics.all().front().message);
  const auto differences = diff::diff(old_fold.model, new_fold.model);
  if (!differences.empty())
    throw std::logic_error("migrate: " + model::to_string(differences.front().id()) + " would be another");
  return new_fold.model.objects().size();
}

}  // namespace

Rewriting::Rewriting(const Options& given)
    : options(given),
      kinds(vocabulary().kinds),
      migrations(history::read_migrations(given.migrations, kinds, sources, diagnostics)) {}

bool Rewriting::is_sound() const {
  if (diagnostics.has_errors()) report(diagnostics, sources, options);
  return !diagnostics.has_errors();
}

std::optional<std::size_t> Rewriting::find(const std::string& version) const {
  const auto found = std::find_if(migrations.begin(), migrations.end(),
                                  [&](const auto& each) { return each.version.starts_with(version); });
  if (found == migrations.end()) return std::nullopt;
  return static_cast<std::size_t>(found - migrations.begin());
}

int Rewriting::finish(const std::vector<authoring::Rewritten>& rewritten) {
  diagnostics.sort();
  report(diagnostics, sources, options);
  if (diagnostics.has_errors()) return kDefinitionErrors;
  const std::size_t objects = prove_same(migrations, replaced(migrations, rewritten));
  std::vector<std::string> gone;
  std::vector<history::NewFolder> fresh;
  for (const authoring::Rewritten& each : rewritten) {
    gone.insert(gone.end(), each.replaces.begin(), each.replaces.end());
    fresh.push_back({each.migration.version, each.files});
  }
  history::replace_migrations(options.migrations, gone, fresh);
  for (const authoring::Rewritten& each : rewritten) {
    std::cerr << each.migration.version << ":";
    for (const std::string& old : each.replaces) std::cerr << " " << old;
    std::cerr << "\n";
  }
  std::cerr << "together the migrations make the same " << objects
            << " objects as before; prove the new ones with "
            << "`schemac verify`\n";
  return kOk;
}

}  // namespace schemac::compiler::driver
