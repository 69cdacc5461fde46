// As text, a row is read by the order of its attributes; here each finds its own by name.
#include "objects/row_conversion.hpp"

#include <algorithm>

#include "model/composite_type.hpp"
#include "objects/type_change.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Attribute;
using model::CompositeType;

/// One of a user's own types may be superseded too, so that only its text is known to fit.
std::string converted(const std::string& value, const std::string& from, const std::string& to) {
  if (from == to && to.find('.') != std::string::npos) return value + "::text::" + to;
  const std::string expression = conversion(value, from, to);
  return expression.empty() ? value : expression;
}

}  // namespace

std::string row_conversion(const std::string& column, const std::string& type,
                           const model::Transition& transition) {
  const auto all = transition.after.of_kind(model::kCompositeTypeKind);
  const auto to = std::find_if(all.begin(), all.end(), [&](const model::Object& object) {
    return object.id.qualified_name() == type;
  });
  const model::Object* from = to == all.end() ? nullptr : transition.before.find(to->id);
  if (from == nullptr) return {};
  const auto& old = from->state.as<CompositeType>().attributes;
  std::string values;
  for (const Attribute& attribute : to->state.as<CompositeType>().attributes) {
    const auto before = std::find_if(
        old.begin(), old.end(), [&](const Attribute& candidate) { return candidate.name == attribute.name; });
    const std::string value = "(" + column + ")." + support::quote_identifier(attribute.name);
    values += (values.empty() ? "" : ", ") +
              (before == old.end() ? "NULL" : converted(value, before->type, attribute.type));
  }
  return "CASE WHEN " + column + " IS DISTINCT FROM NULL THEN ROW(" + values + ")::" + type + " END";
}

}  // namespace schemac::compiler::objects
