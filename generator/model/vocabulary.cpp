// Everything that definitions may say.
#include "model/vocabulary.hpp"

#include <algorithm>
#include <cassert>

namespace schemac::compiler::model {

const ObjectKind& Vocabulary::kind(std::string_view name) const {
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const ObjectKind* k) { return k->name() == name; });
  assert(found != kinds.end());
  return **found;
}

}  // namespace schemac::compiler::model
