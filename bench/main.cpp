// schemac_bench: runs the benchmarks, prints their table, and writes it as JSON.
// usage: schemac_bench [--json FILE] [--only generate|scale|read|pool|migrate|history|compile]
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>

#include "areas.hpp"
#include "report.hpp"

namespace {

using schemac::bench::Report;
using schemac::bench::Setting;

struct Area {
  const char* name;
  void (*run)(const Setting&, Report&);
};
constexpr Area kAreas[] = {
    {"generate", schemac::bench::bench_generate}, {"scale", schemac::bench::bench_scale},
    {"read", schemac::bench::bench_read},         {"pool", schemac::bench::bench_pool},
    {"migrate", schemac::bench::bench_migrate},   {"history", schemac::bench::bench_history},
    {"compile", schemac::bench::bench_compile}};

struct Options {
  std::string json;
  std::string only;
};

bool parse(int count, char** arguments, Options& options) {
  for (int index = 1; index < count; index += 2) {
    const std::string name = arguments[index];
    if (index + 1 == count || (name != "--json" && name != "--only")) return false;
    (name == "--json" ? options.json : options.only) = arguments[index + 1];
  }
  return true;
}

void run(const Options& options) {
  const std::filesystem::path work = std::filesystem::path(SCHEMAC_BINARY_DIR) / "bench-work";
  Report report;
  for (const Area& area : kAreas) {
    if (!options.only.empty() && options.only != area.name) continue;
    std::filesystem::remove_all(work);
    std::filesystem::create_directories(work);
    area.run({SCHEMAC_SOURCE_DIR, SCHEMAC_PROGRAM, SCHEMACTL_PROGRAM, SCHEMAC_CXX, work.string()}, report);
  }
  std::filesystem::remove_all(work);
  if (!options.json.empty()) report.write_json(options.json);
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  if (!parse(count, arguments, options)) {
    std::fputs(
        "usage: schemac_bench [--json FILE] [--only generate|scale|read|pool|migrate|history|compile]\n",
        stderr);
    return 64;
  }
  try {
    run(options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "schemac_bench: %s\n", error.what());
    return 1;
  }
  return 0;
}
