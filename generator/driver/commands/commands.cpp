// The list of commands.
#include "driver/commands/commands.hpp"

#include <array>

namespace schemac::compiler::driver {

namespace {

constexpr std::size_t kManyArguments = 1000;

}  // namespace

std::span<const Command> commands() {
  static constexpr std::array<Command, 12> kCommands = {{
      {"check", "[DEFINITIONS]", "find the mistakes in the definitions", "format", 1, check},
      {"generate", "[DEFINITIONS]", "write SQL, C++ and the manifest; only files that change are touched",
       "out check templates depfile stamp format", 1, generate},
      {"dump", "[DEFINITIONS]", "print what a stage makes of the definitions, as JSON",
       "stage templates format", 1, dump},
      {"explain", "CODE", "tell what a diagnostic's code means, with an example", "", 1, explain},
      {"editor", "[DEFINITIONS]",
       "write schemac.schema.json, by which editors complete and check definitions", "out check format", 1,
       editor},
      {"completion", "SHELL", "print what makes bash, zsh or fish complete schemac's command line", "", 1,
       completion},
      {"fmt", "[DEFINITIONS]", "lay the definition files out in the one style", "check format", 1, format},
      {"import", "", "write definitions from a database, an SQL file or a snapshot of drizzle-kit",
       "from out drop-refused format", 0, nullptr},
      {"migrate",
       "new NAME [DEFINITIONS] | lint [VERSION | FILE.sql]… | rebase VERSION | squash FIRST LAST [NAME]",
       "write the migration to the definitions; review, move and fold migrations",
       "migrations allow empty format", kManyArguments, migrate},
      {"diff", "", "write the SQL that leads from one schema to another, and back", "from to out migrations",
       0, nullptr},
      {"verify", "[VERSION]", "prove the migrations on a scratch server: up, down and up again, with rows",
       "migrations format", 1, nullptr},
      {"drift", "DATABASE", "tell how a database differs from what the migrations make", "migrations", 1,
       nullptr},
  }};
  return kCommands;
}

}  // namespace schemac::compiler::driver
