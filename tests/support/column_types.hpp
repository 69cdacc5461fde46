// Column types by spelling.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "driver/registry.hpp"

namespace schemac::testing {

/// A type as a definition spells it, and what came of it.
struct SpelledType {
  const compiler::model::ColumnType* type = nullptr;
  std::variant<compiler::model::TypeUse, compiler::model::Refusal> use;
};

inline const compiler::model::ColumnType* find_type(std::string_view spelling) {
  for (const auto* type : compiler::driver::vocabulary().types) {
    for (std::string_view known : type->spellings()) {
      if (known == spelling) return type;
    }
  }
  return nullptr;
}

/// "numeric(12,2)", "text[]". Throws where no type is spelled so.
inline SpelledType spelled_type(std::string_view text) {
  compiler::model::TypeUse array;
  while (text.size() > 2 && text.substr(text.size() - 2) == "[]") {
    ++array.dimensions;
    text.remove_suffix(2);
  }
  std::vector<std::string_view> parameters;
  std::size_t open = text.find('(');
  for (std::size_t at = open; at != std::string_view::npos && at + 1 < text.size();) {
    std::size_t end = text.find_first_of(",)", at + 1);
    parameters.push_back(text.substr(at + 1, end - at - 1));
    at = end;
  }
  SpelledType found{find_type(text.substr(0, open)), {}};
  if (found.type == nullptr) throw std::runtime_error("no type is spelled " + std::string(text));
  found.use = found.type->use(parameters);
  if (auto* use = std::get_if<compiler::model::TypeUse>(&found.use)) {
    use->dimensions = array.dimensions;
    for (std::uint32_t i = 0; i < array.dimensions; ++i) use->sql += "[]";
  }
  return found;
}

}  // namespace schemac::testing
