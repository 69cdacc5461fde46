// A project on disk that schemac is run on, as its user would.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "scratch/process.hpp"

namespace schemac::testing {

/// A folder of its own, removed at the end.
class Project {
 public:
  Project();
  ~Project();
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;

  /// Runs schemac ($SCHEMAC, or the one in PATH) in the folder.
  compiler::scratch::Finished run(std::vector<std::string> arguments) const;
  /// Runs a line of shell there, in which "$SCHEMAC" is schemac.
  compiler::scratch::Finished shell(const std::string& line) const;

  void write(const std::string& path, const std::string& text) const;
  std::string read(const std::string& path) const;

  /// Every file below `path`, with its content and the time at which it was written.
  std::map<std::string, std::pair<std::string, std::filesystem::file_time_type>> tree(
      const std::string& path) const;

  std::filesystem::path folder;
};

}  // namespace schemac::testing
