// Texts that match a pattern, for columns whose check has one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace schemac::compiler::verify {

/// A text that a POSIX regular expression probably matches: it knows sequences, alternatives, groups, sets,
/// `\d \w \s`, `.` and the quantifiers; what else there is (look-around, back references) is passed over.
/// Another `variant` gives another text where the pattern allows some. Whoever uses it lets the server check.
std::string sample_of_pattern(std::string_view pattern, std::uint32_t variant);

}  // namespace schemac::compiler::verify
