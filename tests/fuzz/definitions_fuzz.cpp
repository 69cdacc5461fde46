// The fuzz target of the definition parser: what must hold for every text whatsoever.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/require.hpp"
#include "support/diagnostic_format.hpp"
#include "support/utf8.hpp"
#include "syntax/parse.hpp"

namespace schemac::compiler::syntax {
namespace {

using schemac::testing::require;
using support::Diagnostics;
using support::FileId;
using support::Sources;

bool is_inside(Span inner, Span outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

/// Whether `text`, the source of a scalar, begins and ends as its kind does.
bool looks_like(const Value& value, std::string_view text) {
  switch (value.kind) {
    case Kind::null:
      return text == "null";
    case Kind::boolean:
    case Kind::number:
      return text == value.text;
    case Kind::string:
      return text.size() >= 2 && text.front() == '"' && text.back() == '"';
    case Kind::array:
      return text.front() == '[' && text.back() == ']';
    case Kind::object:
      return text.front() == '{' && text.back() == '}';
  }
  return false;
}

/// A string's every decoded byte comes from somewhere inside of its quotes.
void check_string(const Sources& sources, const Value& value) {
  const Span whole = span_inside(sources, value, 0, value.text.size());
  require(whole.begin == value.span.begin + 1 && whole.end == value.span.end - 1, "a string's whole text");
  for (std::size_t i = 0; i < value.text.size() && i < 100; ++i) {
    const Span byte = span_inside(sources, value, i, i + 1);
    require(is_inside(byte, whole) && byte.begin < byte.end, "the place of a string's byte");
  }
}

void check_tree(const Document& document, const Sources& sources, const Value& value) {
  require(value.span.begin < value.span.end, "a value has a text");
  require(looks_like(value, sources.text(value.span)), "a value's span is its text");
  if (value.is(Kind::string)) check_string(sources, value);
  for (const Value& item : value.items) {
    require(is_inside(item.span, value.span), "an element is inside of its array");
    check_tree(document, sources, item);
  }
  for (const Member& member : value.members) {
    require(is_inside(member.key_span, value.span), "a key is inside of its object");
    require(is_inside(member.value.span, value.span), "a member is inside of its object");
    require(member.key_span.end < member.value.span.begin, "a key is before its value");
    check_tree(document, sources, member.value);
  }
}

void check_diagnostics(const Diagnostics& diagnostics, const Sources& sources, FileId file) {
  const std::size_t size = sources.text(file).size();
  for (const support::Diagnostic& d : diagnostics.all()) {
    require(d.span.file == file && d.span.begin <= d.span.end && d.span.end <= size,
            "a finding is in the text");
    require(d.code.starts_with("SC10") && !d.message.empty(), "a finding says what it is");
  }
  const std::string printed = support::format_human(diagnostics.all(), sources, false);
  require(support::find_invalid_utf8(printed) == std::string::npos, "what is printed is UTF-8");
}

/// Parses `text` and prints what was found. Ends the program, saying why, where
/// - there is neither a document nor an error, or an error's place lies outside of the text;
/// - a value's span is not its text, or is not inside of its parent's.
void check_definition(std::string_view text) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("definition", std::string(text));
  const auto document = parse(sources, file, diagnostics);
  require(document.has_value() || diagnostics.has_errors(), "there is a document or an error");
  diagnostics.sort();
  check_diagnostics(diagnostics, sources, file);
  if (!document) return;
  require(document->root.is(Kind::object), "the root is an object");
  check_tree(*document, sources, document->root);
  for (std::uint32_t at = 0; at <= text.size() && at < 200; ++at) pointer_at(*document, at);
}

}  // namespace
}  // namespace schemac::compiler::syntax

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  schemac::compiler::syntax::check_definition({reinterpret_cast<const char*>(data), size});
  return 0;
}
