// `schemac migrate squash FIRST LAST [NAME]`: makes one migration of those from FIRST to LAST.
#include <algorithm>

#include "authoring/squash.hpp"
#include "driver/commands/migrate.hpp"
#include "driver/commands/rewriting.hpp"
#include "driver/exit_code.hpp"
#include "driver/refuse_usage.hpp"
#include "driver/report.hpp"

namespace schemac::compiler::driver {

int migrate_squash(const Options& options) {
  Rewriting work(options);
  if (work.is_sound()) history::fold(work.migrations, work.diagnostics);
  if (!work.is_sound()) return kDefinitionErrors;
  const auto argument = [&](std::size_t i) {
    return options.arguments.size() > i ? options.arguments[i] : std::string();
  };
  const std::size_t none = work.migrations.size();
  const auto place = [&](const std::string& version) {
    return version.empty() ? none : work.find(version).value_or(none);
  };
  const std::size_t first = place(argument(1));
  const std::size_t last = place(argument(2));
  if (last == none || first >= last) {
    return refuse_usage("migrate", "from which migration to which later one?",
                        "schemac migrate squash FIRST LAST [NAME]");
  }
  const std::string& version = work.migrations[last].version;
  const std::string name = argument(3).empty() ? version.substr(version.find('_') + 1) : argument(3);
  if (!history::is_version("00000000000000_" + name)) {
    return refuse_usage("migrate", "`" + name + "` is no name of a migration",
                        "lower-case letters, digits and `_`");
  }
  const bool leave_out =
      std::find(options.allow.begin(), options.allow.end(), "SC6008") != options.allow.end();
  const auto whole = authoring::squash(work.migrations, first, last - first + 1, name, leave_out, work.kinds,
                                       work.diagnostics);
  return work.finish(whole ? std::vector{*whole} : std::vector<authoring::Rewritten>{});
}

}  // namespace schemac::compiler::driver
