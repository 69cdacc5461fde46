// A domain type: a base type with rules of its own (CREATE DOMAIN).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/type_use.hpp"
#include "model/validator_rule.hpp"

namespace schemac::compiler::model {

inline constexpr std::string_view kDomainTypeKind = "domain";

/// A named condition over `value`.
struct DomainCheck {
  std::string name;
  std::string expression;  ///< canonical
  bool not_valid = false;  ///< values from before it may break it

  template <class V>
  static void describe(V&& visit) {
    visit("name", &DomainCheck::name);
    visit("expression", &DomainCheck::expression);
    visit("not_valid", &DomainCheck::not_valid);
  }
  friend bool operator==(const DomainCheck&, const DomainCheck&) = default;
};

struct DomainType {
  std::string base;       ///< as PostgreSQL prints it: "character varying(320)"
  std::string collation;  ///< where it is not the base's own: "pg_catalog.\"C\""
  bool not_null = false;
  std::string default_sql;          ///< canonical expression; empty: none
  std::vector<DomainCheck> checks;  ///< sorted by name

  template <class V>
  static void describe(V&& visit) {
    visit("base", &DomainType::base);
    visit("collation", &DomainType::collation);
    visit("not_null", &DomainType::not_null);
    visit("default", &DomainType::default_sql);
    visit("checks", &DomainType::checks);
  }
  friend bool operator==(const DomainType&, const DomainType&) = default;
};

/// What columns of the type inherit in generated code.
struct DomainTypeNotes {
  std::string spelling;  ///< the built-in type under it all, as definitions spell it; empty for an enum
  TypeUse type;          ///< of the base
  std::string doc;
  std::string keep;            ///< why lints about the type are silenced
  std::vector<RuleUse> rules;  ///< of the base first, where that is a domain type too

  template <class V>
  static void describe(V&& visit) {
    visit("spelling", &DomainTypeNotes::spelling);
    visit("type", &DomainTypeNotes::type);
    visit("doc", &DomainTypeNotes::doc);
    visit("keep", &DomainTypeNotes::keep);
    visit("rules", &DomainTypeNotes::rules);
  }
  friend bool operator==(const DomainTypeNotes&, const DomainTypeNotes&) = default;
};

}  // namespace schemac::compiler::model
