// Most types of objects are spelled as the words that name them in statements.
#include "objects/object_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace schemac::compiler::objects {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kOthers = {{
    {"domain constraint", "CONSTRAINT"},
    {"foreign-data wrapper", "FOREIGN DATA WRAPPER"},
    {"statistics object", "STATISTICS"},
    {"table constraint", "CONSTRAINT"},
}};

}  // namespace

std::string object_words(std::string_view type, std::string_view identity) {
  std::string words(type);
  const auto other =
      std::find_if(kOthers.begin(), kOthers.end(), [&](auto& pair) { return pair.first == type; });
  if (other != kOthers.end()) {
    words = other->second;
  } else if (type.ends_with(" column")) {
    words = "COLUMN";
  } else {
    std::transform(words.begin(), words.end(), words.begin(),
                   [](char c) { return c == ' ' ? c : static_cast<char>(c - 'a' + 'A'); });
  }
  words += " " + std::string(identity);
  if (type == "aggregate" && identity.ends_with("()")) words.insert(words.size() - 1, "*");
  return words;
}

}  // namespace schemac::compiler::objects
