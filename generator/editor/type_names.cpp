// The types that a column may have. The pattern follows resolve/column_form.cpp: parameters may stand after
// any word of a type, and a "?" before the brackets, after them, or both.
#include "editor/type_names.hpp"

#include <array>
#include <variant>

#include "editor/project_names.hpp"

namespace schemac::compiler::editor {

namespace {

/// Whether some list of parameters fits: the types themselves know, so they are asked.
bool takes_parameters(const model::ColumnType& type) {
  static constexpr std::array<std::string_view, 2> kParameters = {"2", "1"};
  const std::span<const std::string_view> parameters(kParameters);
  return std::holds_alternative<model::TypeUse>(type.use(parameters.first(1))) ||
         std::holds_alternative<model::TypeUse>(type.use(parameters));
}

std::string spelling_pattern(const TypeName& type) {
  const std::string parameters = type.takes_parameters ? R"((?:\s*\([^()]*\))?)" : "";
  std::string pattern;
  for (const char c : type.spelling) pattern += c == ' ' ? parameters + R"(\s+)" : std::string(1, c);
  return pattern + parameters;
}

}  // namespace

std::vector<TypeName> type_names(const model::Model& model, const model::Vocabulary& vocabulary) {
  std::vector<TypeName> types;
  for (const model::ObjectKind* kind : vocabulary.kinds) {
    if (!kind->is_column_type()) continue;
    for (ProjectName& name : object_names(model, kind->name()))
      types.push_back({std::move(name.name), std::move(name.doc)});
  }
  for (const model::ColumnType* type : vocabulary.types) {
    bool first = true;
    for (const std::string_view spelling : type->spellings()) {
      types.push_back({std::string(spelling), {}, takes_parameters(*type), first});
      first = false;
    }
  }
  return types;
}

std::string type_pattern(const std::vector<TypeName>& types, bool with_default) {
  std::string spellings;
  for (const TypeName& type : types) spellings += (spellings.empty() ? "" : "|") + spelling_pattern(type);
  return R"(^\s*(?:)" + spellings + R"()(?:\s*\?)?(?:(?:\s*\[\])+(?:\s*\?)?)?)" +
         (with_default ? R"((?:\s*=\s*\S[\s\S]*)?\s*$)" : R"(\s*$)");
}

}  // namespace schemac::compiler::editor
