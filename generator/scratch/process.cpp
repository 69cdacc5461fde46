// Runs another program and collects what it wrote: posix_spawn, two pipes, and a poll loop that reads both
// until they close.
#include "scratch/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

namespace schemac::compiler::scratch {
namespace {

/// Both ends of a pipe, closed at the end of the scope.
class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0)
      throw std::system_error{errno, std::generic_category(), "cannot make a pipe"};
  }
  ~Pipe() {
    close(0);
    close(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int reader() const { return ends_[0]; }
  int writer() const { return ends_[1]; }
  void close_writer() { close(1); }

 private:
  void close(std::size_t end) {
    if (ends_[end] >= 0) ::close(std::exchange(ends_[end], -1));
  }
  std::array<int, 2> ends_{-1, -1};
};

/// The file actions and attributes of a spawn, freed at the end of the scope.
class SpawnSettings {
 public:
  SpawnSettings(const std::string& folder, const Streams& streams) {
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    ::posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
    connect(streams.input, STDIN_FILENO, O_RDONLY);
    connect(streams.output, STDOUT_FILENO, O_WRONLY);
    connect(streams.errors, STDERR_FILENO, O_WRONLY);
  }
  ~SpawnSettings() {
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;

  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;

 private:
  void connect(int from, int to, int mode) {
    if (from >= 0)
      ::posix_spawn_file_actions_adddup2(&actions, from, to);
    else
      ::posix_spawn_file_actions_addopen(&actions, to, "/dev/null", mode, 0);
  }
};

/// Our environment without PG* (a PGSERVICE or PGOPTIONS of the user must not reach a scratch server) and
/// with untranslated messages.
std::vector<std::string> child_environment() {
  std::vector<std::string> variables{"LC_ALL=C.UTF-8"};
  for (char** variable = environ; *variable != nullptr; ++variable) {
    std::string_view text{*variable};
    if (!text.starts_with("PG") && !text.starts_with("LC_ALL=")) variables.emplace_back(text);
  }
  return variables;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

/// Reads from both descriptors until both are at their end.
void read_all(int output, int errors, Finished& into) {
  std::array<pollfd, 2> waiting{pollfd{output, POLLIN, 0}, pollfd{errors, POLLIN, 0}};
  std::array<std::string*, 2> texts{&into.output, &into.errors};
  std::array<char, 16384> buffer;
  for (int open = 2; open > 0;) {
    if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
      ssize_t size = ::read(waiting[i].fd, buffer.data(), buffer.size());
      if (size > 0) texts[i]->append(buffer.data(), static_cast<std::size_t>(size));
      if (size > 0 || (size < 0 && errno == EINTR)) continue;
      waiting[i].fd = -1;
      --open;
    }
  }
}

}  // namespace

pid_t start(const std::vector<std::string>& arguments, const std::string& folder, const Streams& streams) {
  std::vector<std::string> texts = arguments;
  std::vector<std::string> variables = child_environment();
  SpawnSettings settings{folder, streams};
  pid_t pid = -1;
  int error = ::posix_spawnp(&pid, texts[0].c_str(), &settings.actions, &settings.attributes,
                             pointers(texts).data(), pointers(variables).data());
  if (error != 0) throw std::system_error{error, std::generic_category(), "cannot start " + arguments[0]};
  return pid;
}

Finished run(const std::vector<std::string>& arguments, const std::string& folder) {
  Pipe output;
  Pipe errors;
  pid_t pid = start(arguments, folder, {.output = output.writer(), .errors = errors.writer()});
  output.close_writer();
  errors.close_writer();
  Finished finished;
  read_all(output.reader(), errors.reader(), finished);
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return finished;
}

}  // namespace schemac::compiler::scratch
