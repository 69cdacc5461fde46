// The compiler's only access to the disk. Outputs are written in two steps: every changed file under a
// temporary name beside its place, then a rename of each. Whatever fails before the first rename leaves the
// folder as it was; if a rename fails, those before it are taken back.
#include "support/files.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>
#include <sstream>
#include <system_error>

namespace schemac::compiler::support {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view what, const fs::path& path, const std::string& reason) {
  throw FileError(std::string(what) + " " + path.string() + ": " + reason);
}

std::string last_error() {
  return std::generic_category().message(errno);
}

fs::file_status status_of(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  if (status.type() == fs::file_type::none) fail("cannot look at", path, error.message());
  return status;
}

/// The place of an output, refusing what would leave `folder`: absolute paths, "..", and folders that are
/// symbolic links.
fs::path output_place(const fs::path& folder, const std::string& path) {
  const fs::path relative(path);
  if (path.empty() || path.back() == '/') fail("cannot write", path, "it names no file");
  if (relative.is_absolute()) fail("cannot write", path, "an output's path is relative");
  fs::path place = folder;
  for (auto part = relative.begin(); part != relative.end(); ++part) {
    if (*part == ".." || *part == ".")
      fail("cannot write", path, "it may not contain `" + part->string() + "`");
    place /= *part;
    if (std::next(part) != relative.end() && fs::is_symlink(status_of(place))) {
      fail("cannot write", path,
           place.string() + " is a symbolic link, which may lead out of the output folder");
    }
  }
  return place;
}

/// What stands at an output's place now; nothing where that is no ordinary file of the same content.
std::optional<OutputDifference> compare(const fs::path& place, const OutputFile& file) {
  const fs::file_type type = status_of(place).type();
  if (type == fs::file_type::not_found)
    return OutputDifference{file.path, OutputDifference::Kind::missing, {}};
  if (type == fs::file_type::directory) fail("cannot write", place, "it is a folder");
  std::string on_disk;
  if (type == fs::file_type::regular) on_disk = read_file(place).value_or("");
  if (type == fs::file_type::regular && on_disk == file.content) return std::nullopt;
  return OutputDifference{file.path, OutputDifference::Kind::different, std::move(on_disk)};
}

void write_whole(const fs::path& path, std::string_view content) {
  errno = 0;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  out.close();
  if (!out) fail("cannot write", path, last_error());
}

/// One run of write_outputs(). Until commit() returns, its destructor takes everything back.
class Writing {
 public:
  explicit Writing(fs::path folder) : folder_(std::move(folder)) {}
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;
  ~Writing() {
    if (!committed_) take_back();
  }

  void stage(const OutputDifference& difference, std::string_view content) {
    const fs::path place = folder_ / difference.path;
    make_folders(place.parent_path());
    fs::path temporary = place;
    temporary += ".tmp" + std::to_string(::getpid());
    changes_.push_back({place, std::move(temporary), &difference, false});
    write_whole(changes_.back().temporary, content);
  }

  void commit() {
    for (Change& change : changes_) {
      std::error_code error;
      fs::rename(change.temporary, change.place, error);
      if (error) fail("cannot write", change.place, error.message());
      change.renamed = true;
    }
    committed_ = true;
  }

 private:
  struct Change {
    fs::path place;
    fs::path temporary;
    const OutputDifference* difference;  // owned by the caller of write_outputs(), alive all the time
    bool renamed;
  };

  void make_folders(const fs::path& folder) {
    if (folder.empty() || fs::is_directory(folder)) return;
    make_folders(folder.parent_path());
    std::error_code error;
    if (fs::create_directory(folder, error)) made_.push_back(folder);
    if (error) fail("cannot make the folder", folder, error.message());
  }

