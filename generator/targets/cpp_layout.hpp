// Laying out C++ text as clang-format would with this project's settings, so that generated code is formatted
// from the start.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::targets {

inline constexpr std::size_t kLineWidth = 110;

/// Stand around generated code that itself names what it warns others of.
inline constexpr std::string_view kQuietBegin =
    "#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Wdeprecated-declarations\"";
inline constexpr std::string_view kQuietEnd = "#pragma GCC diagnostic pop";

/// `text` as a C++ string literal.
std::string cpp_literal(std::string_view text);

/// `text` as adjacent literals, broken after a blank so that each line ends within kLineWidth; lines after
/// the first one start in column `indent`. @param first the column where the first one starts
/// @param reserve how many characters follow the last one
std::string cpp_literals(std::string_view text, std::size_t first, std::size_t indent,
                         std::size_t reserve = 1);

/// The literal (quotes included) as adjacent ones of at most `width` columns, broken anywhere but within an
/// escape.
std::vector<std::string> split_literal(std::string_view literal, std::size_t width);

/// `text` as comment lines of "/// …", without the indentation of the first.
std::vector<std::string> comment_lines(std::string_view text, std::size_t indent);

/// head + items with commas between them + tail, on as many lines as it takes; those after the first are
/// aligned with the first item.
/// @param head starts in column 0, with its indentation: "  result.add("
std::string wrap_list(const std::string& head, const std::vector<std::string>& items,
                      const std::string& tail);

/// An entry of an array of aggregates: "{.name = …, .type = …}," on one line of that indentation, or a member
/// a line where that is too long.
std::string braced_entry(const std::vector<std::string>& members, std::size_t indent);

}  // namespace schemac::compiler::targets
