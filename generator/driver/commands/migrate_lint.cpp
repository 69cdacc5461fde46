// `schemac migrate lint [VERSION | FILE.sql]…`: reviews the scripts of migrations, all or some, and other
// SQL.
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>

#include "driver/commands/migrate.hpp"
#include "driver/exit_code.hpp"
#include "driver/refuse_usage.hpp"
#include "driver/registry.hpp"
#include "driver/report.hpp"
#include "history/fold.hpp"
#include "history/folder.hpp"
#include "model/column.hpp"
#include "review/review.hpp"
#include "support/files.hpp"

namespace schemac::compiler::driver {

namespace fs = std::filesystem;

namespace {

/// The types of columns as the first `count` migrations leave them, which are folded when one is asked for.
review::TypeBefore types_after(std::span<const history::Migration> migrations, std::size_t count) {
  auto model = std::make_shared<std::optional<model::Model>>();
  return [=](const std::string& table, const std::string& column) {
    if (!*model) {
      support::Diagnostics known;  // the whole history was folded before
      *model = history::fold(migrations.first(count), known).model;
    }
    const std::size_t dot = table.find('.');
    const model::ObjectId id{std::string(model::kColumnKind), table.substr(0, dot), table.substr(dot + 1),
                             column};
    const model::Object* found = (*model)->find(id);
    return found == nullptr ? std::string() : found->state.as<model::Column>().type;
  };
}

class Lint {
 public:
  explicit Lint(const Options& options) : options_(options) {}

  int run() {
    migrations_ = history::read_migrations(options_.migrations, vocabulary().kinds, sources_, diagnostics_);
    history::fold(migrations_, diagnostics_);
    const std::vector<std::string> names(options_.arguments.begin() + 1, options_.arguments.end());
    for (const std::string& name : names) {
      if (!review_named(name)) {
        return refuse_usage(
            "migrate", "there is no migration or file `" + name + "`",
            "versions in " + options_.migrations.generic_string() + ", or paths that end in .sql");
      }
    }
    for (std::size_t i = 0; names.empty() && i < migrations_.size(); ++i) review_migration(i);
    diagnostics_.sort();
    report(diagnostics_, sources_, options_);
    if (diagnostics_.has_errors()) return kDefinitionErrors;
    if (options_.format == Format::human) std::cerr << counted(scripts_, "script") << ": no errors\n";
    return kOk;
  }

 private:
  bool review_named(const std::string& name) {
    if (name.ends_with(".sql") && fs::is_regular_file(name)) {
      review_file(name, {}, false);
      return true;
    }
    const auto found = std::find_if(migrations_.begin(), migrations_.end(),
                                    [&](const auto& each) { return each.version.starts_with(name); });
    if (found == migrations_.end()) return false;
    review_migration(static_cast<std::size_t>(found - migrations_.begin()));
    return true;
  }

  void review_migration(std::size_t index) {
    const history::Migration& migration = migrations_[index];
    const fs::path folder = options_.migrations / migration.version;
    review_file(folder / "up.sql", types_after(migrations_, index), !migration.hand_written);
    review_file(folder / "down.sql", types_after(migrations_, index + 1), !migration.hand_written);
  }

  void review_file(const fs::path& path, review::TypeBefore types, bool from_definitions) {
    const auto text = support::read_file(path);
    if (!text) throw support::FileError("there is no " + path.generic_string());
    const auto file = sources_.add(path.generic_string(), *text);
    review::review({file, *text, std::move(types), from_definitions}, diagnostics_);
    ++scripts_;
  }

  const Options& options_;
  support::Sources sources_;
  support::Diagnostics diagnostics_;
  std::vector<history::Migration> migrations_;
  std::size_t scripts_ = 0;
};

}  // namespace

int migrate_lint(const Options& options) {
  return Lint(options).run();
}

}  // namespace schemac::compiler::driver
