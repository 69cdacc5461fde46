// What a column of a view's "columns" may be: two parts read it.
#pragma once

#include <array>

#include "model/value_form.hpp"

namespace schemac::compiler::model {

inline constexpr std::array<MemberSpec, 3> kViewColumnMembers = {{
    {"type", "The column's type, with `?` where it may be NULL.", &kTextForm},
    {"ref", "Instead of the type: the table whose key the column holds.", &kTextForm},
    {"doc", "What the column says; becomes a comment in C++.", &kTextForm},
}};
inline constexpr ValueForm kViewColumnObject = object_of(kViewColumnMembers);
inline constexpr std::array<const ValueForm*, 2> kViewColumnForms = {&kTextForm, &kViewColumnObject};
inline constexpr ValueForm kViewColumnForm = either_of(kViewColumnForms);
inline constexpr ValueForm kViewColumnsForm = map_of(kViewColumnForm);

}  // namespace schemac::compiler::model
