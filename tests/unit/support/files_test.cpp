// The disk: all or nothing, and nowhere else.
#include "support/files.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace schemac::compiler::support {
namespace {

namespace fs = std::filesystem;
using Kind = OutputDifference::Kind;

/// A folder of its own for each test.
class Files : public testing::Test {
 protected:
  Files() {
    std::string name = (fs::temp_directory_path() / "schemac_files_XXXXXX").string();
    root_ = ::mkdtemp(name.data());
    folder_ = root_ / "out";
  }
  ~Files() override { fs::remove_all(root_); }

  void put(const fs::path& path, std::string_view content) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << content;
  }
  [[nodiscard]] std::string get(const fs::path& path) const {
    return read_file(root_ / path).value_or("(missing)");
  }

  /// Every path below the root, for "nothing else has changed".
  [[nodiscard]] std::string tree() const {
    std::vector<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator(root_)) {
      paths.push_back(entry.path().lexically_relative(root_).string());
    }
    std::sort(paths.begin(), paths.end());
    std::string all;
    for (const std::string& path : paths) all += path + " ";
    return all;
  }

  fs::path root_;
  fs::path folder_;
};

TEST_F(Files, reads_every_byte) {
  put("a", std::string_view("a\0b\r\n", 5));
  EXPECT_EQ(get("a"), std::string("a\0b\r\n", 5));
  EXPECT_EQ(read_file(root_ / "none"), std::nullopt);
  EXPECT_THROW(read_file(root_), FileError) << "a folder";
}

TEST_F(Files, does_not_wait_for_a_pipe) {
  ASSERT_EQ(::mkfifo((root_ / "pipe").c_str(), 0600), 0);
  EXPECT_THROW(read_file(root_ / "pipe"), FileError);
}

TEST_F(Files, lists_by_suffix_in_order) {
  put("b.json", "");
  put("a.json", "");
  put("c.sql", "");
  put("d.json/e.json", "");
  EXPECT_EQ(list_files(root_, ".json"), (std::vector<fs::path>{root_ / "a.json", root_ / "b.json"}));
  EXPECT_THROW(list_files(root_ / "none", ".json"), FileError);
}

TEST_F(Files, writes_what_is_missing_or_different_and_removes_what_is_stale) {
  put("out/same", "same");
  put("out/changed", "old");
  put("out/deep/stale", "stale");
  put("out/foreign", "somebody else's");
  const std::vector<OutputFile> files = {{"same", "same"}, {"changed", "new"}, {"made/new", "x"}};
  const std::vector<std::string> previous = {"same", "deep/stale", "long/gone"};
  const auto before = fs::last_write_time(folder_ / "same");
  const std::vector<OutputDifference> changed = write_outputs(folder_, files, previous);
  ASSERT_EQ(changed.size(), 3U);
  EXPECT_EQ(changed[0].path, "changed");
  EXPECT_EQ(changed[0].kind, Kind::different);
  EXPECT_EQ(changed[0].on_disk, "old");
  EXPECT_EQ(changed[1].kind, Kind::stale);
  EXPECT_EQ(changed[2].kind, Kind::missing);
  EXPECT_EQ(tree(), "out out/changed out/foreign out/made out/made/new out/same ");
  EXPECT_EQ(get("out/changed"), "new");
  EXPECT_EQ(fs::last_write_time(folder_ / "same"), before);
  EXPECT_TRUE(write_outputs(folder_, files, {"same", "changed", "made/new"}).empty());
}

TEST_F(Files, compares_without_writing) {
  EXPECT_EQ(compare_outputs(folder_, {{"a", "x"}}, {}).size(), 1U);
  EXPECT_EQ(tree(), "");
}

TEST_F(Files, refuses_paths_that_lead_out) {
  for (const char* path : {"../a", "/tmp/a", "a/../../b", "", "a/", "./a"}) {
    EXPECT_THROW(write_outputs(folder_, {{path, "x"}}, {}), FileError) << path;
    EXPECT_THROW(write_outputs(folder_, {}, {path}), FileError) << path;
  }
  EXPECT_EQ(tree(), "");
}

TEST_F(Files, refuses_folders_that_are_links) {
  put("elsewhere/kept", "kept");
  fs::create_directories(folder_);
  fs::create_directory_symlink(root_ / "elsewhere", folder_ / "link");
  EXPECT_THROW(write_outputs(folder_, {{"link/new", "x"}}, {}), FileError);
  EXPECT_THROW(write_outputs(folder_, {}, {"link/kept"}), FileError);
  EXPECT_EQ(tree(), "elsewhere elsewhere/kept out out/link ");
}

TEST_F(Files, replaces_a_link_and_not_what_it_points_at) {
  put("elsewhere", "kept");
  fs::create_directories(folder_);
  fs::create_symlink(root_ / "elsewhere", folder_ / "a");
  write_outputs(folder_, {{"a", "new"}}, {});
  EXPECT_EQ(get("elsewhere"), "kept");
  EXPECT_EQ(get("out/a"), "new");
  EXPECT_FALSE(fs::is_symlink(folder_ / "a"));
}

TEST_F(Files, changes_nothing_when_one_file_cannot_be_written) {
  put("out/a", "old");
  put("out/blocked", "a file, where a folder is wanted");
  const std::string before = tree();
  const std::vector<OutputFile> files = {{"a", "new"}, {"fresh/b", "new"}, {"blocked/c", "new"}};
  try {
    write_outputs(folder_, files, {"a"});
    FAIL() << "it should have thrown";
  } catch (const FileError& error) {
    EXPECT_NE(std::string(error.what()).find("blocked"), std::string::npos) << error.what();
  }
  EXPECT_EQ(tree(), before);
  EXPECT_EQ(get("out/a"), "old");
}

TEST_F(Files, changes_nothing_where_a_folder_stands_in_the_way) {
  put("out/a", "old");
  put("out/z/inside", "x");
  EXPECT_THROW(write_outputs(folder_, {{"a", "new"}, {"z", "new"}}, {}), FileError);
  EXPECT_EQ(get("out/a"), "old");
  EXPECT_THROW(write_outputs(folder_, {{"a", "1"}, {"a", "2"}}, {}), FileError) << "one path twice";
}

}  // namespace
}  // namespace schemac::compiler::support
