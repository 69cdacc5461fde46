// Names and types as generated C++ has them.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "model/type_use.hpp"

namespace schemac::compiler::targets {

/// A name of the definitions as a C++ identifier: `name_` for keywords and for `std` and `schemac`, which
/// generated code refers to.
std::string cpp_name(std::string_view name);

/// A label of an enum as an enumerator: what is no letter, digit or underscore becomes one.
std::string enumerator_name(std::string_view label);

/// The C++ type of a value that is not NULL: "std::vector<BillStatus>". @param element stands for the type of
/// the elements (or the value) where it is not empty: an id type.
std::string cpp_type(const model::TypeUse& type, std::string_view element = {});

/// Whether the type's default constructor leaves the value undefined, so that a member wants an initializer.
bool is_scalar(const model::TypeUse& type);

/// Adds the headers that the type needs beside <vector> and <optional>: "<cstdint>" to `standard`,
/// "schemac/uuid.hpp" to `runtime`.
void add_headers(model::Shape shape, std::set<std::string>& standard, std::set<std::string>& runtime);

/// The SQL type without its length or precision, which a cast would cut values down to: "character varying".
std::string unbounded_sql_type(const model::TypeUse& type);

}  // namespace schemac::compiler::targets
