// Finds the tags of a template, checks them, and notes where each one is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::render {

enum class TagKind { variable, section, inverted };

struct Tag {
  TagKind kind = TagKind::variable;
  std::string name;
  std::size_t line = 1;
};

/// A template with its tags replaced by their number in `tags` ("{{{3}}}", "{{#4}}", "{{/4}}"), without
/// remarks, and without the lines that only section tags were on.
struct ScannedTemplate {
  std::string text;
  std::vector<Tag> tags;
};

/// @param name what errors call the template
/// @throws TemplateError
ScannedTemplate scan_template(std::string_view name, std::string_view text);

}  // namespace schemac::compiler::render
