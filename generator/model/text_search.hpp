// A text search configuration: which dictionaries look at the tokens that its parser finds.
#pragma once

#include <string>
#include <vector>

namespace schemac::compiler::model {

struct TextSearchMapping {
  std::string token;                      ///< "asciiword"
  std::vector<std::string> dictionaries;  ///< "public.names", in the order in which they are asked

  template <class V>
  static void describe(V&& visit) {
    visit("token", &TextSearchMapping::token);
    visit("dictionaries", &TextSearchMapping::dictionaries);
  }
  friend bool operator==(const TextSearchMapping&, const TextSearchMapping&) = default;
};

struct TextSearchConfiguration {
  std::string parser;                       ///< "pg_catalog.\"default\""
  std::vector<TextSearchMapping> mappings;  ///< in the parser's order of tokens

  template <class V>
  static void describe(V&& visit) {
    visit("parser", &TextSearchConfiguration::parser);
    visit("mappings", &TextSearchConfiguration::mappings);
  }
  friend bool operator==(const TextSearchConfiguration&, const TextSearchConfiguration&) = default;
};

}  // namespace schemac::compiler::model
