// Findings as programs read them: SARIF logs and GitHub's workflow commands.
#include <gtest/gtest.h>

#include "support/github_format.hpp"
#include "support/sarif_format.hpp"

namespace schemac::compiler::support {
namespace {

std::string_view title(std::string_view code) {
  return code == "SC1104" ? "Unknown type" : std::string_view();
}

class ProgramFormats : public testing::Test {
 protected:
  Sources sources;
  Diagnostics findings;
};

TEST_F(ProgramFormats, sarif_of_nothing_is_a_log_all_the_same) {
  EXPECT_EQ(format_sarif(findings.all(), sources, title),
            R"({"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
 "version": "2.1.0",
 "runs": [{
     "tool": {"driver": {"name": "schemac", "rules": []}},
     "columnKind": "unicodeCodePoints",
     "results": []}]}
)");
}

TEST_F(ProgramFormats, sarif_names_rule_level_place_and_pointer) {
  const FileId file = sources.add("schema-defs/my bills.json", "{\n  \"ü\": \"tmestamptz\"\n}\n");
  auto& error = findings.error({file, 11, 21}, "SC1104", "unknown type `tmestamptz`", "no \"type\"");
  error.help = "did you mean `timestamptz`?";
  error.pointer = "/tables";
  findings.warning({}, "SC0001", "odd");
  EXPECT_EQ(format_sarif(findings.all(), sources, title),
            R"({"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
 "version": "2.1.0",
 "runs": [{
     "tool": {"driver": {"name": "schemac", "rules": [
         {"id": "SC0001"},
         {"id": "SC1104", "shortDescription": {"text": "Unknown type"}}]}},
     "columnKind": "unicodeCodePoints",
     "results": [
        {"ruleId": "SC1104", "ruleIndex": 1, "level": "error", "message": {"text": "unknown type `tmestamptz`: no \"type\"\nhelp: did you mean `timestamptz`?"},
         "locations": [{"physicalLocation": {"artifactLocation": {"uri": "schema-defs/my%20bills.json"}, "region": {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 19}}, "logicalLocations": [{"fullyQualifiedName": "/tables"}]}]},
        {"ruleId": "SC0001", "ruleIndex": 0, "level": "warning", "message": {"text": "odd"}}]}]}
)");
}

TEST_F(ProgramFormats, sarif_names_an_absolute_path_by_its_scheme) {
  const FileId file = sources.add("/home/ü:b.json", "{}");
  findings.error({file, 0, 1}, "SC1104", "m");
  EXPECT_NE(format_sarif(findings.all(), sources, title).find("\"uri\": \"file:///home/%C3%BC%3Ab.json\""),
            std::string::npos);
}

TEST_F(ProgramFormats, github_escapes_what_would_end_a_command) {
  const FileId file = sources.add("a,b:c.json", "{\n \"x\"");
  findings.error({file, 3, 6}, "SC1104", "100 % wrong", "really").help = "mend it";
  findings.warning({}, "SC1024", "there is no domain");
  EXPECT_EQ(format_github(findings.all(), sources),
            "::error file=a%2Cb%3Ac.json,line=2,col=2,title=SC1104::100 %25 wrong: really%0Ahelp: mend it\n"
            "::warning title=SC1024::there is no domain\n");
}

}  // namespace
}  // namespace schemac::compiler::support
