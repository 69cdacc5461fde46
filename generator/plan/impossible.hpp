// What no plan can do, for a person to read.
#pragma once

#include <stdexcept>

namespace schemac::compiler::plan {

/// The second state keeps an object as it is, and what it stands on must go on the way there.
class Impossible : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace schemac::compiler::plan
