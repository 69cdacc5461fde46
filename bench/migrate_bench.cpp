// Applying the whole schema as one migration, by `schemactl migrate up`, against psql with the same SQL in
// one transaction. Each run has a database of its own, whose making is not measured.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "areas.hpp"
#include "measure.hpp"
#include "scratch/server.hpp"

namespace schemac::bench {
namespace {

constexpr int kRuns = 9;

void write_text(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string read_text(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace

void bench_migrate(const Setting& setting, Report& report) {
  const std::filesystem::path folder = std::filesystem::path(setting.work_folder) / "migrations";
  const std::filesystem::path migration = folder / "20260101000000_everything";
  const std::string schema = setting.source_folder + "/generated/schema.sql";
  std::filesystem::create_directories(migration);
  write_text(migration / "up.sql", "-- schemac script 1\n\n-- step 1 of 1: everything\nBEGIN;\n" +
                                       read_text(schema) + "\nCOMMIT;\n");
  write_text(migration / "down.sql", "BEGIN;\nCOMMIT;\n");
  write_text(migration / "change.json", "{}");

  compiler::scratch::ScratchServer server;
  const auto cost_on_fresh_database = [&](std::vector<std::string> arguments, const std::string& option) {
    server.create_database("bench");
    arguments.push_back(option + server.connection_string("bench"));
    const Cost cost = cost_of_program(arguments);
    server.drop_database("bench");
    return cost;
  };
  const Sides sides = interleaved(
      kRuns,
      [&] {
        return cost_on_fresh_database({setting.schemactl, "migrate", "up", "--folder", folder.string()},
                                      "--url=");
      },
      [&] {
        return cost_on_fresh_database(
            {compiler::scratch::server_programs() + "/psql", "--no-psqlrc", "--quiet",
             "--set=ON_ERROR_STOP=1", "--single-transaction", "--file=" + schema},
            "--dbname=");
      });
  report.add({"migrate.wall_to_psql", sides.wall_ratio(), "ratio", 1.1});
  report.add({"migrate.wall", sides.ours.wall * 1e3, "ms", {}});
  report.add({"migrate.psql_wall", sides.theirs.wall * 1e3, "ms", {}});
}

}  // namespace schemac::bench
