// Follows PostgreSQL's ResolveOpClass and GetDefaultOpClass: the type itself, or one that it is byte for
// byte.
#include "sql/operator_class.hpp"

#include <algorithm>
#include <vector>

#include "sql/coercion.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::sql {
namespace {

using Classes = std::vector<const OpclassFact*>;

bool is_listed(const Scope& scope, const OpclassFact& fact) {
  return fact.extension == 0 || scope.has_extension(facts::extension(fact.extension));
}

std::string quoted(std::string_view name) {
  return "`" + std::string(name) + "`";
}

std::string add_extension(std::string_view extension) {
  return "add \"" + std::string(extension) + "\" to \"extensions\" in shared.json";
}

Objection missing_extension(std::string_view what, std::string_view extension) {
  return {"SC1107", quoted(what) + " needs the extension " + quoted(extension), "the extension is not listed",
          add_extension(extension)};
}

Classes classes_of(std::string_view method) {
  Classes classes;
  for (const OpclassFact& fact : facts::opclasses()) {
    if (facts::name(fact.method) == method) classes.push_back(&fact);
  }
  return classes;
}

Objection unknown_class(const Scope& scope, const Classes& classes, std::string_view method,
                        std::string_view name) {
  std::string elsewhere;
  for (const OpclassFact& fact : facts::opclasses()) {
    if (facts::name(fact.name) == name)
      elsewhere += (elsewhere.empty() ? "" : ", ") + std::string(facts::name(fact.method));
  }
  std::vector<std::string_view> known;
  for (const OpclassFact* fact : classes) {
    if (is_listed(scope, *fact)) known.push_back(facts::name(fact->name));
  }
  return {
      "SC1422", "a " + std::string(method) + " index has no operator class " + quoted(name),
      elsewhere.empty() ? "neither PostgreSQL nor a listed extension has it" : "it is one of " + elsewhere,
      support::did_you_mean(name, known)};
}

std::optional<Objection> named_class(const Scope& scope, const Types& types, std::string_view method,
                                     std::string_view name, TypeId type) {
  const Classes classes = classes_of(method);
  const OpclassFact* other_type = nullptr;
  const OpclassFact* unlisted = nullptr;
  for (const OpclassFact* fact : classes) {
    if (facts::name(fact->name) != name) continue;
    if (!is_listed(scope, *fact)) {
      unlisted = fact;
    } else if (type == kNoType || type == types.literal() || types.same_bytes(type, fact->type)) {
      return std::nullopt;
    } else {
      other_type = fact;
    }
  }
  if (scope.has_unknown_parts()) return std::nullopt;
  if (other_type != nullptr) {
    return Objection{"SC1423", "the operator class " + quoted(name) + " does not take " + types.printed(type),
                     "it takes " + types.printed(other_type->type),
                     "leave it out for the type's own, or choose one for " + types.printed(type)};
  }
  if (unlisted != nullptr) return missing_extension(name, facts::extension(unlisted->extension));
  return unknown_class(scope, classes, method, name);
}

std::optional<Objection> default_class(const Scope& scope, const Types& types, std::string_view method,
                                       TypeId type) {
  if (type == kNoType || type == types.literal() || types.kind(type) == 'd') return std::nullopt;
  std::string help;
  for (const OpclassFact* fact : classes_of(method)) {
    const bool fits = types.same_bytes(type, fact->type);
    if (fits && fact->is_default && is_listed(scope, *fact)) {
      // a gin index of arrays compares their elements
      if (method != "gin" || facts::name(fact->name) != "array_ops") return std::nullopt;
      return default_class(scope, types, "btree", types.element(type));
    }
    if (!fits) continue;
    if (is_listed(scope, *fact)) {
      help = "name one that takes it: " + quoted(facts::name(fact->name));
    } else if (help.empty() && fact->is_default) {
      help = add_extension(facts::extension(fact->extension)) + ", which brings one";
    }
  }
  if (scope.has_unknown_parts()) return std::nullopt;
  return Objection{
      "SC1424",
      types.printed(type) + " has no default operator class for a " + std::string(method) + " index",
      "PostgreSQL does not know how to index it", help};
}

/// "de_DE", "en_US.utf8", "sv-x-icu": initdb makes these from what its machine has, so nobody knows here.
bool is_locale(std::string_view name) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::string_view language = name.substr(0, name.find_first_of("_.@-"));
  const bool short_word = language.size() >= 1 && language.size() <= 3;
  return name.ends_with("-x-icu") || name.starts_with("C.") ||
         (short_word && std::all_of(language.begin(), language.end(), lower));
}

}  // namespace

std::optional<Objection> operator_class_mistake(const Scope& scope, std::string_view method,
                                                std::string_view opclass, std::string_view type) {
  if (classes_of(method).empty()) return std::nullopt;
  Types types(scope);
  const TypeId id = type.empty() ? kNoType : types.named(type);
  if (opclass.empty()) return default_class(scope, types, method, id);
  for (const std::string_view schema : {"public.", "pg_catalog."}) {
    if (opclass.starts_with(schema)) opclass.remove_prefix(schema.size());
  }
  if (opclass.find('.') != std::string_view::npos) return std::nullopt;
  return named_class(scope, types, method, opclass, id);
}

std::optional<Objection> collation_mistake(const Scope& scope, std::string_view collation,
                                           std::string_view type) {
  Types types(scope);
  const TypeId id = type.empty() ? kNoType : types.named(type);
  if (id != kNoType && id != types.literal() && !types.is_collatable(id)) {
    return Objection{"SC1426", types.printed(id) + " takes no collation", "only text has one",
                     "leave COLLATE out"};
  }
  constexpr std::string_view kCatalog = "pg_catalog.";
  if (collation.starts_with(kCatalog)) collation.remove_prefix(kCatalog.size());
  if (facts::is_collation(collation) || is_locale(collation) || scope.has_unknown_parts())
    return std::nullopt;
  if (collation.find('.') != std::string_view::npos) return std::nullopt;
  const std::vector<std::string_view> known{"default", "C", "POSIX", "ucs_basic", "en-x-icu", "und-x-icu"};
  return Objection{"SC1425", "unknown collation " + quoted(collation),
                   "PostgreSQL has no collation of that name", support::did_you_mean(collation, known)};
}

}  // namespace schemac::compiler::sql
