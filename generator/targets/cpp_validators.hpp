// The validators of a table: what generated code tests of an Insert or a Patch before any statement is sent.
#pragma once

#include <string>
#include <vector>

#include "targets/cpp_checks.hpp"
#include "targets/cpp_schema.hpp"
#include "targets/target.hpp"

namespace schemac::compiler::targets {

/// As a domain's unit has them: the functions that the validators call, {signature, rules}; and validate()
/// itself for both structs, {definition, body}.
struct CppValidators {
  render::ViewList functions;
  render::View of_insert;
  render::View of_patch;
};

/// The statement that tests `value` and reports what does not hold at `path`, a C++ expression.
std::string rule_statement(const CppRule& rule, const std::string& path);

CppValidators cpp_validators(const CppTable& table, const TargetInput& input);

}  // namespace schemac::compiler::targets
