// A shape is read when it is first named, so that those which it is made of stand before it.
#include "resolve/json_shapes.hpp"

#include <algorithm>
#include <array>

#include "model/constraint_names.hpp"
#include "model/domain_type.hpp"
#include "model/enumeration.hpp"
#include "resolve/core_keys.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::resolve {

using model::JsonShape;
using model::JsonShapeMember;
using model::Shape;
using syntax::Kind;
using syntax::Value;

namespace {

/// Types that have a form in JSON. Those with a length or a precision have rules instead: nobody pads, cuts
/// or rounds a JSON value.
bool fits_json(const model::TypeUse& type) {
  static constexpr std::array<Shape, 16> kShapes = {
      Shape::boolean,  Shape::int16, Shape::int32, Shape::int64,      Shape::float64,   Shape::decimal,
      Shape::text,     Shape::uuid,  Shape::date,  Shape::time,       Shape::timestamp, Shape::timestamp_tz,
      Shape::interval, Shape::jsonb, Shape::inet,  Shape::enumeration};
  const bool known = std::find(kShapes.begin(), kShapes.end(), type.shape) != kShapes.end();
  return known && !type.serial && type.sql.find('(') == std::string::npos && type.sql != "public.citext";
}

}  // namespace

JsonShapes::JsonShapes(const model::Vocabulary& vocabulary, model::Draft& draft)
    : draft_(draft), types_(vocabulary, draft), member_keys_{"type", "doc", "//"} {
  for (const model::ValidatorRule* rule : vocabulary.rules) {
    rules_.emplace(rule->key(), rule);
    member_keys_.push_back(rule->key());
  }
}

void JsonShapes::read(const Value& shapes) {
  if (!draft_.expect(shapes, Kind::object, "\"shapes\"")) return;
  shapes_ = &shapes;
  for (const syntax::Member& definition : shapes.members) {
    if (definition.key != "//" && !read_.contains(&definition)) read_one(definition);
  }
}

void JsonShapes::read_one(const syntax::Member& definition) {
  read_.insert(&definition);
  draft_.expect_name(definition.key, definition.key_span);
  if (model::find_shape(draft_.project.shapes, definition.key) != nullptr) {
    draft_.diagnostics().error(definition.key_span, "SC1302", "there are two shapes `" + definition.key + "`",
                               "another file has one of that name");
  }
  if (draft_.find({std::string(model::kEnumKind), draft_.schema, definition.key, {}}) != nullptr) {
    draft_.diagnostics().error(definition.key_span, "SC1130",
                               "an enum is called `" + definition.key + "` as well",
                               "both would be one type in C++");
  }
  JsonShape shape;
  shape.name = definition.key;
  if (draft_.expect(definition.value, Kind::object, "a shape")) {
    draft_.refuse_unknown_keys(definition.value, shape_keys(), "a shape");
    open_.push_back(definition.key);
    if (const Value* doc = definition.value.find("doc"); doc && draft_.expect(*doc, Kind::string, "\"doc\""))
      shape.doc = doc->text;
    const Value* members = definition.value.find("members");
    if (members == nullptr) {
      draft_.diagnostics().error(definition.key_span, "SC1130",
                                 "the shape `" + definition.key + "` has no members",
                                 "\"members\" is missing");
    } else if (draft_.expect(*members, Kind::object, "\"members\"")) {
      for (const syntax::Member& member : members->members) {
        if (member.key != "//") read_member(member, shape);
      }
    }
    open_.pop_back();
  }
  draft_.project.shapes.push_back(std::move(shape));
}

void JsonShapes::read_member(const syntax::Member& member, JsonShape& shape) {
  draft_.expect_name(member.key, member.key_span);
  if (member.key == "others") {
    draft_.diagnostics().error(member.key_span, "SC1130", "the name `others` is taken",
                               "it holds the members that a value has and its shape does not");
  }
  JsonShapeMember found;
  found.name = member.key;
  const Value* type = &member.value;
  if (type->is(Kind::object)) {
    draft_.refuse_unknown_keys(*type, member_keys_, "a member of a shape");
    if (const Value* doc = type->find("doc"); doc && draft_.expect(*doc, Kind::string, "\"doc\""))
      found.doc = doc->text;
    type = member.value.find("type");
  }
  if (type == nullptr || !type->is(Kind::string)) {
    draft_.diagnostics().error(member.value.span, "SC1130",
                               "a member is a type, or an object with \"type\" and rules");
    return;
  }
  if (!read_type(*type, found)) return;
  if (member.value.is(Kind::object)) read_rules(member.value, found);
  shape.members.push_back(std::move(found));
}

