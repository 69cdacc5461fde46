// Includes are found by their lines, not by a preprocessor: ours are never conditional or made by macros.
#include "architecture/source_tree.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace schemac::tests {
namespace {

bool is_source(const std::filesystem::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".hpp";
}

// Adds the #include that `text` holds, if it holds one.
void add_include(const std::string& text, int line, std::vector<Include>& includes) {
  if (!text.starts_with("#include ")) return;
  const auto open = text.find_first_of("<\"");
  if (open == std::string::npos) return;
  const auto close = text.find(text[open] == '<' ? '>' : '"', open + 1);
  if (close == std::string::npos) return;
  includes.push_back({line, text.substr(open + 1, close - open - 1), text[open] == '"'});
}

bool is_code(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t");
  return begin != std::string::npos && text.compare(begin, 2, "//") != 0;
}

}  // namespace

SourceFile read_source(const std::filesystem::path& root, const std::string& path) {
  SourceFile file;
  file.path = path;
  std::ifstream stream(root / path);
  for (std::string text; std::getline(stream, text);) {
    ++file.lines;
    if (is_code(text)) ++file.code_lines;
    if (file.lines == 1) file.opens_with_comment = text.starts_with("//");
    if (text == "#pragma once") file.has_pragma_once = true;
    add_include(text, file.lines, file.includes);
  }
  return file;
}

std::vector<SourceFile> read_sources(const std::filesystem::path& root) {
  std::vector<SourceFile> files;
  for (const char* folder : {"generator", "runtime", "generated/cpp", "tests", "bench", "examples"}) {
    if (!std::filesystem::is_directory(root / folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      const std::string path = entry.path().lexically_relative(root).generic_string();
      if (entry.is_regular_file() && is_source(entry.path()) && !path.starts_with("tests/cases/"))
        files.push_back(read_source(root, path));
    }
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& left, const SourceFile& right) { return left.path < right.path; });
  return files;
}

Layers read_layers(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  Layers layers;
  for (std::string text; std::getline(stream, text);) {
    if (text.empty() || text.starts_with('#')) continue;
    std::istringstream words(text);
    std::string part;
    std::string colon;
    if (!(words >> part >> colon) || colon != ":") throw std::runtime_error("not a layer: " + text);
    for (std::string below; words >> below;) layers[part].insert(below);
    layers.try_emplace(part);
  }
  return layers;
}

}  // namespace schemac::tests
