// Samples are checked against std::regex, which takes the same patterns.
#include "verify/pattern_sample.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace schemac::compiler::verify {
namespace {

TEST(PatternSample, matches_the_patterns_that_checks_have) {
  for (const char* pattern :
       {"^[A-Z]{2}-\\d{3,5}$", "^[^@\\s]+@[a-z0-9.-]+\\.[a-z]{2,}$", "^(draft|sent)(_again)?$",
        "^\\+?[0-9]{7,15}$", "^#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})$", "^[[:alpha:]][[:alnum:]_]*$",
        "^https?://\\w+(\\.\\w+)*/.*$", "^(?:a|b)+?c$", "^[x.-]$"}) {
    std::set<std::string> samples;
    for (std::uint32_t variant = 0; variant < 20; ++variant) {
      const std::string sample = sample_of_pattern(pattern, variant);
      EXPECT_TRUE(std::regex_match(sample, std::regex{pattern})) << pattern << " and " << sample;
      samples.insert(sample);
    }
    EXPECT_GE(samples.size(), 2U) << pattern;
  }
}

TEST(PatternSample, ends_on_what_is_no_pattern) {
  for (const char* text : {"", "(", ")", "[", "[a-", "a{2", "a{5,1}", "*", "\\", "(?=", "a||", "{}"})
    EXPECT_LT(sample_of_pattern(text, 1).size(), 10U) << text;
}

}  // namespace
}  // namespace schemac::compiler::verify
