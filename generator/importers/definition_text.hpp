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

/// Appends "name" where `name` is not what the language would say by itself.
void add_name(syntax::Value& object, std::string key, const std::string& name, const std::string& usual);

/// The list alone, or the object `more` with it as its first member where that says something.
syntax::Value with_columns(syntax::Value more, std::string key, const std::vector<std::string>& columns);

/// `root`, an object, in the layout that `schemac fmt` leaves alone: domains' tables, their keys and their
/// columns stand on lines of their own.
std::string definition_text(const syntax::Value& root);

}  // namespace schemac::compiler::importers
