// Numbers and moments as arguments of rules: checked, and written in SQL and C++.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/rule_text.hpp"

namespace schemac::compiler::rules {

/// Where an argument of this shape comes from: a JSON number, an ISO string, or nothing (it has no order that
/// rules know).
enum class ArgumentForm : std::uint8_t { none, number, moment };
ArgumentForm argument_form(Shape shape);

/// Why a JSON number is no value of a numeric shape: a fraction for an integer, out of range.
std::optional<Refusal> refuse_number(const syntax::Value& number, const TypeUse& type);

/// Why a JSON string is no date, timestamp or timestamptz in ISO form: 2026-12-31, 2026-12-31T23:59:59,
/// 2026-12-31T23:59:59+03:00.
std::optional<Refusal> refuse_moment(std::string_view text, const TypeUse& type);

/// The number or moment as a C++ expression of the column's type.
std::string cpp_constant(std::string_view text, const TypeUse& type);

}  // namespace schemac::compiler::rules
