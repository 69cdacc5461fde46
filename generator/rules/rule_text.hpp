// Writing a rule in SQL and in C++: what the rules have in common. The SQL is written as libpg_query prints
// it, so that it need not be parsed to be canonical (a test parses all of it).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "model/validator_rule.hpp"

namespace schemac::compiler::rules {

using model::Refusal;
using model::RuleUse;
using model::Shape;
using model::TypeUse;
using RuleResult = std::variant<RuleUse, Refusal>;

/// How PostgreSQL treats the spaces at the end of a text type, and letters' case.
enum class TextKind : std::uint8_t { none, plain, varying, padded, caseless };

/// TextKind::none for arrays and for what is no text.
TextKind text_kind(const TypeUse& type);

/// `text` as an SQL literal, in the form that libpg_query prints: E'…' where it holds a backslash.
std::string sql_literal(std::string_view text);

/// `text` as a C++ string literal.
std::string cpp_literal(std::string_view text);

/// The column in an SQL condition about characters: citext compares without case unless it is cast.
std::string sql_text(std::string_view column, const TypeUse& type);

/// The C++ value as it is once it is stored, for conditions about characters.
std::string stored_text(std::string_view value, const TypeUse& type);

/// "min does not fit numrange: …" with a help.
Refusal wrong_type(std::string_view rule, const TypeUse& type, std::string_view takes);

/// "expected a number for min, found a string"
Refusal wrong_argument(std::string_view rule, const syntax::Value& argument, std::string_view expected);

/// The parts of a rule's use that every rule fills in alike.
RuleUse make_use(std::string_view rule, const syntax::Value& argument, std::string sql, std::string message);

/// The content of the JSON string in RuleUse::argument, which syntax::to_json wrote.
std::string argument_text(const RuleUse& use);

}  // namespace schemac::compiler::rules
