// Every committed definition, changed at random: the compiler says what is wrong with it, or PostgreSQL takes
// what is generated. SCHEMAC_MUTANTS and SCHEMAC_SEED set how many and which (`./dev soak`).
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "driver/outputs.hpp"
#include "driver/pipeline.hpp"
#include "mutants/mutant.hpp"
#include "schemac/connection.hpp"
#include "schemac/error.hpp"
#include "support/postgres.hpp"
#include "syntax/parse.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;
namespace driver = compiler::driver;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::uint64_t setting(const char* name, std::uint64_t usual) {
  const char* text = std::getenv(name);
  return text == nullptr ? usual : std::strtoull(text, nullptr, 10);
}

/// A definitions folder and a database that takes its schema for a moment.
class Project {
 public:
  Project(const fs::path& definitions, const fs::path& work)
      : folder_(work / definitions.filename()), connection_(database_.url()) {
    fs::copy(definitions, folder_, fs::copy_options::recursive);
    for (const auto& entry : fs::directory_iterator(definitions)) {
      if (entry.path().extension() == ".json" && entry.path().filename() != "schemac.schema.json" &&
          fs::is_regular_file(entry))
        files_.push_back(entry.path().filename());
    }
    std::sort(files_.begin(), files_.end());
    original_ = schema_of(driver::compile(folder_));
  }

  [[nodiscard]] const std::vector<fs::path>& files() const { return files_; }
  [[nodiscard]] const fs::path& folder() const { return folder_; }
  [[nodiscard]] const std::string& original() const { return original_; }

  /// All outputs are rendered; schema.sql is returned.
  static std::string schema_of(const driver::Compilation& run) {
    for (auto& file : driver::render_outputs(run, {})) {
      if (file.path == "schema.sql") return std::move(file.content);
    }
    return {};
  }

  /// PostgreSQL's message where it refuses the schema.
  std::string refusal(const std::string& schema) {
    Transaction transaction = connection_.begin();
    try {
      transaction.execute_script(schema);
    } catch (const Error& error) {
      return error.what();
    }
    transaction.rollback();
    return {};
  }

 private:
  fs::path folder_;
  TestDatabase database_;
  Connection connection_;
  std::vector<fs::path> files_;
  std::string original_;
};

struct Counts {
  std::size_t diagnosed = 0;  ///< the compiler says what is wrong
  std::size_t same = 0;       ///< the SQL is the same
  std::size_t loaded = 0;
  std::size_t refused = 0;  ///< by PostgreSQL, after we accepted
};

class Mutants : public ::testing::Test {
 protected:
  Mutants() : work_(fs::path(server().folder()) / "mutants") {
    const fs::path root = SCHEMAC_SOURCE_DIR;
    std::vector<fs::path> folders{root / "schema-defs"};
    for (const auto& entry : fs::directory_iterator(root / "tests/cases/targets"))
      folders.push_back(entry.path());
    std::sort(folders.begin() + 1, folders.end());
    fs::create_directories(work_);
    for (const fs::path& folder : folders) {
      projects_.push_back(std::make_unique<Project>(folder, work_));
      for (const fs::path& file : projects_.back()->files())
        files_.emplace_back(projects_.back().get(), file);
    }
  }

  void run(std::uint64_t seed, std::uint64_t number) {
    Random random(seed, number);
    const auto& [project, file] = files_[random.below(files_.size())];
    const fs::path path = project->folder() / file;
    const std::string before = read(path);
    compiler::support::Sources sources;
    compiler::support::Diagnostics diagnostics;
    auto document = compiler::syntax::parse(sources, sources.add(path, before), diagnostics);
    const std::string what = mutate(document->root, random);
    std::ofstream(path, std::ios::binary) << compiler::syntax::to_json(document->root);
    judge(*project, "mutant " + std::to_string(number) + " of " + file.string() + ": " + what);
    std::ofstream(path, std::ios::binary) << before;
  }

  void judge(Project& project, const std::string& mutant) {
    SCOPED_TRACE(mutant);
    const driver::Compilation run = driver::compile(project.folder());
    if (run.failed()) {
      ++counts_.diagnosed;
      return;
    }
    const std::string schema = Project::schema_of(run);
    if (schema == project.original()) {
      ++counts_.same;
      return;
    }
    const std::string refusal = project.refusal(schema);
    ++(refusal.empty() ? counts_.loaded : counts_.refused);
    EXPECT_EQ(refusal, "");
  }

  fs::path work_;
  std::vector<std::unique_ptr<Project>> projects_;
  std::vector<std::pair<Project*, fs::path>> files_;
  Counts counts_;
};

TEST_F(Mutants, end_in_diagnostics_or_load) {
  const std::uint64_t seed = setting("SCHEMAC_SEED", 1);
  const std::uint64_t count = setting("SCHEMAC_MUTANTS", 200);
  const std::uint64_t first = setting("SCHEMAC_FIRST_MUTANT", 0);
  for (std::uint64_t number = first; number < first + count; ++number) run(seed, number);
  std::printf(
      "%llu mutants: %zu with diagnostics, %zu of the same SQL, %zu loaded, %zu refused by PostgreSQL\n",
      static_cast<unsigned long long>(count), counts_.diagnosed, counts_.same, counts_.loaded,
      counts_.refused);
  EXPECT_EQ(counts_.refused, 0U);
}

}  // namespace
}  // namespace schemac::testing
