// The rules and constraints of a table as generated validators need them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/model.hpp"
#include "model/validator_rule.hpp"
#include "targets/cpp_schema.hpp"

namespace schemac::compiler::targets {

/// One condition that a column's values must meet.
struct CppRule {
  std::string condition;  ///< C++ over `value`, true for a valid one; of each element, over `item`
  std::string rule;
  std::string message;
  bool each = false;  ///< a domain type's rule, on an array of it
};

/// What the validators test of the column: its rules, and what its type alone asks for.
std::vector<CppRule> cpp_rules(const CppColumn& column, std::span<const model::ValidatorRule* const> rules,
                               const model::Model& model);

/// What those rules ask for, for people: "Must be at least 3 characters long; must match ^B." Empty without
/// rules.
std::string rules_sentence(const CppColumn& column);

/// A constraint of the table in the words of its definition.
struct CppConstraint {
  std::string name;  ///< in the database
  std::string path;
  std::string rule;
  std::string message;
};

/// The table's keys, unique indexes, references and checks, sorted by name.
std::vector<CppConstraint> cpp_constraints(const CppTable& table, const model::Model& model);

}  // namespace schemac::compiler::targets
