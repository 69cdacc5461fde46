// Writes the forms of values as JSON Schema (draft-07).
#pragma once

#include <set>
#include <span>
#include <string>
#include <utility>

#include "model/json_writer.hpp"
#include "model/value_form.hpp"

namespace schemac::compiler::editor {

class FormWriter {
 public:
  /// A kind of objects whose names are asked for, and whether they may end in "?".
  using NameUse = std::pair<std::string, bool>;

  /// `out` is borrowed.
  explicit FormWriter(model::JsonWriter& out) : out_(out) {}

  /// The keywords of `form`, within an object that the caller has begun.
  void keywords(const model::ValueForm& form);

  /// The keywords of an object that has `members` and no others, but for remarks under the key "//".
  void object_keywords(std::span<const model::MemberSpec> members);

  /// The names that the forms written so far ask for; each is a definition of its own, of that name.
  [[nodiscard]] const std::set<NameUse>& names() const { return names_; }
  [[nodiscard]] static std::string definition_of(const NameUse& use);

 private:
  void reference(std::string_view definition);
  void schema(const model::ValueForm& form);
  void member_schema(const model::MemberSpec& member);
  void choice_keywords(std::span<const std::string_view> choices);
  void map_keywords(const model::ValueForm& item);

  model::JsonWriter& out_;
  std::set<NameUse> names_;
};

}  // namespace schemac::compiler::editor
