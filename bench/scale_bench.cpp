// `schemac generate` on synthesised schemas: one of the real platform's size beside flatc and drizzle-kit, a
// run that changes nothing, and ten and a hundred times as many tables. drizzle-kit is installed from npm
// where that is at hand; else its line is left out, and said to be.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "areas.hpp"
#include "measure.hpp"
#include "synthesised.hpp"

namespace schemac::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kRuns = 11;
constexpr int kRunsOfLarge = 5;

Cost cost_of_generate(const Setting& setting, const fs::path& definitions, const fs::path& out) {
  return cost_of_program({setting.schemac, "generate", definitions.string(), "--out", out.string()});
}

Cost cost_from_nothing(const Setting& setting, const fs::path& definitions, const fs::path& out) {
  fs::remove_all(out);
  return cost_of_generate(setting, definitions, out);
}

void compare_with_flatc(const Setting& setting, const fs::path& work, Report& report) {
  write_flat_schema(kPlatformTables, work / "schema.fbs");
  const Sides sides = interleaved(
      kRuns, [&] { return cost_from_nothing(setting, work / "platform", work / "ours"); },
      [&] {
        fs::remove_all(work / "theirs");
        return cost_of_program({"flatc", "--cpp", "--gen-object-api", "-o", (work / "theirs").string(),
                                (work / "schema.fbs").string()});
      });
  report.add({"scale.wall_to_flatc", sides.wall_ratio(), "ratio", 1.5});
  report.add({"scale.cpu_to_flatc", sides.cpu_ratio(), "ratio", {}});
  report.add({"scale.wall", sides.ours.wall * 1e3, "ms", {}});
}

bool install_drizzle(const fs::path& work) {
  try {
    cost_of_program({"npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", work.string(),
                     "drizzle-kit", "drizzle-orm"});
    return true;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "scale: no comparison with drizzle-kit: %s\n", error.what());
    return false;
  }
}

void compare_with_drizzle(const Setting& setting, const fs::path& work, Report& report) {
  if (!install_drizzle(work)) return;
  write_drizzle_schema(kPlatformTables, work / "schema.ts");
  const std::string tool = (work / "node_modules/drizzle-kit/bin.cjs").string();
  const Sides sides = interleaved(
      kRunsOfLarge, [&] { return cost_from_nothing(setting, work / "platform", work / "ours"); },
      [&] {
        fs::remove_all(work / "drizzle");
        return cost_of_program({"node", tool, "generate", "--dialect=postgresql",
                                "--schema=" + (work / "schema.ts").string(),
                                "--out=" + (work / "drizzle").string()});
      });
  report.add({"scale.wall_to_drizzle_kit", sides.wall_ratio(), "ratio", 0.1});
}

void compare_with_no_change(const Setting& setting, const fs::path& work, Report& report) {
  cost_from_nothing(setting, work / "platform", work / "unchanged");
  const Sides sides = interleaved(
      kRuns, [&] { return cost_of_generate(setting, work / "platform", work / "unchanged"); },
      [&] { return cost_from_nothing(setting, work / "platform", work / "ours"); });
  report.add({"scale.no_change_to_full", sides.wall_ratio(), "ratio", 0.5});
}

void compare_with_larger(const Setting& setting, const fs::path& work, int factor, double goal,
                         Report& report) {
  const fs::path definitions = work / "larger";
  fs::remove_all(definitions);
  write_definitions(kPlatformTables * factor, definitions);
  const Sides sides = interleaved(
      factor > 10 ? 1 : kRunsOfLarge,
      [&] { return cost_from_nothing(setting, definitions, work / "ours_larger"); },
      [&] { return cost_from_nothing(setting, work / "platform", work / "ours"); });
  const std::string name = "scale.x" + std::to_string(factor);
  report.add({name + "_cpu", sides.cpu_ratio(), "times", goal});
  report.add({name + "_memory", sides.ours.memory / sides.theirs.memory, "times", goal});
}

}  // namespace

void bench_scale(const Setting& setting, Report& report) {
  const fs::path work = setting.work_folder;
  write_definitions(kPlatformTables, work / "platform");
  compare_with_flatc(setting, work, report);
  compare_with_drizzle(setting, work, report);
  compare_with_no_change(setting, work, report);
  compare_with_larger(setting, work, 10, 12.0, report);
  compare_with_larger(setting, work, 100, 130.0, report);
}

}  // namespace schemac::bench
