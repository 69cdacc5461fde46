// What a database holds that no kind of object carries: named, so that nothing is skipped in silence.
#pragma once

#include <string>
#include <vector>

#include "introspect/dependencies.hpp"

namespace schemac::compiler::introspect {

/// "text search parser public.p": sorted. What belongs to an object that is known (a table's row type, the
/// index of a constraint) is not listed.
std::vector<std::string> unknown_objects(Transaction& transaction, const Places& places,
                                         const Members& members);

}  // namespace schemac::compiler::introspect
