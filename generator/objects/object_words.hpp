// How statements name objects that were read from a database.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::objects {

/// From what pg_identify_object() says of the object: "table column" and "public.bills.title" give
/// "COLUMN public.bills.title".
std::string object_words(std::string_view type, std::string_view identity);

}  // namespace schemac::compiler::objects
