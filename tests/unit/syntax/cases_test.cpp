// The data cases: tests/cases/syntax/<name>.json is parsed, and <name>.expected holds what people read about
// it, followed, where a document came out, by that as compact JSON.
// After a change that is meant: SCHEMAC_UPDATE_CASES=1 build/release/bin/schemac_unit_syntax, then read the
// diff.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "support/files.hpp"
#include "unit/syntax/parsed.hpp"

namespace schemac::compiler::syntax {
namespace {

class SyntaxCases : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(SyntaxCases, give_what_is_expected) {
  const std::filesystem::path& path = GetParam();
  const Parsed parsed(support::read_file(path).value(), path.filename().string());
  std::string actual = parsed.printed();
  if (parsed.document) actual += to_json(parsed.document->root) + "\n";
  std::filesystem::path expected = path;
  expected.replace_extension(".expected");
  if (std::getenv("SCHEMAC_UPDATE_CASES") != nullptr) std::ofstream(expected, std::ios::binary) << actual;
  EXPECT_EQ(actual, support::read_file(expected).value_or("")) << expected;
}

INSTANTIATE_TEST_SUITE_P(Syntax, SyntaxCases,
                         testing::ValuesIn(support::list_files(SCHEMAC_SOURCE_DIR "/tests/cases/syntax",
                                                               ".json")),
                         [](const auto& info) { return info.param.stem().string(); });

}  // namespace
}  // namespace schemac::compiler::syntax
