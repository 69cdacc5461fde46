// Strict, logic-less templates: Mustache's syntax, and an error wherever Mustache would say nothing.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "render/embedded.hpp"
#include "render/tag_scanner.hpp"
#include "render/view.hpp"

namespace schemac::compiler::render {

/// A mistake in a template, or a view that does not fit it: "cpp/table.hpp.mustache:12: unknown key `titel`".
struct TemplateError : std::runtime_error {
  TemplateError(std::string_view file, std::size_t line, const std::string& message);
};

/// One compiled template. Tags are
///   {{key}}               a text of the view, as it is: nothing is ever escaped
///   {{#key}} … {{/key}}   once where the key is true or an object, once for each item of a list
///   {{^key}} … {{/key}}   where it is false or an empty list
///   {{.}}                 the item of a list of texts
///   {{! remark }}
/// and nothing else. Keys are looked for in the innermost object first. A section tag or a remark alone on
/// its line takes the line with it.
class Template {
 public:
  /// @throws TemplateError for an unknown or unfinished tag, or sections that are not balanced.
  Template(std::string name, std::string_view text);

  /// @throws TemplateError for a key that the view does not have, a section of a text, a text wanted of
  /// anything else.
  [[nodiscard]] std::string render(const View& view) const;

 private:
  std::string name_;
  std::vector<Tag> tags_;
};

/// A template of the user's that stands in for the embedded one of the same path.
struct TemplateFile {
  std::string path;  ///< relative to the templates' folder: "cpp/table.hpp.mustache"
  std::string text;
};

/// Fills the template of a path with a view. `dump --stage=view` stands in between to see the views.
class Renderer {
 public:
  virtual ~Renderer() = default;
  [[nodiscard]] virtual std::string render(std::string_view path, const View& view) const = 0;
};

/// All templates of a run, each compiled once.
class TemplateSet final : public Renderer {
 public:
  /// @throws TemplateError for a mistake in any of them, and for an override of a template that does not
  /// exist.
  explicit TemplateSet(std::span<const EmbeddedFile> embedded,
                       const std::vector<TemplateFile>& overrides = {});

  /// REQUIRES: a template of that path is embedded.
  [[nodiscard]] std::string render(std::string_view path, const View& view) const override;

 private:
  std::map<std::string, Template, std::less<>> templates_;
};

}  // namespace schemac::compiler::render
