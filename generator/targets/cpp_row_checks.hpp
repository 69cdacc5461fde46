// The named checks of a table, as its validators and its documentation see them.
#pragma once

#include <string>
#include <vector>

#include "targets/cpp_condition.hpp"

namespace schemac::compiler::targets {

/// A condition over the columns of a row.
struct CppRowCheck {
  std::string name;        ///< under "checks": what a violation calls its path
  std::string constraint;  ///< its name in the database
  std::string message;
  std::string condition;            ///< C++ over `columns`; empty where only the server can tell
  std::vector<CppOperand> columns;  ///< its parameters
  bool on_insert = false;           ///< an Insert alone may break it
  bool on_patch = false;            ///< a Patch alone may

  [[nodiscard]] bool only_server() const { return !on_insert && !on_patch; }
};

/// Those of the table's definition, in the order of their constraints' names.
std::vector<CppRowCheck> cpp_row_checks(const CppTable& table, const model::Model& model);

}  // namespace schemac::compiler::targets
