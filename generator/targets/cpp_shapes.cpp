// cpp/include/<namespace>/json_shapes.hpp and cpp/src/json_shapes.cpp: the structs of jsonb values. Neither
// is written where a project has no shapes.
#include <set>

#include "support/naming.hpp"
#include "targets/cpp_checks.hpp"
#include "targets/cpp_layout.hpp"
#include "targets/cpp_names.hpp"
#include "targets/cpp_validators.hpp"
#include "targets/targets.hpp"

namespace schemac::compiler::targets {
namespace {

using render::View;
using render::ViewList;
using render::ViewObject;

/// A member as rules see columns.
class MemberColumn {
 public:
  explicit MemberColumn(const model::JsonShapeMember& member) {
    notes_.type = member.type;
    notes_.rules = member.rules;
    notes_.doc = member.doc;
    state_.nullable = member.optional;
    column_.name = member.name;
    column_.member = cpp_name(member.name);
    column_.type = cpp_type(member.type);
    column_.notes = &notes_;
    column_.state = &state_;
  }
  MemberColumn(const MemberColumn&) = delete;
  MemberColumn& operator=(const MemberColumn&) = delete;

  [[nodiscard]] const CppColumn& column() const { return column_; }

 private:
  model::Column state_;
  model::ColumnNotes notes_;
  CppColumn column_;
};

std::string documentation(const CppColumn& column) {
  std::string rules = rules_sentence(column);
  if (!rules.empty() && !column.notes->doc.empty()) rules.insert(0, " ");
  return column.notes->doc + rules;
}

ViewList member_lines(const model::JsonShape& shape) {
  ViewList lines;
  for (const model::JsonShapeMember& member : shape.members) {
    const MemberColumn made(member);
    const CppColumn& column = made.column();
    for (const std::string& line : comment_lines(documentation(column), 2)) lines.emplace_back("  " + line);
    const bool scalar = is_scalar(member.type) || member.optional;
    lines.emplace_back("  " + column.stored_type() + " " + column.member + (scalar ? "{};" : ";"));
  }
  return lines;
}

/// check_<shape>_<member>(), for a member with rules.
std::string check_name(const model::JsonShape& shape, const CppColumn& column) {
  return "check_" + shape.name + "_" + column.member;
}

View check_function(const model::JsonShape& shape, const CppColumn& column,
                    const std::vector<CppRule>& rules) {
  ViewList statements;
  for (const CppRule& rule : rules) statements.emplace_back(rule_statement(rule, "path"));
  const std::vector<std::string> parameters = {"const " + column.type + "& value", "const std::string& path",
                                               "schemac::ValidationResult& result"};
  return ViewObject{{"signature", wrap_list("void " + check_name(shape, column) + "(", parameters, ") {")},
                    {"rules", std::move(statements)}};
}

/// What check() of the whole shape does about a member; empty for one without rules.
std::string check_call(const model::JsonShape& shape, const CppColumn& column, const std::string& project,
                       bool has_rules) {
  const std::string member = "object." + column.member;
  const std::string path = "path + " + cpp_literal("." + column.name);
  if (!column.notes->type.json_shape.empty())
    return "schemac::check_shape(" + member + ", " + path + ", result);";
  if (!has_rules) return {};
  const std::string call = project + "::" + check_name(shape, column) + "(";
  if (!column.state->nullable) return call + member + ", " + path + ", result);";
  const std::string test = "if (" + member + ")";
  const std::string rest = call + "*" + member + ", " + path + ", result);";
  return test + (test.size() + rest.size() + 3 <= kLineWidth ? " " : "\n    ") + rest;
}

/// The first lines of the three functions of ShapeTraits.
View traits(const model::JsonShape& shape, const std::string& project) {
  const std::string type = project + "::" + support::pascal_case(shape.name);
  const std::string head = "void schemac::ShapeTraits<" + type + ">::";
  return ViewObject{
      {"read", wrap_list(head + "read(", {"ShapeReader& in", type + "& object"}, ") {")},
      {"write", wrap_list(head + "write(", {"ShapeWriter& out", "const " + type + "& object"}, ") {")},
      {"check",
       wrap_list(head + "check(",
                 {"const " + type + "& object", "const std::string& path", "ValidationResult& result"},
                 ") {")}};
}

/// @param helpers takes the functions that it calls.
View shape_view(const model::JsonShape& shape, const TargetInput& input, ViewList& helpers) {
  const std::string& project = input.model.project().cpp_namespace;
  ViewList names;
  ViewList calls;
  for (const model::JsonShapeMember& member : shape.members) {
    const MemberColumn made(member);
    const CppColumn& column = made.column();
    names.emplace_back(ViewObject{{"literal", cpp_literal(member.name)}, {"member", column.member}});
    const auto rules = cpp_rules(column, input.rules, input.model);
    if (!rules.empty()) helpers.push_back(check_function(shape, column, rules));
    const std::string call = check_call(shape, column, project, !rules.empty());
    if (!call.empty()) calls.emplace_back(call);
  }
  return ViewObject{
      {"name", support::pascal_case(shape.name)},
      {"literal", cpp_literal(shape.name)},
      {"doc", render::texts(comment_lines(shape.doc, 0))},
      {"members", member_lines(shape)},
      {"names", std::move(names)},
      {"traits", traits(shape, project)},
      {"declared_check", wrap_list("  static void check(",
                                   {"const " + project + "::" + support::pascal_case(shape.name) + "& object",
                                    "const std::string& path", "ValidationResult& result"},
                                   ");")},
      {"calls", std::move(calls)}};
}

class CppShapesTarget final : public Target {
 public:
  std::string_view name() const override { return "cpp_shapes"; }

  std::vector<support::OutputFile> render(const TargetInput& input) const override {
    const model::Project& project = input.model.project();
    if (project.shapes.empty()) return {};
    std::set<std::string> standard = {"<optional>", "<string>", "<string_view>", "<vector>"};
    std::set<std::string> headers = {"schemac/query/shape_traits.hpp"};
    ViewList helpers;
    ViewList shapes;
    for (const model::JsonShape& shape : project.shapes) {
      for (const model::JsonShapeMember& member : shape.members) {
        if (member.type.shape == model::Shape::enumeration)
          headers.insert(project.cpp_namespace + "/enums.hpp");
        add_headers(member.type.shape, standard, headers);
      }
      shapes.push_back(shape_view(shape, input, helpers));
    }
    const std::string header = project.cpp_namespace + "/json_shapes.hpp";
    const ViewObject view = {{"namespace", project.cpp_namespace},
                             {"header", header},
                             {"standard", ViewList(standard.begin(), standard.end())},
                             {"headers", ViewList(headers.begin(), headers.end())},
                             {"helpers", helpers.empty() ? View(false) : ViewObject{{"functions", helpers}}},
                             {"shapes", std::move(shapes)}};
    return {{"cpp/include/" + header, input.templates.render("cpp_shapes/json_shapes.hpp.mustache", view)},
            {"cpp/src/json_shapes.cpp", input.templates.render("cpp_shapes/json_shapes.cpp.mustache", view)}};
  }
};

}  // namespace

const Target& cpp_shapes() {
  static const CppShapesTarget target;
  return target;
}

}  // namespace schemac::compiler::targets
