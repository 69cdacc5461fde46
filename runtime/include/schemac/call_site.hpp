// Where in a program something was asked for: a default argument that stands for the caller's line.
#pragma once

namespace schemac {

struct CallSite {
  const char* file = "";
  int line = 0;

  /// The line that calls the function whose parameter has this as its default.
  static constexpr CallSite here(const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
    return {file, line};
  }
};

}  // namespace schemac
