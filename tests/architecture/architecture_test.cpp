// The repository keeps the rules of its architecture, and each rule can fail: it is shown the bad tree of
// tests/cases/architecture/bad, where every violation that is looked for stands.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "architecture/rules.hpp"
#include "architecture/source_tree.hpp"

namespace schemac::tests {
namespace {

const std::filesystem::path kRoot = SCHEMAC_SOURCE_DIR;
const std::filesystem::path kBad = kRoot / "tests/cases/architecture/bad";

Layers layers() {
  return read_layers(kRoot / "cmake/layers.txt");
}

std::string joined(const Violations& violations) {
  std::string text;
  for (const std::string& violation : violations) text += violation + "\n";
  return text;
}

TEST(Architecture, parts_include_only_the_layers_below_them) {
  EXPECT_EQ(joined(layer_violations(read_sources(kRoot), layers())), "");
}

TEST(Architecture, runtime_and_generated_code_keep_to_their_side) {
  EXPECT_EQ(joined(boundary_violations(read_sources(kRoot), kRoot)), "");
}

TEST(Architecture, heavy_headers_stay_where_they_are_wrapped) {
  EXPECT_EQ(joined(heavy_include_violations(read_sources(kRoot))), "");
}

TEST(Architecture, files_are_short_and_say_what_they_are_for) {
  EXPECT_EQ(joined(form_violations(read_sources(kRoot))), "");
}

TEST(Architecture, public_headers_of_the_runtime_are_small) {
  EXPECT_EQ(joined(budget_violations(read_sources(kRoot))), "");
}

TEST(Architecture, there_are_sources_to_check) {
  EXPECT_GT(read_sources(kRoot).size(), 20U);
}

TEST(ArchitectureRules, layers_see_a_part_that_reaches_up) {
  EXPECT_EQ(joined(layer_violations(read_sources(kBad), layers())),
            "generator/helpers/anything.hpp:1: helpers is not in cmake/layers.txt\n"
            "generator/main.cpp:2: main must not include \"schemac/connection.hpp\"\n"
            "generator/model/live.cpp:4: model must not include \"schemac/connection.hpp\"\n"
            "generator/support/reaches_up.hpp:6: support must not include \"model/object.hpp\"\n");
}

TEST(ArchitectureRules, boundaries_see_a_runtime_that_includes_the_compiler) {
  EXPECT_EQ(joined(boundary_violations(read_sources(kBad), kBad)),
            "runtime/ops/inside.cpp:3: \"private.hpp\" is not within its reach\n"
            "runtime/src/leak.cpp:4: \"support/reaches_up.hpp\" is not within its reach\n");
}

TEST(ArchitectureRules, heavy_includes_are_seen) {
  EXPECT_EQ(joined(heavy_include_violations(read_sources(kBad))),
            "generator/model/live.cpp:2: <nlohmann/json.hpp> outside the part that wraps it\n"
            "runtime/include/schemac/heavy.hpp:4: <chrono> in a header that users compile\n"
            "runtime/include/schemac/heavy.hpp:5: <pqxx/pqxx> in a header\n");
}

TEST(ArchitectureRules, form_is_seen) {
  EXPECT_EQ(joined(form_violations(read_sources(kBad))),
            "runtime/src/private.hpp:1: no #pragma once\n"
            "runtime/src/private.hpp:1: does not open by saying what it is for\n");
  SourceFile file{"generator/model/long.cpp", 401, 0, true, false, {}};
  EXPECT_EQ(joined(form_violations({file})), "generator/model/long.cpp:401: more than 400 lines\n");
  file.lines = 400;
  EXPECT_EQ(joined(form_violations({file})), "");
}

TEST(ArchitectureRules, a_public_header_too_many_is_seen) {
  const auto header = [](const std::string& path, int code_lines) {
    return SourceFile{"runtime/include/schemac/" + path, 0, code_lines, true, true, {}};
  };
  EXPECT_EQ(joined(budget_violations(
                {header("pool.hpp", 1499), header("codec/array.hpp", 9), header("query/set.hpp", 9)})),
            "");
  EXPECT_EQ(joined(budget_violations({header("pool.hpp", 1499), header("migrate.hpp", 1)})),
            "runtime/include/schemac: 1500 lines of code in public headers; fewer than 1500 are allowed\n");
}

TEST(ArchitectureRules, lines_of_code_are_counted_without_comments) {
  EXPECT_EQ(read_source(kBad, "runtime/include/schemac/heavy.hpp").code_lines, 3);
}

}  // namespace
}  // namespace schemac::tests
