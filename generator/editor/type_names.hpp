// The types that a column may have, as an editor completes and checks their spellings.
#pragma once

#include <string>
#include <vector>

#include "model/model.hpp"
#include "model/vocabulary.hpp"

namespace schemac::compiler::editor {

struct TypeName {
  std::string spelling;           ///< lower case, words with one blank between
  std::string doc;                ///< of a type of the project; may be empty
  bool takes_parameters = false;  ///< numeric(12,2)
  bool recommended = true;        ///< not a longer way to spell another one
};

/// Types of the project first, then those of PostgreSQL in the registry's order.
std::vector<TypeName> type_names(const model::Model& model, const model::Vocabulary& vocabulary);

/// A regular expression (ECMAScript) for `type[?][[]…][?]`, and with `with_default` for ` = SQL` after it.
/// Stricter than the compiler in one thing: types are spelled in lower case.
std::string type_pattern(const std::vector<TypeName>& types, bool with_default);

}  // namespace schemac::compiler::editor
