// Types by their spellings.
#include "resolve/type_table.hpp"

#include <array>
#include <utility>

#include "model/domain_type.hpp"
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

const model::Object* TypeTable::named(std::string_view kind, std::string_view name) const {
  const auto in = [&](std::string_view schema) {
    return draft_.find({std::string(kind), std::string(schema), std::string(name), {}});
  };
  const model::Object* found = in(draft_.schema);
  return found != nullptr || draft_.schema == model::kDefaultSchema ? found : in(model::kDefaultSchema);
}

ResolvedType TypeTable::of_domain(const model::Object& domain) const {
  const auto& notes = domain.notes.as<model::DomainTypeNotes>();
  ResolvedType type{notes.type, nullptr, &domain};
  type.use.domain = domain.id.qualified_name();
  const auto& state = domain.state.as<model::DomainType>();
  type.use.domain_default = !state.default_sql.empty();
  type.use.domain_not_null = state.not_null;
  const auto base = by_spelling_.find(notes.spelling);
  if (base != by_spelling_.end()) type.type = base->second;
  return type;
}

namespace {

/// What other languages write where a type is due.
std::string foreign_word(std::string_view type) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kWords = {
      {{"string", "text"},
       {"number", "numeric"},
       {"datetime", "timestamptz"},
       {"double", "double precision"},
       {"tinyint", "smallint"},
       {"blob", "bytea"},
       {"binary", "bytea"},
       {"object", "jsonb"},
       {"array", "text[]"}}};
  if (type == "enum") return "name the enum, whose values stand in \"enums\"";
  if (type.ends_with(" not null")) return "NOT NULL is what a type without `?` means";
  if (type.ends_with(" null")) return "a `?` behind the type lets it be NULL";
  for (const auto& [word, ours] : kWords) {
    if (type == word) return "write `" + std::string(ours) + "`";
  }
  return {};
}

}  // namespace

void TypeTable::report_unknown(const ColumnForm& form, const syntax::Value& value) const {
  const std::vector<std::string> enums = draft_.names_of(model::kEnumKind);
  const std::vector<std::string> domains = draft_.names_of(model::kDomainTypeKind);
  std::vector<std::string_view> candidates = spellings_;
  candidates.insert(candidates.end(), enums.begin(), enums.end());
  candidates.insert(candidates.end(), domains.begin(), domains.end());
  const support::Span place =
      syntax::span_inside(draft_.sources(), value, form.type_range.begin, form.type_range.end);
  auto& finding = draft_.diagnostics().error(place, "SC1104", "unknown type `" + form.type + "`",
                                             "not a PostgreSQL type, nor an enum or type of this project");
  finding.help = foreign_word(form.type);
  if (finding.help.empty()) finding.help = support::did_you_mean(form.type, candidates);
}

std::optional<ResolvedType> TypeTable::element(const ColumnForm& form, const syntax::Value& value) const {
  const support::Span place =
      syntax::span_inside(draft_.sources(), value, form.type_range.begin, form.type_range.end);
  if (const model::Object* found = named(model::kDomainTypeKind, form.type)) {
    if (!form.parameters.empty()) {
      draft_.diagnostics().error(place, "SC1105", "the domain type `" + form.type + "` takes no parameters");
    }
    return of_domain(*found);
  }
  if (const model::Object* found = named(model::kEnumKind, form.type)) {
    if (!form.parameters.empty()) {
      draft_.diagnostics().error(place, "SC1105", "the enum `" + form.type + "` takes no parameters");
    }
    TypeUse use;
    use.sql = found->id.qualified_name();
    use.shape = model::Shape::enumeration;
    use.enumeration = found->id.name;
    return ResolvedType{std::move(use), nullptr, nullptr};
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
  return ResolvedType{std::move(std::get<TypeUse>(use)), found->second, nullptr};
}

std::optional<ResolvedType> TypeTable::resolve(const ColumnForm& form, const syntax::Value& value) const {
  auto resolved = element(form, value);
  if (!resolved) return std::nullopt;
  resolved->use.dimensions = form.dimensions;
  resolved->use.nullable_elements = form.nullable_elements;
  for (std::uint32_t i = 0; i < form.dimensions; ++i) resolved->use.sql += "[]";
  if (form.dimensions > 0) resolved->use.domain_default = false;
  return resolved;
}

ResolvedType TypeTable::of_column(const TypeUse& use) const {
  std::string name = use.sql.substr(0, use.sql.size() - 2 * std::size_t{use.dimensions});
  const auto open = name.find('(');
  if (open != std::string::npos) name.erase(open, name.find(')') + 1 - open);
  if (name.starts_with("public.")) name.erase(0, std::string_view("public.").size());  // an extension's
  const auto found = by_spelling_.find(name);
  return {use, found == by_spelling_.end() ? nullptr : found->second, nullptr};
}

std::string TypeTable::value_mistake(std::string_view text, std::string_view type) const {
  const std::string_view name = type.substr(0, type.find('['));
  // a literal keeps its own length until it is stored, which only these two would judge by themselves
  const auto found = by_spelling_.find(name == "character" ? "text" : name == "bit" ? "bit varying" : name);
  if (found == by_spelling_.end()) return {};
  TypeUse use = std::get<TypeUse>(found->second->use({}));
  use.sql = type;
  use.dimensions = static_cast<std::uint32_t>((type.size() - name.size()) / 2);
  const auto refusal = found->second->refuse_text(text, use);
  return refusal ? refusal->message : std::string();
}

std::string ResolvedType::sql() const {
  if (domain == nullptr) return use.sql;
  std::string text = use.domain;
  for (std::uint32_t i = 0; i < use.dimensions; ++i) text += "[]";
  return text;
}

}  // namespace schemac::compiler::resolve
