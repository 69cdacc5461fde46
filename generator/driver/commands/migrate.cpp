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
constexpr std::array<Action, 2> kActions = {{{"new", migrate_new}, {"lint", migrate_lint}}};

}  // namespace

int migrate(const Options& options) {
  for (const Action& action : kActions) {
    if (!options.arguments.empty() && options.arguments.front() == action.name) return action.run(options);
  }
  return refuse_usage("migrate", "what is to be done?", "schemac migrate new NAME, or schemac migrate lint");
}

}  // namespace schemac::compiler::driver