  void take_back() noexcept {
    for (const Change& change : changes_) {
      std::error_code ignored;  // one failure has been thrown already; this is the best that can be done
      fs::remove(change.temporary, ignored);
      if (!change.renamed) continue;
      if (change.difference->kind == OutputDifference::Kind::missing) {
        fs::remove(change.place, ignored);
      } else {
        std::ofstream(change.place, std::ios::binary | std::ios::trunc) << change.difference->on_disk;
      }
    }
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) {
      std::error_code ignored;
      fs::remove(*folder, ignored);  // fails where somebody else has put a file into it: right
    }
  }

  fs::path folder_;
  std::vector<Change> changes_;
  std::vector<fs::path> made_;
  bool committed_ = false;
};

/// Removes a stale output and the folders that it leaves empty.
void remove_stale(const fs::path& folder, const std::string& path) {
  fs::path place = output_place(folder, path);
  std::error_code error;
  fs::remove(place, error);
  if (error) fail("cannot remove", place, error.message());
  for (place = place.parent_path(); place != folder; place = place.parent_path()) {
    if (!fs::remove(place, error)) return;
  }
}

}  // namespace

std::optional<std::string> read_file(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return std::nullopt;
  if (status.type() == fs::file_type::none) fail("cannot read", path, error.message());
  // A device or a pipe could give bytes without end.
  if (status.type() != fs::file_type::regular) fail("cannot read", path, "it is no regular file");
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) fail("cannot read", path, last_error());
  std::string content(static_cast<std::size_t>(fs::file_size(path, error)), '\0');
  in.read(content.data(), static_cast<std::streamsize>(content.size()));
  if (in.bad() || error) fail("cannot read", path, error ? error.message() : last_error());
  content.resize(static_cast<std::size_t>(in.gcount()));
  return content;
}

void write_file(const fs::path& path, std::string_view content) {
  std::error_code error;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  if (error) fail("cannot make the folder", path.parent_path(), error.message());
  write_whole(path, content);
}

std::vector<fs::path> list_files(const fs::path& folder, std::string_view suffix) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) fail("cannot list", folder, error.message());
  std::vector<fs::path> files;
  for (; entries != fs::directory_iterator(); entries.increment(error)) {
    if (error) fail("cannot list", folder, error.message());
    std::error_code gone;
    const bool named = entries->path().filename().string().ends_with(suffix);
    if (named && entries->is_regular_file(gone)) files.push_back(entries->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<OutputDifference> compare_outputs(const fs::path& folder, const std::vector<OutputFile>& files,
                                              const std::vector<std::string>& previous) {
  std::vector<OutputDifference> differences;
  std::set<std::string_view> current;
  for (const OutputFile& file : files) {
    if (!current.insert(file.path).second) fail("cannot write", file.path, "two outputs have this path");
    if (auto difference = compare(output_place(folder, file.path), file)) {
      differences.push_back(std::move(*difference));
    }
  }
  for (const std::string& path : previous) {
    if (!current.insert(path).second) continue;
    const fs::path place = output_place(folder, path);
    const fs::file_type type = status_of(place).type();
    if (type == fs::file_type::not_found) continue;
    if (type == fs::file_type::directory) fail("cannot remove", place, "it is a folder");
    std::string on_disk;
    if (type == fs::file_type::regular) on_disk = read_file(place).value_or("");
    differences.push_back({path, OutputDifference::Kind::stale, std::move(on_disk)});
  }
  std::sort(differences.begin(), differences.end(),
            [](const OutputDifference& a, const OutputDifference& b) { return a.path < b.path; });
  return differences;
}

std::vector<OutputDifference> write_outputs(const fs::path& folder, const std::vector<OutputFile>& files,
                                            const std::vector<std::string>& previous) {
  std::vector<OutputDifference> differences = compare_outputs(folder, files, previous);
  Writing writing(folder);
  for (const OutputFile& file : files) {
    const auto difference =
        std::lower_bound(differences.begin(), differences.end(), file.path,
                         [](const OutputDifference& d, const std::string& path) { return d.path < path; });
    if (difference != differences.end() && difference->path == file.path) {
      writing.stage(*difference, file.content);
    }
  }
  writing.commit();
  for (const OutputDifference& difference : differences) {
    if (difference.kind == OutputDifference::Kind::stale) remove_stale(folder, difference.path);
  }
  return differences;
}

}  // namespace schemac::compiler::support
