// Writes the forms of values as JSON Schema. A description stands beside a $ref: validators pass it over,
// editors show it.
#include "editor/form_writer.hpp"

namespace schemac::compiler::editor {

using model::MemberSpec;
using model::ValueForm;

std::string FormWriter::definition_of(const NameUse& use) {
  return use.first + (use.second ? "_reference" : "_name");
}

void FormWriter::reference(std::string_view definition) {
  out_.member("$ref", "#/definitions/" + std::string(definition));
}

void FormWriter::schema(const ValueForm& form) {
  out_.begin_object();
  keywords(form);
  out_.end_object();
}

void FormWriter::member_schema(const MemberSpec& member) {
  out_.begin_object();
  out_.member("description", member.doc);
  if (member.form != nullptr) keywords(*member.form);
  out_.end_object();
}

void FormWriter::choice_keywords(std::span<const std::string_view> choices) {
  out_.key("enum").begin_array();
  std::string sentence;
  for (const std::string_view choice : choices) {
    out_.value(choice);
    sentence += (sentence.empty() ? "one of: " : ", ") + std::string(choice);
  }
  out_.end_array();
  out_.member("errorMessage", sentence);
}

void FormWriter::map_keywords(const ValueForm& item) {
  out_.member("type", "object");
  out_.key("patternProperties").begin_object().key("^//$").begin_object().end_object().end_object();
  out_.key("additionalProperties");
  schema(item);
}

void FormWriter::object_keywords(std::span<const MemberSpec> members) {
  out_.member("type", "object");
  out_.key("properties").begin_object();
  bool required = false;
  for (const MemberSpec& member : members) {
    out_.key(member.key);
    member_schema(member);
    required = required || member.required;
  }
  out_.end_object();
  out_.key("patternProperties").begin_object().key("^//$").begin_object().end_object().end_object();
  out_.member("additionalProperties", false);
  if (!required) return;
  out_.key("required").begin_array();
  for (const MemberSpec& member : members) {
    if (member.required) out_.value(member.key);
  }
  out_.end_array();
}

void FormWriter::keywords(const ValueForm& form) {
  switch (form.kind) {
    case ValueForm::Kind::anything:
      return;
    case ValueForm::Kind::flag:
      out_.member("type", "boolean");
      return;
    case ValueForm::Kind::integer:
      out_.member("type", "integer");
      return;
    case ValueForm::Kind::number:
      out_.member("type", "number");
      return;
    case ValueForm::Kind::text:
      out_.member("type", "string");
      return;
    case ValueForm::Kind::choice:
      return choice_keywords(form.choices);
    case ValueForm::Kind::defined:
      return reference(form.name);
    case ValueForm::Kind::object_name:
      names_.emplace(form.name, form.marked);
      return reference(definition_of({std::string(form.name), form.marked}));
    case ValueForm::Kind::list:
      out_.member("type", "array").key("items");
      return schema(*form.item);
    case ValueForm::Kind::map:
      return map_keywords(*form.item);
    case ValueForm::Kind::object:
      return object_keywords(form.members);
    case ValueForm::Kind::either:
      out_.key("anyOf").begin_array();
      for (const ValueForm* alternative : form.alternatives) schema(*alternative);
      out_.end_array();
      return;
  }
}

}  // namespace schemac::compiler::editor
