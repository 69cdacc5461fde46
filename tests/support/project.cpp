// A project on disk that schemac is run on.
#include "support/project.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace schemac::testing {

namespace fs = std::filesystem;
using compiler::scratch::Finished;

namespace {

std::string program() {
  const char* given = std::getenv("SCHEMAC");
  return given != nullptr ? given : "schemac";
}

fs::path new_folder() {
  static int count = 0;
  return fs::temp_directory_path() /
         ("schemac-project-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
}

}  // namespace

Project::Project() : folder(new_folder()) {
  fs::create_directories(folder);
}

Project::~Project() {
  std::error_code ignored;
  fs::remove_all(folder, ignored);
}

Finished Project::run(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), program());
  return compiler::scratch::run(arguments, folder.string());
}

Finished Project::shell(const std::string& line) const {
  return compiler::scratch::run({"bash", "-c", "SCHEMAC='" + program() + "'\n" + line}, folder.string());
}

void Project::write(const std::string& path, const std::string& text) const {
  fs::create_directories((folder / path).parent_path());
  std::ofstream(folder / path, std::ios::binary) << text;
}

std::string Project::read(const std::string& path) const {
  std::ifstream in(folder / path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::map<std::string, std::pair<std::string, fs::file_time_type>> Project::tree(
    const std::string& path) const {
  std::map<std::string, std::pair<std::string, fs::file_time_type>> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder / path)) {
    if (!entry.is_regular_file()) continue;
    const std::string name = fs::relative(entry.path(), folder).generic_string();
    files[name] = {read(name), entry.last_write_time()};
  }
  return files;
}

}  // namespace schemac::testing
