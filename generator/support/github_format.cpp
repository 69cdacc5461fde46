// Diagnostics as GitHub workflow commands. Source: GitHub's documentation, "Workflow commands for GitHub
// Actions"; values are escaped as its toolkit's command.ts describes: %, CR and LF everywhere, the colon and
// the comma in properties too.
#include "support/github_format.hpp"

namespace schemac::compiler::support {
namespace {

std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else if (property && c == ':') {
      out += "%3A";
    } else if (property && c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

std::string command(const Diagnostic& d, const Sources& sources) {
  std::string out = d.severity == Severity::error ? "::error " : "::warning ";
  if (d.span.known()) {
    const LineColumn begin = sources.locate(d.span.file, d.span.begin);
    out += "file=" + escaped(sources.name(d.span.file), true) + ",line=" + std::to_string(begin.line) +
           ",col=" + std::to_string(begin.column) + ",";
  }
  std::string message = d.message;
  if (!d.label.empty()) message += ": " + d.label;
  if (!d.help.empty()) message += "\nhelp: " + d.help;
  return out + "title=" + escaped(d.code, true) + "::" + escaped(message, false) + "\n";
}

}  // namespace

std::string format_github(const std::vector<Diagnostic>& diagnostics, const Sources& sources) {
  std::string out;
  for (const Diagnostic& d : diagnostics) out += command(d, sources);
  return out;
}

}  // namespace schemac::compiler::support
