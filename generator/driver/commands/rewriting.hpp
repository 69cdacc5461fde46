// What the commands share that rewrite migrations which are there already.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "authoring/rebase.hpp"
#include "driver/options.hpp"
#include "history/fold.hpp"
#include "history/folder.hpp"

namespace schemac::compiler::driver {

struct Rewriting {
  /// Reads the migrations. Borrows the options.
  explicit Rewriting(const Options& options);

  const Options& options;
  support::Sources sources;
  support::Diagnostics diagnostics;
  std::span<const model::ObjectKind* const> kinds;
  std::vector<history::Migration> migrations;

  /// Whether all could be read; what could not is reported.
  bool is_sound() const;

  /// The first one whose version begins with `version`.
  std::optional<std::size_t> find(const std::string& version) const;

  /// Reports what was found, or puts `rewritten` on disk, once it is known that all migrations together make
  /// the same schema as before. Returns the exit code.
  int finish(const std::vector<authoring::Rewritten>& rewritten);
};

}  // namespace schemac::compiler::driver
