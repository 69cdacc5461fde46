// Definitions as JSON text, made from values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syntax/value.hpp"

namespace schemac::compiler::importers {

syntax::Value text_value(std::string text);
syntax::Value flag_value(bool flag);
syntax::Value number_value(std::string digits);
syntax::Value list_value(const std::vector<std::string>& texts);
syntax::Value object_value();

/// Appends a member and returns its value. The reference is valid until the next member is added.
syntax::Value& add_member(syntax::Value& object, std::string key, syntax::Value value);

/// `root`, an object, in the layout that `schemac fmt` leaves alone: domains' tables, their keys and their
/// columns stand on lines of their own.
std::string definition_text(const syntax::Value& root);

}  // namespace schemac::compiler::importers
