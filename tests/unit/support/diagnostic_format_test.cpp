// Diagnostics as people and as programs read them.
#include "support/diagnostic_format.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::support {
namespace {

/// One finding over the first occurrence of `what` in `text`, printed.
std::string print(const std::string& text, std::string_view what, const std::string& label = "") {
  Sources sources;
  const FileId file = sources.add("a.json", text);
  const auto begin = static_cast<std::uint32_t>(text.find(what));
  Diagnostics diagnostics;
  diagnostics.error({file, begin, begin + static_cast<std::uint32_t>(what.size())}, "SC1104", "wrong", label);
  return format_human(diagnostics.all(), sources, false);
}

TEST(HumanDiagnostics, look_like_this) {
  const std::string lines(75, '\n');
  const std::string text = lines + "        \"occurred_at\": \"tmestamptz = now()\",\n";
  Sources sources;
  const FileId file = sources.add("schema-defs/bills.json", text);
  const auto begin = static_cast<std::uint32_t>(text.find("tmestamptz"));
  Diagnostics diagnostics;
  Diagnostic& found = diagnostics.error({file, begin, begin + 10}, "SC1104", "unknown type `tmestamptz`",
                                        "not a PostgreSQL type, nor an enum or type of this project");
  found.pointer = "/tables/engagement_events/columns/occurred_at";
  found.help = "did you mean `timestamptz`?";
  constexpr std::string_view kExpected = R"text(error[SC1104]: unknown type `tmestamptz`
  --> schema-defs/bills.json:76:25   /tables/engagement_events/columns/occurred_at
76 |         "occurred_at": "tmestamptz = now()",
   |                         ^^^^^^^^^^ not a PostgreSQL type, nor an enum or type of this project
   = help: did you mean `timestamptz`?

1 error
)text";
  EXPECT_EQ(format_human(diagnostics.all(), sources, false), kExpected);
}

TEST(HumanDiagnostics, put_carets_under_the_whole_of_wide_text) {
  constexpr std::string_view kExpected = R"(error[SC1104]: wrong
 --> a.json:1:3
1 | {"名前é": 1}
  |   ^^^^^

1 error
)";
  EXPECT_EQ(print("{\"名前é\": 1}", "名前é"), kExpected);
}

TEST(HumanDiagnostics, widen_tabs_and_put_carets_under_them) {
  constexpr std::string_view kExpected = R"(error[SC1104]: wrong
 --> a.json:1:4
1 |         "a  ": 1
  |          ^^^

1 error
)";
  EXPECT_EQ(print("\t\t\"a\t\": 1", "a\t"), kExpected);
}

TEST(HumanDiagnostics, show_the_first_line_of_a_long_span) {
  constexpr std::string_view kExpected = R"(error[SC1104]: wrong
 --> a.json:2:8
2 |   "a": {
  |        ^ here

1 error
)";
  EXPECT_EQ(print("{\n  \"a\": {\r\n  }\n}", "{\r\n  }", "here"), kExpected);
}

TEST(HumanDiagnostics, point_at_the_end_of_the_text) {
  EXPECT_EQ(print("{}\n", ""), "error[SC1104]: wrong\n --> a.json:1:1\n1 | {}\n  | ^\n\n1 error\n");
  EXPECT_EQ(print("", ""), "error[SC1104]: wrong\n --> a.json:1:1\n1 |\n  | ^\n\n1 error\n");
}

TEST(HumanDiagnostics, cut_long_lines_around_the_span) {
  const std::string printed = print(std::string(5000, 'x') + "WRONG" + std::string(5000, 'y'), "WRONG");
  const std::size_t line = printed.find("1 | ") + 4;
  const std::size_t carets = printed.find("  | ") + 4;
  EXPECT_LT(printed.size(), 500U);
  EXPECT_EQ(printed.find("WRONG") - line - 2, printed.find("^^^^^") - carets)
      << printed;  // 2: "…" is 3 bytes
}

TEST(HumanDiagnostics, never_pass_on_what_a_terminal_obeys) {
  const std::string printed = print("\x1b[31m\xFF wrong \xE2\x80\xAE", "wrong", "a\x1b[2J\nb");
  EXPECT_EQ(printed.find('\x1b'), std::string::npos);
  EXPECT_EQ(printed.find("\xE2\x80\xAE"), std::string::npos) << "right-to-left override";
  EXPECT_EQ(printed.find('\xFF'), std::string::npos);
}

TEST(HumanDiagnostics, do_without_a_place) {
  Sources sources;
  Diagnostics diagnostics;
  diagnostics.error({}, "SC1001", "wrong", "because").help = "mend it";
  diagnostics.warning({}, "SC3001", "odd");
  diagnostics.error({}, "SC1001", "wrong too");
  constexpr std::string_view kExpected = R"(error[SC1001]: wrong
  = because
  = help: mend it

warning[SC3001]: odd

error[SC1001]: wrong too

2 errors, 1 warning
)";
  EXPECT_EQ(format_human(diagnostics.all(), sources, false), kExpected);
  EXPECT_EQ(format_human({}, sources, false), "");
}

TEST(HumanDiagnostics, have_colours_when_asked_for) {
  Sources sources;
  Diagnostics diagnostics;
  diagnostics.warning({}, "SC3001", "odd");
  EXPECT_EQ(format_human(diagnostics.all(), sources, true),
            "\x1b[1;33mwarning[SC3001]\x1b[0m\x1b[1m: odd\x1b[0m\n\n1 warning\n");
}

TEST(JsonDiagnostics, hold_every_field) {
  Sources sources;
  const FileId file = sources.add("a.json", "{\n  \"é\": \"x\"\n}");
  Diagnostics diagnostics;
  Diagnostic& found = diagnostics.error({file, 4, 8}, "SC1011", "unknown key \"é\"", "here");
  found.pointer = "/é";
  found.help = "remove it";
  diagnostics.warning({}, "SC3001", "odd");
  constexpr std::string_view kExpected = R"([
 {"code": "SC1011", "severity": "error", "message": "unknown key \"é\"", "file": "a.json", "line": 2, "column": 3, "end_line": 2, "end_column": 6, "pointer": "/é", "label": "here", "help": "remove it"},
 {"code": "SC3001", "severity": "warning", "message": "odd", "file": null, "line": null, "column": null, "end_line": null, "end_column": null, "pointer": "", "label": "", "help": ""}
]
)";
  EXPECT_EQ(format_json(diagnostics.all(), sources), kExpected);
  EXPECT_EQ(format_json({}, sources), "[]\n");
}

}  // namespace
}  // namespace schemac::compiler::support
