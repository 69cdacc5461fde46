// Literals against shapes, as reading them at run time would find them.
#include <algorithm>

#include "model/enumeration.hpp"
#include "resolve/json_shapes.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::resolve {

using model::Shape;
using syntax::Kind;
using syntax::Value;

namespace {

Kind kind_of(Shape shape) {
  if (shape == Shape::boolean) return Kind::boolean;
  return shape >= Shape::int16 && shape <= Shape::decimal ? Kind::number : Kind::string;
}

bool is_label(const std::string& text, const std::string& enumeration, const model::Draft& draft) {
  for (const model::Object* object : draft.all_of(model::kEnumKind)) {
    const auto& values = object->state.as<model::Enumeration>().values;
    if (object->id.name == enumeration && std::find(values.begin(), values.end(), text) != values.end())
      return true;
  }
  return false;
}

class LiteralReader {
 public:
  explicit LiteralReader(model::Draft& draft) : draft_(draft) {}

  void read_object(const Value& literal, const model::JsonShape& shape) {
    if (!expect(literal, Kind::object)) return;
    for (const model::JsonShapeMember& member : shape.members) {
      const Value* value = literal.find(member.name);
      if (value != nullptr && !value->is(Kind::null)) {
        read_member(*value, member.type);
      } else if (!member.optional) {
        error(literal, "`" + member.name + "` is missing", "a " + shape.name + " always has it");
      }
    }
    for (const syntax::Member& member : literal.members) refuse_unknown(member, shape);
  }

 private:
  void read_member(const Value& value, const model::TypeUse& type) {
    if (type.dimensions == 0) return read_value(value, type);
    if (!expect(value, Kind::array)) return;
    for (const Value& item : value.items) read_value(item, type);
  }

  void read_value(const Value& value, const model::TypeUse& type) {
    if (!type.json_shape.empty())
      return read_object(value, *model::find_shape(draft_.project.shapes, type.json_shape));
    if (type.shape == Shape::jsonb || !expect(value, kind_of(type.shape))) return;
    if (type.shape == Shape::enumeration && !is_label(value.text, type.enumeration, draft_))
      error(value, "`" + value.text + "` is not a value of `" + type.enumeration + "`", {});
  }

  void refuse_unknown(const syntax::Member& member, const model::JsonShape& shape) {
    std::vector<std::string_view> names;
    for (const model::JsonShapeMember& known : shape.members) names.push_back(known.name);
    if (std::find(names.begin(), names.end(), member.key) != names.end()) return;
    draft_.diagnostics()
        .error(member.key_span, "SC1133", "`" + member.key + "` is no member of `" + shape.name + "`")
        .help = support::did_you_mean(member.key, names);
  }

  bool expect(const Value& value, Kind kind) {
    if (!value.is(kind)) {
      error(
          value,
          "expected " + std::string(syntax::name(kind)) + ", found " + std::string(syntax::name(value.kind)),
          {});
    }
    return value.is(kind);
  }

  void error(const Value& value, std::string message, std::string label) {
    draft_.diagnostics().error(value.span, "SC1133", std::move(message), std::move(label));
  }

  model::Draft& draft_;
};

}  // namespace

void expect_shape(const Value& literal, const model::JsonShape& shape, model::Draft& draft) {
  LiteralReader(draft).read_object(literal, shape);
}

}  // namespace schemac::compiler::resolve
