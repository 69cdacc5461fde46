// "Did you mean": the known name that is nearest to a mistyped one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace schemac::compiler::support {

/// The candidate within an edit distance (insert, delete, replace, swap neighbours) of a third of `word`'s
/// length, at least 1; the first of equally near ones. Nothing where none is near enough.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);

/// "did you mean `x`?" or an empty string.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace schemac::compiler::support
