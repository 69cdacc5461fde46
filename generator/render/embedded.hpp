// The text files that are part of the program itself: the templates and the catalogue of diagnostics.
// Their definitions are written at build time by cmake/SchemacEmbed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace schemac::compiler::render {

/// One file as it was when the program was built. Both views last as long as the program.
struct EmbeddedFile {
  std::string_view path;  ///< relative to the embedded folder, with forward slashes: "cpp/table.hpp.mustache"
  std::string_view text;  ///< the bytes, unchanged
};

/// Every file under templates/, sorted by path.
std::span<const EmbeddedFile> embedded_templates();

/// docs/diagnostics.md alone, or nothing when the program was built without it: what `schemac explain CODE`
/// prints from.
std::span<const EmbeddedFile> embedded_diagnostics();

}  // namespace schemac::compiler::render
