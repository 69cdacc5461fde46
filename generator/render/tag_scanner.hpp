// Finds the tags of a template, checks them, and notes where each one is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::render {

enum class TagKind { variable, section, inverted, close, end };

struct Tag {
  std::string before;  ///< the text from the tag before it to this one
  TagKind kind = TagKind::variable;
  std::string name;
  std::size_t line = 1;
  std::size_t close = 0;  ///< of a section: the index of the tag that closes it
};

/// The tags of a template, without remarks and without the lines that only section tags were on; the last one
/// is the end of the text.
/// @param name what errors call the template
/// @throws TemplateError
std::vector<Tag> scan_template(std::string_view name, std::string_view text);

}  // namespace schemac::compiler::render