bool JsonShapes::read_type(const Value& value, JsonShapeMember& member) {
  auto parsed = parse_column_form(value.text);
  if (const auto* error = std::get_if<FormError>(&parsed)) {
    draft_.diagnostics().error(
        syntax::span_inside(draft_.sources(), value, error->range.begin, error->range.end), "SC1101",
        error->message);
    return false;
  }
  const auto& form = std::get<ColumnForm>(parsed);
  member.optional = form.nullable;
  if (!form.default_sql.empty() || form.dimensions > 1 || form.nullable_elements) {
    draft_.diagnostics().error(value.span, "SC1130", "a member is `type[[]][?]` and no more",
                               "it has no default, and its elements are never null");
    return false;
  }
  const bool known = model::find_shape(draft_.project.shapes, form.type) != nullptr;
  if (known || shapes_->find(form.type) != nullptr) return read_nested(form, value, member);
  const auto type = types_.resolve(form, value);
  if (!type) return false;
  member.type = type->use;
  if (type->domain != nullptr) member.rules = type->domain->notes.as<model::DomainTypeNotes>().rules;
  if (fits_json(member.type)) return true;
  draft_.diagnostics().error(value.span, "SC1130", "a JSON value is no `" + value.text + "`").help =
      "write `text` with \"max_length\", or `numeric` with \"min\" and \"max\"";
  return false;
}

bool JsonShapes::read_nested(const ColumnForm& form, const Value& value, JsonShapeMember& member) {
  if (std::find(open_.begin(), open_.end(), form.type) != open_.end()) {
    draft_.diagnostics().error(value.span, "SC1131", "the shape `" + form.type + "` would hold itself",
                               "a struct cannot be a member of itself");
    return false;
  }
  if (model::find_shape(draft_.project.shapes, form.type) == nullptr) {
    for (const syntax::Member& definition : shapes_->members) {
      if (definition.key == form.type) read_one(definition);
    }
  }
  member.type.sql = "jsonb";
  member.type.shape = Shape::jsonb;
  member.type.json_shape = form.type;
  member.type.dimensions = form.dimensions;
  return true;
}

void JsonShapes::read_rules(const Value& value, JsonShapeMember& member) {
  for (const syntax::Member& key : value.members) {
    const auto rule = rules_.find(key.key);
    if (rule == rules_.end()) continue;
    auto use = rule->second->use(key.value, member.type, support::quote_identifier(member.name));
    if (const auto* refusal = std::get_if<model::Refusal>(&use)) {
      draft_.refuse_rule(key.value, *refusal);
    } else {
      member.rules.push_back(std::get<model::RuleUse>(std::move(use)));
    }
  }
}

void read_column_shape(const Value& shape, model::ColumnDraft& column, const model::TableDraft& table,
                       model::Draft& draft) {
  if (!draft.expect(shape, Kind::string, "\"shape\"")) return;
  const auto& shapes = draft.project.shapes;
  if (model::find_shape(shapes, shape.text) == nullptr) {
    std::vector<std::string_view> names;
    for (const JsonShape& one : shapes) names.push_back(one.name);
    draft.diagnostics()
        .error(shape.span, "SC1132", "unknown shape `" + shape.text + "`",
               "the project has none of that name")
        .help = support::did_you_mean(shape.text, names);
    return;
  }
  if (column.notes.type.shape != Shape::jsonb || column.notes.type.dimensions > 0) {
    draft.diagnostics().error(shape.span, "SC1132", "only a jsonb column has a shape",
                              "this one is " + column.state.type);
    return;
  }
  column.notes.type.json_shape = shape.text;
  model::RuleUse rule;
  rule.rule = model::kJsonShape;
  rule.argument = syntax::to_json(shape);
  rule.sql = "jsonb_typeof(" + support::quote_identifier(column.name) + ") = 'object'";
  rule.message = "must have the shape " + shape.text;
  rule.constraint = model::constraint_name(table.id.name, {column.name}, rule.rule);
  model::expect_name_fits(draft, rule.constraint, shape.span);
  draft.add({table.id.child(model::kCheckKind, rule.constraint), model::Check{rule.sql},
             model::CheckNotes{rule.message}, shape.span});
  column.notes.rules.push_back(std::move(rule));
}

}  // namespace schemac::compiler::resolve
