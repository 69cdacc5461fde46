// The sequence behind an identity column, whose name is seldom said.
#pragma once

#include <string>

#include "model/model.hpp"

namespace schemac::compiler::model {

/// The name that PostgreSQL gives it where nothing else is said.
std::string identity_sequence(const std::string& table, const std::string& column);

/// Whether the column (any column) has an identity whose sequence has that name.
bool takes_usual_sequence(const Object& column);

}  // namespace schemac::compiler::model
