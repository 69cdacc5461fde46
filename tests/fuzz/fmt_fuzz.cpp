// The fuzz target of `schemac fmt`: whatever can be read can be laid out, and means the same afterwards.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/require.hpp"
#include "support/utf8.hpp"
#include "syntax/format.hpp"
#include "syntax/parse.hpp"

namespace schemac::compiler::syntax {
namespace {

using schemac::testing::require;
using support::Diagnostics;
using support::FileId;
using support::Sources;

void check_lines(std::string_view text) {
  require(text.ends_with('\n') && !text.ends_with("\n\n"), "a formatted text ends with one newline");
  require(text.find(" \n") == std::string_view::npos, "no line ends with a blank");
  require(text.find_first_of("\t\r") == std::string_view::npos,
          "nothing but blanks and newlines is laid out with");
  require(text.find("\n\n\n") == std::string_view::npos, "at most one line is blank");
  require(support::find_invalid_utf8(text) == std::string_view::npos, "a formatted text is UTF-8");
}

/// Ends the program, saying why, where the formatted text is another definition, is not laid out, or changes
/// when it is formatted again.
void check_format(std::string_view text) {
  Sources sources;
  Diagnostics diagnostics;
  const auto document = parse(sources, sources.add("definition", std::string(text)), diagnostics);
  if (!document || diagnostics.has_errors()) return;
  const FileId once = sources.add("once", format(*document, sources));
  check_lines(sources.text(once));
  const auto again = parse(sources, once, diagnostics);
  require(again.has_value() && !diagnostics.has_errors(), "the formatted text is a definition");
  require(to_json(again->root) == to_json(document->root), "the formatted text is the same definition");
  require(format(*again, sources) == sources.text(once), "formatting again changes nothing");
}

}  // namespace
}  // namespace schemac::compiler::syntax

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  schemac::compiler::syntax::check_format({reinterpret_cast<const char*>(data), size});
  return 0;
}
