// For tests of the syntax part: a text, parsed, with everything that belongs to it.
#pragma once

#include <optional>
#include <string>

#include "support/diagnostic_format.hpp"
#include "syntax/parse.hpp"

namespace schemac::compiler::syntax {

struct Parsed {
  explicit Parsed(std::string text, std::string name = "a.json")
      : file(sources.add(std::move(name), std::move(text))), document(parse(sources, file, diagnostics)) {
    diagnostics.sort();
  }

  /// What was found, as people read it.
  [[nodiscard]] std::string printed() const {
    return support::format_human(diagnostics.all(), sources, false);
  }
  [[nodiscard]] std::string_view text(Span span) const { return sources.text(span); }

  support::Sources sources;
  support::Diagnostics diagnostics;
  support::FileId file;
  std::optional<Document> document;
};

}  // namespace schemac::compiler::syntax
