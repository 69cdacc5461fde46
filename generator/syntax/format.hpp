// The canonical layout of a definition file: what `schemac fmt` writes.
#pragma once

#include <string>

#include "syntax/parse.hpp"

namespace schemac::compiler::syntax {

/// `document` as text, with its meaning, the order of its keys and the digits of its numbers unchanged.
/// Formatting the result again changes nothing.
///
/// The rule: two spaces a level. What fits into 120 columns stays on one line; so a column of a few keys
/// does. An object, or an array of objects, that the author opened with a line break stays open, one member a
/// line: then a member more is a line more in a diff. An array of scalars that does not fit is filled line by
/// line. One blank line between members is kept, more become one. Strings hold no needless escapes, except
/// that invisible characters are always written as escapes.
std::string format(const Document& document, const support::Sources& sources);

}  // namespace schemac::compiler::syntax
