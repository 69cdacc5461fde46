// text, varchar(n), char(n), citext: one length in code points, checked alike.
#include "types/text_type.hpp"

#include "types/text_scan.hpp"

namespace schemac::compiler::types {

UseResult use_with_length(Parameters parameters, std::string_view name, std::string_view sql, Shape shape,
                          std::int64_t max) {
  if (parameters.size() != 1) {
    return Refusal{"`" + std::string(name) + "` takes one parameter, its length",
                   "write `" + std::string(name) + "(50)`"};
  }
  auto length = number_parameter(parameters[0], name, "length", 1, max);
  if (auto* refusal = std::get_if<Refusal>(&length)) return *refusal;
  TypeUse use = plain_use(sql, shape);
  use.length = static_cast<std::uint32_t>(std::get<std::int64_t>(length));
  use.sql += "(" + std::to_string(use.length) + ")";
  return use;
}

std::optional<Refusal> refuse_longer(std::string_view text, const TypeUse& type) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (type.length == 0 || code_points(text) <= type.length) return std::nullopt;
  return not_a_value(text, type, "it is " + std::to_string(code_points(text)) + " characters long");
}

}  // namespace schemac::compiler::types
