// Finds the type that a definition names: a built-in one by any of its spellings, or an enum or domain type
// of the project.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/definition.hpp"
#include "model/vocabulary.hpp"
#include "resolve/column_form.hpp"

namespace schemac::compiler::resolve {

/// A type in use, and the one that knows about its literals (nullptr for enums and unknown types).
struct ResolvedType {
  model::TypeUse use;
  const model::ColumnType* type = nullptr;
  const model::Object* domain = nullptr;  ///< the domain type that was named; then the others are of its base

  /// How a column spells it: "public.email_address[]".
  [[nodiscard]] std::string sql() const;
};

class TypeTable {
 public:
  TypeTable(const model::Vocabulary& vocabulary, model::Draft& draft);

  /// The type of a column form that stands in `value`; SC1104 or SC1105 where there is none.
  [[nodiscard]] std::optional<ResolvedType> resolve(const ColumnForm& form, const syntax::Value& value) const;

  /// The type of a column that is complete: what knows its literals, where that is a built-in one.
  [[nodiscard]] ResolvedType of_column(const model::TypeUse& use) const;

  /// Why an SQL literal beside a value of that type ("date[]") is none; empty where it is, or where nobody
  /// knows.
  [[nodiscard]] std::string value_mistake(std::string_view text, std::string_view type) const;

  /// Whether a built-in type is spelled like that.
  [[nodiscard]] bool is_built_in(std::string_view name) const { return by_spelling_.contains(name); }

 private:
  [[nodiscard]] std::optional<ResolvedType> element(const ColumnForm& form, const syntax::Value& value) const;
  [[nodiscard]] const model::Object* named(std::string_view kind, std::string_view name) const;
  [[nodiscard]] ResolvedType of_domain(const model::Object& domain) const;
  void report_unknown(const ColumnForm& form, const syntax::Value& value) const;

  std::unordered_map<std::string_view, const model::ColumnType*> by_spelling_;
  std::vector<std::string_view> spellings_;
  model::Draft& draft_;
};

}  // namespace schemac::compiler::resolve
