// The text that a keyset page hands out for the next one, and its way back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemac/codec/codec.hpp"

namespace schemac {

/// The binary values of a row's key columns as text that is safe in a URL. `order` names the page: no other
/// page takes the cursor.
std::string make_cursor(std::string_view order, const std::vector<FieldView>& values);

/// The values of a cursor that make_cursor() wrote for the same `order`; nothing if the text is anything
/// else. Nothing within: a NULL.
std::optional<std::vector<std::optional<std::string>>> read_cursor(std::string_view order,
                                                                   std::string_view text);

}  // namespace schemac
