// Runs the cases of tests/cases/check: each <name>.json is one domain of a small project whose settings and
// shared definitions stand in tests/cases/check/project, and each <name>.project a project of its own;
// <name>.expected is what `schemac check` prints of it. SCHEMAC_UPDATE_CASES=1 rewrites the expected files.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "driver/pipeline.hpp"
#include "support/diagnostic_format.hpp"

namespace schemac::compiler::driver {
namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(SCHEMAC_SOURCE_DIR) / "tests/cases/check";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

class CheckCase : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    back_ = fs::current_path();
    folder_ = fs::temp_directory_path() / ("schemac-check-" + std::to_string(::getpid()));
    fs::create_directories(folder_ / "defs");
    const bool whole = fs::exists(kCases / (GetParam() + ".project"));
    fs::copy(kCases / (whole ? GetParam() + ".project" : "project"), folder_ / "defs",
             fs::copy_options::recursive);
    fs::current_path(folder_);
    if (!whole) fs::copy_file(kCases / (GetParam() + ".json"), fs::path("defs") / (GetParam() + ".json"));
  }
  void TearDown() override {
    fs::current_path(back_);
    fs::remove_all(folder_);
  }

 private:
  fs::path back_;
  fs::path folder_;
};

TEST_P(CheckCase, prints_what_is_expected) {
  const Compilation run = compile("defs");
  const std::string printed = support::format_human(run.diagnostics.all(), run.sources, false);
  const fs::path expected = kCases / (GetParam() + ".expected");
  if (std::getenv("SCHEMAC_UPDATE_CASES") != nullptr) std::ofstream(expected, std::ios::binary) << printed;
  EXPECT_EQ(printed, read(expected));
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kCases)) {
    const auto kind = entry.path().extension();
    if (kind == ".json" || kind == ".project") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Definitions, CheckCase, testing::ValuesIn(case_names()),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace schemac::compiler::driver
