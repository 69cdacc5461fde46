// Finds jsonb columns whose shape says what members there are, but nothing about what they may hold.
#include <algorithm>

#include "lint/lints.hpp"
#include "model/column.hpp"

namespace schemac::compiler::lint {
namespace {

/// Whether the shape, or one that it is made of, has a rule. A shape's members are never of a later shape.
bool has_rule(const std::vector<model::JsonShape>& shapes, std::string_view name) {
  const model::JsonShape* shape = model::find_shape(shapes, name);
  return shape != nullptr &&
         std::any_of(shape->members.begin(), shape->members.end(), [&](const auto& member) {
           return !member.rules.empty() || has_rule(shapes, member.type.json_shape);
         });
}

class ShapeWithoutRule final : public Lint {
 public:
  std::string_view code() const override { return "SC3010"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "A shape without rules takes texts of any length and lists of any number.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& object : input.model.of_kind(model::kColumnKind)) {
      if (object.notes.empty()) continue;
      const auto& notes = object.notes.as<model::ColumnNotes>();
      const std::string& shape = notes.type.json_shape;
      if (shape.empty() || !notes.keep.empty() || has_rule(input.model.project().shapes, shape)) continue;
      report(diagnostics, object.origin, "no member of `" + shape + "` has a rule",
             "`" + object.id.part + "` holds whatever has its members")
          .help = "give a member of the shape a rule such as \"max_length\", or say why not with \"keep\"";
    }
  }
};

}  // namespace

const Lint& shape_without_rule() {
  static const ShapeWithoutRule kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
