// Storage parameters: of tables, indexes and views.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::objects {

/// " WITH (fillfactor='70', …)", or nothing. Options are "name=value"; values are written as literals, which
/// PostgreSQL takes for any of them.
std::string with_options(const std::vector<std::string>& options);

/// The statements that lead from one list to the other: `alter` ("ALTER TABLE public.bills") with RESET and
/// SET.
std::vector<std::string> change_options(std::string_view alter, const std::vector<std::string>& from,
                                        const std::vector<std::string>& to);

}  // namespace schemac::compiler::objects
