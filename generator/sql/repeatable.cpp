// Looks for `ANY (` and `ALL (` before an array of varchar constants that is cast as a whole, and leaves the
// cast out.
#include "sql/repeatable.hpp"

#include <algorithm>
#include <optional>

namespace schemac::compiler::sql {
namespace {

constexpr std::string_view kArray = "ARRAY[";
constexpr std::string_view kCast = "::text[]";

/// The array that `text` begins with, up to its bracket; nothing if it is none of varchar constants.
std::optional<std::string_view> varchar_array(std::string_view text) {
  if (!text.starts_with(kArray)) return std::nullopt;
  bool quoted = false;
  for (std::size_t at = kArray.size(); at < text.size(); ++at) {
    if (text[at] == '\'') quoted = !quoted;
    if (quoted) continue;
    if (text[at] == '(' || text[at] == '[') return std::nullopt;
    if (text[at] != ']') continue;
    const std::string_view array = text.substr(0, at + 1);
    return array.ends_with("::character varying]") ? std::optional(array) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::string repeatable(std::string_view printed) {
  std::string text;
  while (!printed.empty()) {
    const std::size_t next = std::min(printed.find("ANY ("), printed.find("ALL ("));
    const std::size_t begin = next == std::string_view::npos ? printed.size() : next + 5;
    text += printed.substr(0, begin);
    printed.remove_prefix(begin);
    const bool wrapped = printed.starts_with('(');
    const auto array = varchar_array(printed.substr(wrapped ? 1 : 0));
    if (!array) continue;
    const std::string_view after = printed.substr(array->size() + (wrapped ? 1 : 0));
    const std::string cast = (wrapped ? ")" : "") + std::string(kCast);
    if (!after.starts_with(cast)) continue;
    text += *array;
    printed = after.substr(cast.size());
  }
  return text;
}

}  // namespace schemac::compiler::sql
