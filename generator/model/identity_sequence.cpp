// The names of sequences.
#include "model/identity_sequence.hpp"

#include <algorithm>

#include "model/column.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::model {

std::string identity_sequence(const std::string& table, const std::string& column) {
  return (table + "_" + column + "_seq").substr(0, support::kMaxIdentifierBytes);
}

bool takes_usual_sequence(const Object& column) {
  const auto& state = column.state.as<Column>();
  return state.identity != Identity::none &&
         std::none_of(state.identity_options.begin(), state.identity_options.end(),
                      [](const std::string& option) { return option.starts_with("SEQUENCE NAME"); });
}

}  // namespace schemac::compiler::model
