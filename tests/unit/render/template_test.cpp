// Templates: what every tag does, and that nothing wrong passes in silence.
#include "render/template.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::render {
namespace {

std::string render(std::string_view text, const View& view) {
  return Template("case.mustache", text).render(view);
}

/// The message of the error that compiling or rendering ends with; empty if there is none.
std::string error_of(std::string_view text, const View& view = ViewObject{}) {
  try {
    render(text, view);
  } catch (const TemplateError& error) {
    return error.what();
  }
  return {};
}

TEST(Template, prints_texts_without_escaping) {
  const View view = ViewObject{{"type", "std::vector<A&>"}, {"quoted", "\"'"}};
  EXPECT_EQ(render("{{type}} {{{quoted}}} {{ type }}\n", view), "std::vector<A&> \"' std::vector<A&>\n");
}

TEST(Template, repeats_a_section_for_each_item) {
  const View view =
      ViewObject{{"columns", ViewList{ViewObject{{"name", "id"}}, ViewObject{{"name", "title"}}}}};
  EXPECT_EQ(render("{\n{{#columns}}\n  {{name}};\n{{/columns}}\n}\n", view), "{\n  id;\n  title;\n}\n");
}

TEST(Template, finds_keys_of_outer_objects) {
  const View inner = ViewObject{{"name", "id"}, {"tags", texts({"a", "b"})}};
  const View view = ViewObject{{"table", "bills"}, {"columns", ViewList{inner, inner}}};
  EXPECT_EQ(render("{{#columns}}{{table}}.{{name}}:{{#tags}}{{.}}{{/tags}} {{/columns}}", view),
            "bills.id:ab bills.id:ab ");
}

TEST(Template, keeps_its_place_in_an_outer_list_after_an_inner_one_of_the_same_size) {
  const View a = ViewObject{{"name", "a"}, {"inner", texts({"1", "2"})}};
  const View b = ViewObject{{"name", "b"}, {"inner", texts({"3", "4"})}};
  const View view = ViewObject{{"outer", ViewList{a, b}}};
  EXPECT_EQ(render("{{#outer}}{{#inner}}{{name}}{{.}} {{/inner}}{{name}};{{/outer}}", view),
            "a1 a2 a;b3 b4 b;");
}

TEST(Template, shows_sections_by_flag_and_enters_objects) {
  const View view =
      ViewObject{{"yes", true}, {"no", false}, {"none", ViewList{}}, {"key", ViewObject{{"type", "BillId"}}}};
  EXPECT_EQ(render("{{#yes}}1{{/yes}}{{#no}}2{{/no}}{{^no}}3{{/no}}{{^none}}4{{/none}}{{#none}}5{{/none}}"
                   "{{#key}}{{type}}{{/key}}{{^yes}}6{{/yes}}",
                   view),
            "134BillId");
}

TEST(Template, an_inverted_section_of_a_list_with_items_is_left_out) {
  EXPECT_EQ(render("{{^items}}none{{/items}}{{#items}}{{.}}{{/items}}", ViewObject{{"items", texts({"a"})}}),
            "a");
}

TEST(Template, leaves_no_line_where_an_empty_section_stood_alone) {
  const View view = ViewObject{{"no", false}, {"none", ViewList{}}};
  EXPECT_EQ(render("a\n  {{#no}}\n  x\n  {{/no}}\n{{#none}}\nx\n{{/none}}\nb\n", view), "a\nb\n");
}

TEST(Template, keeps_blank_lines_within_sections) {
  const View view = ViewObject{{"items", texts({"1", "2"})}};
  EXPECT_EQ(render("{{#items}}\n\nitem {{.}}\n\n{{/items}}\nend\n", view), "\nitem 1\n\n\nitem 2\n\nend\n");
}

TEST(Template, drops_remarks_with_their_lines) {
  EXPECT_EQ(render("a\n  {{! why\n two lines }}\nb{{! here }}c\n", ViewObject{}), "a\nbc\n");
}

TEST(Template, keeps_a_section_tag_within_a_line_there) {
  EXPECT_EQ(render("a {{#yes}}b{{/yes}} c\n", ViewObject{{"yes", true}}), "a b c\n");
}

TEST(Template, keeps_utf8_and_control_characters) {
  EXPECT_EQ(render("ü{{x}}\t.\r\n", ViewObject{{"x", "\xf0\x9f\x98\x80\x01\n"}}),
            "ü\xf0\x9f\x98\x80\x01\n\t.\r\n");
}

TEST(Template, names_file_and_line_of_every_mistake) {
  const View view = ViewObject{{"title", "t"}, {"flag", true}, {"items", texts({"a"})}};
  EXPECT_EQ(error_of("\n{{titel}}", view), "case.mustache:2: unknown key `titel`");
  EXPECT_EQ(error_of("{{#items}}\n{{#flag}}\n\n{{nmae}}{{/flag}}{{/items}}", view),
            "case.mustache:4: unknown key `nmae`");
  EXPECT_EQ(error_of("a\n{{#gone}}{{/gone}}", view), "case.mustache:2: unknown key `gone`");
  EXPECT_EQ(error_of("a\n{{^gone}}{{/gone}}", view), "case.mustache:2: unknown key `gone`");
  EXPECT_EQ(error_of("\n{{#flag}}\n", view), "case.mustache:2: the section `flag` is not closed");
  EXPECT_EQ(error_of("a\nb {{/flag}}\n", view), "case.mustache:2: `flag` is closed but was not opened");
  EXPECT_EQ(error_of("{{#flag}}\n{{#items}}\n{{/flag}}\n", view),
            "case.mustache:3: `flag` is closed where `items` of line 2 is open");
  EXPECT_EQ(error_of("\n\n{{title", view), "case.mustache:3: the tag is not finished");
  EXPECT_EQ(error_of("{{{title}}", view), "case.mustache:1: the tag is not finished");
}

TEST(Template, refuses_tags_that_it_does_not_know) {
  EXPECT_EQ(error_of("{{> partial}}"), "case.mustache:1: unknown tag `{{> partial}}`");
  EXPECT_EQ(error_of("{{=<% %>=}}"), "case.mustache:1: unknown tag `{{=<% %>=}}`");
  EXPECT_EQ(error_of("{{& title}}"), "case.mustache:1: unknown tag `{{& title}}`");
  EXPECT_EQ(error_of("{{}}"), "case.mustache:1: unknown tag `{{}}`");
  EXPECT_EQ(error_of("int x[] = {{1, 2}};"), "case.mustache:1: unknown tag `{{1, 2}}`");
  EXPECT_EQ(error_of("{{#a b}}{{/a b}}"), "case.mustache:1: unknown tag `{{#a b}}`");
}

TEST(Template, refuses_a_view_of_the_wrong_kind) {
  const View view = ViewObject{{"title", "t"}, {"flag", true}, {"items", ViewList{}}};
  EXPECT_EQ(error_of("{{flag}}", view), "case.mustache:1: `flag` is no text");
  EXPECT_EQ(error_of("{{items}}", view), "case.mustache:1: `items` is no text");
  EXPECT_EQ(error_of("{{#title}}{{/title}}", view),
            "case.mustache:1: `title` is a text: a section needs a flag, a list or an object");
  EXPECT_EQ(error_of("{{.}}", view), "case.mustache:1: `.` is no text");
}

TEST(TemplateSet, prefers_an_override_and_refuses_one_of_nothing) {
  const EmbeddedFile embedded[] = {{"a.mustache", "embedded {{x}}"}, {"b.mustache", "b"}};
  const View view = ViewObject{{"x", "1"}};
  EXPECT_EQ(TemplateSet(embedded).render("a.mustache", view), "embedded 1");
  const TemplateSet overridden(embedded, {{"a.mustache", "own {{x}}"}});
  EXPECT_EQ(overridden.render("a.mustache", view), "own 1");
  EXPECT_EQ(overridden.render("b.mustache", view), "b");
  EXPECT_THROW(TemplateSet(embedded, {{"c.mustache", ""}}), TemplateError);
  EXPECT_THROW(TemplateSet(embedded, {{"a.mustache", "{{#x}}"}}), TemplateError);
}

/// House style: templates decide nothing.
TEST(EmbeddedTemplates, have_few_control_tags) {
  for (const EmbeddedFile& file : embedded_templates()) {
    std::size_t lines = 0, sections = 0, depth = 0, deepest = 0;
    for (std::size_t i = 0; i < file.text.size(); ++i) {
      lines += file.text[i] == '\n' ? 1 : 0;
      const std::string_view tag = file.text.substr(i, 3);
      if (tag == "{{#" || tag == "{{^") ++sections, deepest = std::max(deepest, ++depth);
      if (tag == "{{/") --depth;
    }
    EXPECT_LE(deepest, 3u) << file.path;
    EXPECT_LE(sections * 100, std::max<std::size_t>(lines, 100) * 10) << file.path;
  }
}

}  // namespace
}  // namespace schemac::compiler::render
