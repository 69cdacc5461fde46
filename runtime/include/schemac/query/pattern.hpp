// Patterns of validators: RE2 behind a class of our own, so that generated code sees no regular-expression
// library.
#pragma once

#include <string_view>

namespace schemac {

/// A compiled pattern. Matching is linear in the text and may be done from several threads at once.
class Pattern {
 public:
  /// @param expression in RE2's syntax; schemac writes it, from the subset that PostgreSQL reads alike.
  /// Throws Error where it does not compile.
  explicit Pattern(std::string_view expression);
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  /// Whether any part of `text` (UTF-8) matches.
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  struct Compiled;
  const Compiled* compiled_;  // owned; <memory> would cost every generated unit a tenth of a second
};

}  // namespace schemac
