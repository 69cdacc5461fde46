// Runs the cases of tests/cases/import: each <name>.json is a snapshot, <name>.expected what is found in it,
// and the folder <name> the definitions that come out. SCHEMAC_UPDATE_CASES=1 rewrites what is expected.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "importers/definition_text.hpp"
#include "importers/definitions.hpp"
#include "importers/drizzle.hpp"
#include "importers/type_spelling.hpp"
#include "support/diagnostic_format.hpp"
#include "syntax/format.hpp"

namespace schemac::compiler::importers {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

const fs::path kCases = fs::path(SCHEMAC_SOURCE_DIR) / "tests/cases/import";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

struct Imported {
  std::string findings;
  Files files;
};

Imported import_case(const std::string& name) {
  support::Sources sources;
  support::Diagnostics diagnostics;
  const auto file = sources.add(name + ".json", read(kCases / (name + ".json")));
  const auto document = syntax::parse(sources, file, diagnostics);
  Imported imported;
  if (!document) throw std::runtime_error(name + ".json is no JSON");
  if (const auto schema = read_drizzle(*document, diagnostics)) {
    for (const DefinitionFile& each : write_definitions(*schema, "demo"))
      imported.files[each.path] = definition_text(each.root);
  }
  diagnostics.sort();
  imported.findings = support::format_human(diagnostics.all(), sources, false);
  return imported;
}

Files expected_files(const std::string& name) {
  Files files;
  if (!fs::exists(kCases / name)) return files;
  for (const auto& entry : fs::directory_iterator(kCases / name))
    files[entry.path().filename().string()] = read(entry.path());
  return files;
}

class ImportCase : public testing::TestWithParam<const char*> {};

TEST_P(ImportCase, writes_what_is_expected) {
  const std::string name = GetParam();
  const Imported imported = import_case(name);
  if (std::getenv("SCHEMAC_UPDATE_CASES") != nullptr) {
    write(kCases / (name + ".expected"), imported.findings);
    for (const auto& [path, text] : imported.files) write(kCases / name / path, text);
  }
  EXPECT_EQ(imported.findings, read(kCases / (name + ".expected")));
  EXPECT_EQ(imported.files, expected_files(name));
}

INSTANTIATE_TEST_SUITE_P(Importers, ImportCase, testing::Values("small", "no_snapshot"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST(Importers, spells_types_in_the_short_form) {
  const std::map<std::string, std::string> spellings = {{"timestamp with time zone", "timestamptz"},
                                                        {"timestamp (3) with time zone", "timestamptz(3)"},
                                                        {"timestamp(6)", "timestamp(6)"},
                                                        {"time without time zone", "time"},
                                                        {"character varying(20)", "varchar(20)"},
                                                        {"numeric(5, 2)", "numeric(5,2)"},
                                                        {"DOUBLE  PRECISION", "double precision"},
                                                        {"integer[3]", "integer?[]"},
                                                        {"text[][]", "text?[][]"},
                                                        {"varchar(20)[]", "varchar(20)?[]"},
                                                        {"vector(3)", "vector(3)"}};
  for (const auto& [sql, spelled] : spellings) EXPECT_EQ(spell_type(sql).text, spelled) << sql;
  EXPECT_EQ(spell_type("vector(3)").extension, "vector");
}

}  // namespace
}  // namespace schemac::compiler::importers
