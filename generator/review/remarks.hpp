// What comments of a script say to its review: hazards that are named, and rules that are allowed to be
// broken.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::review {

/// `-- hazard SC5002: why`, `-- allow SC7017: why`.
struct Remark {
  enum class Kind : unsigned char { hazard, allow };
  Kind kind = Kind::hazard;
  std::string code;
  std::string reason;
  std::size_t begin = 0;  ///< of the code, in bytes of the script
  std::size_t end = 0;
  bool used = false;
};

/// Those of the comment lines within [begin, end) of a script.
std::vector<Remark> read_remarks(std::string_view script, std::size_t begin, std::size_t end);

}  // namespace schemac::compiler::review
