// The compiler's only access to the disk.
#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::support {

/// The file system said no. `what()` names the path and the reason.
struct FileError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Whole content of a file; nothing where it does not exist. @throws FileError where it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& path);

/// Regular files directly in `folder` whose name ends in `suffix`, sorted by name. @throws FileError if it is
/// no folder.
std::vector<std::filesystem::path> list_files(const std::filesystem::path& folder, std::string_view suffix);

/// Writes one file that is no output (a stamp, a depfile) in place, making its folder. @throws FileError
void write_file(const std::filesystem::path& path, std::string_view content);

/// One output: `path` relative to the output folder, '/' between parts.
struct OutputFile {
  std::string path;
  std::string content;
};

struct OutputDifference {
  enum class Kind { missing, different, stale };
  std::string path;
  Kind kind = Kind::missing;
  std::string on_disk;  ///< what is there now; empty where missing
};

/// How `folder` differs from `files`; `previous` are the paths that an earlier run wrote: those no longer
/// among `files` and still on disk are stale. Reads only. @throws FileError
std::vector<OutputDifference> compare_outputs(const std::filesystem::path& folder,
                                              const std::vector<OutputFile>& files,
                                              const std::vector<std::string>& previous);

/// Makes `folder` hold `files`: every changed file goes to a temporary name first, and only when all are
/// there are they renamed into place and stale ones removed; files that are already right are not touched.
/// Returns what changed.
/// @throws FileError with nothing changed when a temporary file cannot be written.
std::vector<OutputDifference> write_outputs(const std::filesystem::path& folder,
                                            const std::vector<OutputFile>& files,
                                            const std::vector<std::string>& previous);

}  // namespace schemac::compiler::support
