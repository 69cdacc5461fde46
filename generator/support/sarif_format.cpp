// Diagnostics as a SARIF log. Source: OASIS, Static Analysis Results Interchange Format (SARIF)
// Version 2.1.0; the numbers in brackets are its sections.
#include "support/sarif_format.hpp"

#include <algorithm>

#include "support/json_text.hpp"

namespace schemac::compiler::support {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

/// A path as a URI reference [3.4.3]: what RFC 3986 does not allow in a path is escaped byte by byte. A colon
/// is escaped too, or the first part of a relative path could pass for a scheme.
std::string uri(std::string_view path) {
  static constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$&'()*+,;=@";
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

std::vector<std::string> codes_of(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& d : diagnostics) codes.push_back(d.code);
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

/// A reportingDescriptor [3.49].
std::string rule(const std::string& code, std::string_view title) {
  std::string out = "{\"id\": " + quoted(code);
  if (!title.empty()) out += ", \"shortDescription\": {\"text\": " + quoted(title) + "}";
  return out + "}";
}

std::string message(const Diagnostic& d) {
  std::string text = d.message;
  if (!d.label.empty()) text += ": " + d.label;
  if (!d.help.empty()) text += "\nhelp: " + d.help;
  return text;
}

/// A location [3.28]. Columns count code points, as the run's columnKind says; the end is exclusive [3.30.2].
std::string location(const Diagnostic& d, const Sources& sources) {
  const LineColumn begin = sources.locate(d.span.file, d.span.begin);
  const LineColumn end = sources.locate(d.span.file, d.span.end);
  std::string out =
      "{\"physicalLocation\": {\"artifactLocation\": {\"uri\": " + quoted(uri(sources.name(d.span.file))) +
      "}, \"region\": {\"startLine\": " + std::to_string(begin.line) +
      ", \"startColumn\": " + std::to_string(begin.column) + ", \"endLine\": " + std::to_string(end.line) +
      ", \"endColumn\": " + std::to_string(end.column) + "}}";
  if (!d.pointer.empty())
    out += ", \"logicalLocations\": [{\"fullyQualifiedName\": " + quoted(d.pointer) + "}]";
  return out + "}";
}

/// A result [3.27].
std::string result(const Diagnostic& d, std::size_t rule_index, const Sources& sources) {
  std::string out = "{\"ruleId\": " + quoted(d.code) + ", \"ruleIndex\": " + std::to_string(rule_index) +
                    ", \"level\": " + (d.severity == Severity::error ? "\"error\"" : "\"warning\"") +
                    ", \"message\": {\"text\": " + quoted(message(d)) + "}";
  if (d.span.known()) out += ",\n         \"locations\": [" + location(d, sources) + "]";
  return out + "}";
}

std::string lines(const std::vector<std::string>& items, std::string_view indent) {
  std::string out = "[";
  for (const std::string& item : items) out += (out.size() > 1 ? ",\n" : "\n") + std::string(indent) + item;
  return out + "]";
}

}  // namespace

std::string format_sarif(const std::vector<Diagnostic>& diagnostics, const Sources& sources,
                         std::string_view (*title_of)(std::string_view code)) {
  const std::vector<std::string> codes = codes_of(diagnostics);
  std::vector<std::string> rules;
  for (const std::string& code : codes) rules.push_back(rule(code, title_of(code)));
  std::vector<std::string> results;
  for (const Diagnostic& d : diagnostics) {
    const auto at = std::lower_bound(codes.begin(), codes.end(), d.code) - codes.begin();
    results.push_back(result(d, static_cast<std::size_t>(at), sources));
  }
  return "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
         " \"version\": \"2.1.0\",\n"
         " \"runs\": [{\n"
         "     \"tool\": {\"driver\": {\"name\": \"schemac\", \"rules\": " +
         lines(rules, "         ") +
         "}},\n"
         "     \"columnKind\": \"unicodeCodePoints\",\n"
         "     \"results\": " +
         lines(results, "        ") + "}]}\n";
}

}  // namespace schemac::compiler::support
