// The fuzz target of `schemac import`: whatever a snapshot says, there are findings, or definition files.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

#include "fuzz/require.hpp"
#include "importers/definition_text.hpp"
#include "importers/definitions.hpp"
#include "importers/drizzle.hpp"
#include "support/files.hpp"
#include "support/utf8.hpp"
#include "syntax/format.hpp"

namespace schemac::compiler::importers {
namespace {

using schemac::testing::require;
using support::OutputFile;

void check_path(const std::string& path) {
  require(path.ends_with(".json") && path.find_first_of("/\\") == std::string::npos && path.front() != '.',
          "a file stands in the folder of the definitions");
  require(support::find_invalid_utf8(path) == std::string::npos, "a file's name is UTF-8");
}

void check_text(const OutputFile& file) {
  support::Sources sources;
  support::Diagnostics diagnostics;
  const auto document = syntax::parse(sources, sources.add(file.path, file.content), diagnostics);
  require(document.has_value() && !diagnostics.has_errors(), "what is imported is a definition file");
  require(syntax::format(*document, sources) == file.content, "fmt leaves an imported file alone");
}

/// Ends the program, saying why, where a snapshot gives nothing and no finding, or files that have no place
/// in a definitions folder, cannot be read, or are changed by fmt.
void check_import(std::string_view text) {
  support::Sources sources;
  support::Diagnostics diagnostics;
  const auto document = syntax::parse(sources, sources.add("snapshot", std::string(text)), diagnostics);
  if (!document || diagnostics.has_errors()) return;
  const auto schema = read_drizzle(*document, diagnostics);
  require(schema.has_value() || diagnostics.has_errors(), "there is a schema or an error");
  if (!schema) return;
  std::set<std::string> paths;
  for (const DefinitionFile& each : write_definitions(*schema, "demo")) {
    check_path(each.path);
    check_text({each.path, definition_text(each.root)});
    require(paths.insert(each.path).second, "every file has a name of its own");
  }
}

}  // namespace
}  // namespace schemac::compiler::importers

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  schemac::compiler::importers::check_import({reinterpret_cast<const char*>(data), size});
  return 0;
}
