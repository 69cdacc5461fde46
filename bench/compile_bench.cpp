// What generated code costs its users' builds: user and system time of the C++ compiler, no cache, on every
// generated unit at -O2, by table, and on one unit that includes every generated header at -O0.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "areas.hpp"
#include "measure.hpp"

namespace schemac::bench {
namespace {

constexpr int kRuns = 5;

// Files directly in `folder` or below it, sorted.
std::vector<std::string> files_below(const std::filesystem::path& folder, const std::string& extension) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == extension) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

// Every table has a header of its own; two more are shared by all.
std::size_t count_tables(const std::vector<std::string>& headers) {
  return static_cast<std::size_t>(
      std::count_if(headers.begin(), headers.end(), [](const std::string& header) {
        const std::string name = std::filesystem::path(header).filename().string();
        return name != "ids.hpp" && name != "enums.hpp";
      }));
}

Cost compile(const Setting& setting, const std::string& optimisation, const std::string& unit) {
  return cost_of_program({setting.cxx, "-std=c++20", optimisation,
                          "-I" + setting.source_folder + "/runtime/include",
                          "-I" + setting.source_folder + "/generated/cpp/include", "-c", unit, "-o",
                          setting.work_folder + "/unit.o"});
}

double median_cpu(int runs, const std::vector<std::string>& units, const Setting& setting,
                  const std::string& optimisation) {
  std::vector<Cost> costs;
  for (int run = 0; run < runs; ++run) {
    Cost sum;
    for (const std::string& unit : units) sum.cpu += compile(setting, optimisation, unit).cpu;
    costs.push_back(sum);
  }
  return median(costs).cpu;
}

}  // namespace

void bench_compile(const Setting& setting, Report& report) {
  const std::filesystem::path generated = std::filesystem::path(setting.source_folder) / "generated/cpp";
  const std::vector<std::string> headers = files_below(generated / "include", ".hpp");
  const double tables = static_cast<double>(count_tables(headers));
  const double units = median_cpu(kRuns, files_below(generated / "src", ".cpp"), setting, "-O2");
  report.add({"compile.units_O2_cpu_per_table", units / tables, "s/table", 0.25});
  report.add({"compile.units_O2_cpu_total", units, "s", {}});

  const std::string including = setting.work_folder + "/including.cpp";
  std::ofstream file(including);
  for (const std::string& header : headers) file << "#include \"" << header << "\"\n";
  file.close();
  report.add({"compile.every_header_O0_cpu", median_cpu(kRuns, {including}, setting, "-O0"), "s", 0.4});
}

}  // namespace schemac::bench
