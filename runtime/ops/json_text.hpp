// A string as JSON writes it.
#pragma once

#include <string>
#include <string_view>

namespace schemac::ops {

/// In quotes, with what JSON wants escaped.
std::string quoted(std::string_view text);

}  // namespace schemac::ops
