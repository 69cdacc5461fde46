// Reads the repository as text: which C++ files there are and what each includes.
// The rules about it are in rules.hpp.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace schemac::tests {

/// One #include line.
struct Include {
  int line = 0;      ///< from 1
  std::string name;  ///< what stands between the quotes or brackets
  bool quoted = false;
};

/// One .cpp or .hpp.
struct SourceFile {
  std::string path;  ///< relative to the root, with forward slashes
  int lines = 0;
  int code_lines = 0;  ///< those that are neither empty nor only a comment
  bool opens_with_comment = false;
  bool has_pragma_once = false;
  std::vector<Include> includes;

  bool is_header() const { return path.ends_with(".hpp"); }
  bool is_in(const std::string& folder) const { return path.starts_with(folder + "/"); }
};

/// The parts of generator/, each with the parts that it may include besides itself.
using Layers = std::map<std::string, std::set<std::string>>;

/// Every C++ file of ours below `root`, sorted by path: generator, runtime, generated/cpp, tests (without
/// tests/cases), bench and examples; folders that are not there are skipped.
std::vector<SourceFile> read_sources(const std::filesystem::path& root);

/// Reads one file; `path` is relative to `root`.
SourceFile read_source(const std::filesystem::path& root, const std::string& path);

/// Reads cmake/layers.txt. Throws std::runtime_error if it cannot be read or a line is not "part : parts".
Layers read_layers(const std::filesystem::path& file);

}  // namespace schemac::tests
