// `schemac migrate ACTION …`: what is done to migrations.
#include "driver/commands/migrate.hpp"

#include <array>

#include "driver/commands/commands.hpp"
#include "driver/refuse_usage.hpp"

namespace schemac::compiler::driver {

namespace {

struct Action {
  std::string_view name;
  int (*run)(const Options&);
};
constexpr std::array<Action, 4> kActions = {
    {{"new", migrate_new}, {"lint", migrate_lint}, {"rebase", migrate_rebase}, {"squash", migrate_squash}}};

}  // namespace

int migrate(const Options& options) {
  for (const Action& action : kActions) {
    if (!options.arguments.empty() && options.arguments.front() == action.name) return action.run(options);
  }
  return refuse_usage("migrate", "what is to be done?",
                      "new NAME, lint [VERSION…], rebase VERSION, or squash FIRST LAST");
}

}  // namespace schemac::compiler::driver
