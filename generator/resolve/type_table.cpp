// Types by their spellings.
#include "resolve/type_table.hpp"

#include "model/enumeration.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::resolve {

using model::Refusal;
using model::TypeUse;

TypeTable::TypeTable(const model::Vocabulary& vocabulary, model::Draft& draft) : draft_(draft) {
  for (const model::ColumnType* type : vocabulary.types) {
    for (const std::string_view spelling : type->spellings()) {
      by_spelling_.emplace(spelling, type);
      spellings_.push_back(spelling);
    }
  }
}

const model::Object* TypeTable::enumeration(std::string_view name) const {
  for (const std::string& schema : {draft_.schema, std::string(model::kDefaultSchema)}) {
    if (const model::Object* found =
            draft_.find({std::string(model::kEnumKind), schema, std::string(name), {}})) {
      return found;
    }
  }
  return nullptr;
}

void TypeTable::report_unknown(const ColumnForm& form, const syntax::Value& value) const {
  std::vector<std::string> enums = draft_.names_of(model::kEnumKind);
  std::vector<std::string_view> candidates = spellings_;
  candidates.insert(candidates.end(), enums.begin(), enums.end());
  const support::Span place =
      syntax::span_inside(draft_.sources(), value, form.type_range.begin, form.type_range.end);
  draft_.diagnostics()
      .error(place, "SC1104", "unknown type `" + form.type + "`",
             "not a PostgreSQL type, nor an enum or type of this project")
      .help = support::did_you_mean(form.type, candidates);
}

std::optional<ResolvedType> TypeTable::element(const ColumnForm& form, const syntax::Value& value) const {
  const support::Span place =
      syntax::span_inside(draft_.sources(), value, form.type_range.begin, form.type_range.end);
  if (const model::Object* found = enumeration(form.type)) {
    if (!form.parameters.empty()) {
      draft_.diagnostics().error(place, "SC1105", "the enum `" + form.type + "` takes no parameters");
    }
    TypeUse use;
    use.sql = found->id.qualified_name();
    use.shape = model::Shape::enumeration;
    use.enumeration = found->id.name;
    return ResolvedType{std::move(use), nullptr};
  }
  const auto found = by_spelling_.find(form.type);
  if (found == by_spelling_.end()) {
    report_unknown(form, value);
    return std::nullopt;
  }
  const std::vector<std::string_view> parameters(form.parameters.begin(), form.parameters.end());
  auto use = found->second->use(parameters);
  if (const auto* refusal = std::get_if<Refusal>(&use)) {
    draft_.diagnostics().error(place, "SC1105", refusal->message).help = refusal->help;
    return std::nullopt;
  }
  const std::string_view extension = found->second->extension();
  if (!extension.empty()) draft_.expect_extension(extension, form.type, place);
  return ResolvedType{std::move(std::get<TypeUse>(use)), found->second};
}

std::optional<ResolvedType> TypeTable::resolve(const ColumnForm& form, const syntax::Value& value) const {
  auto resolved = element(form, value);
  if (!resolved) return std::nullopt;
  resolved->use.dimensions = form.dimensions;
  resolved->use.nullable_elements = form.nullable_elements;
  for (std::uint32_t i = 0; i < form.dimensions; ++i) resolved->use.sql += "[]";
  return resolved;
}

}  // namespace schemac::compiler::resolve
