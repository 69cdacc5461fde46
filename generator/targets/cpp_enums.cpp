// cpp/include/<namespace>/enums.hpp and cpp/src/enums.cpp: the enum types as enum classes with their labels.
#include "model/enumeration.hpp"
#include "support/naming.hpp"
#include "targets/cpp_layout.hpp"
#include "targets/cpp_names.hpp"
#include "targets/cpp_schema.hpp"
#include "targets/targets.hpp"

namespace schemac::compiler::targets {
namespace {

using render::View;
using render::ViewList;
using render::ViewObject;

/// EnumTraits::parse, on one line where that fits.
std::string from_label(const std::string& type, const std::string& function) {
  const std::string head = "  static std::optional<" + type + "> parse(std::string_view label) {";
  const std::string body = "return " + function + "(label);";
  const bool fits = head.size() + body.size() + 3 <= kLineWidth;
  return head + (fits ? " " + body + " }" : "\n    " + body + "\n  }");
}

/// The enumerator as it is declared: `draft [[deprecated("use planned")]]`.
std::string declared(const std::string& label, const model::EnumerationNotes& notes) {
  for (const model::DeprecatedValue& each : notes.deprecated) {
    if (each.value == label)
      return enumerator_name(label) + " [[deprecated(" + cpp_literal(each.advice) + ")]]";
  }
  return enumerator_name(label);
}

View enum_view(const model::Object& object, const std::string& project) {
  const auto& values = object.state.as<model::Enumeration>().values;
  const auto notes =
      object.notes.empty() ? model::EnumerationNotes{} : object.notes.as<model::EnumerationNotes>();
  const std::string parse = object.id.name + "_from_string";
  const std::string enum_name = support::pascal_case(object.id.name);
  ViewList views;
  for (const std::string& label : values) {
    views.emplace_back(ViewObject{{"value", declared(label, notes)},
                                  {"enumerator", enum_name + "::" + enumerator_name(label)},
                                  {"label", cpp_literal(label)}});
  }
  return ViewObject{{"name", enum_name},
                    {"parse", parse},
                    {"from_label", from_label(project + "::" + enum_name, project + "::" + parse)},
                    {"underlying", values.size() <= 256 ? "std::uint8_t" : "std::uint16_t"},
                    {"doc", render::texts(comment_lines(notes.doc, 0))},
                    {"values", std::move(views)}};
}

class CppEnumsTarget final : public Target {
 public:
  std::string_view name() const override { return "cpp_enums"; }

  std::vector<support::OutputFile> render(const TargetInput& input) const override {
    const std::string& project = input.model.project().cpp_namespace;
    ViewList enums;
    for (const model::Object& object : input.model.of_kind(model::kEnumKind))
      enums.push_back(enum_view(object, project));
    const bool quiet = input.cpp.deprecated_values;
    const ViewObject view = {
        {"namespace", project},
        {"header", project + "/enums.hpp"},
        {"begin", (quiet ? std::string(kQuietBegin) + "\n" : "") + "namespace " + project + " {"},
        {"end", "}  // namespace " + project + (quiet ? "\n" + std::string(kQuietEnd) : "")},
        {"enums", std::move(enums)}};
    return {{"cpp/include/" + project + "/enums.hpp",
             input.templates.render("cpp_enums/enums.hpp.mustache", view)},
            {"cpp/src/enums.cpp", input.templates.render("cpp_enums/enums.cpp.mustache", view)}};
  }
};

}  // namespace

const Target& cpp_enums() {
  static const CppEnumsTarget target;
  return target;
}

}  // namespace schemac::compiler::targets
