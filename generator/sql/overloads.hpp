// Which of the functions or operators of one name a call means: PostgreSQL's rules (func_select_candidate).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sql/coercion.hpp"

namespace schemac::compiler::sql {

/// One function or operator that a call may mean, with its arguments counted out for the call.
struct Candidate {
  std::vector<TypeId> arguments;
  TypeId result = kNoType;
  char volatility = 'v';
  bool spread = false;  ///< its VARIADIC array was spread over the call's arguments
  const FunctionFact* function = nullptr;
};

enum class Verdict : std::uint8_t {
  found,
  none,    ///< no candidate takes these arguments
  unsure,  ///< an argument's type is not known, or several fit
};

struct Choice {
  Verdict verdict = Verdict::unsure;
  Candidate candidate;  ///< set where found; its types are those of this call, no longer polymorphic
};

/// Chooses for arguments of these types; `is_operator` gives a literal beside another type that type first.
Choice choose(const Types& types, std::vector<Candidate> candidates, std::span<const TypeId> arguments,
              bool is_operator);

}  // namespace schemac::compiler::sql
