// PostgreSQL renames values and adds them anywhere, but takes none away and moves none.
#include "objects/enumeration_change.hpp"

#include <algorithm>

#include "model/enumeration.hpp"
#include "objects/type_users.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Object;
using model::Step;
using Values = std::vector<std::string>;

bool contains(const Values& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

const Values& values_of(const Object& object) {
  return object.state.as<model::Enumeration>().values;
}

std::string alter_type(const model::ObjectId& id) {
  return "ALTER TYPE " + id.qualified_name() + " ";
}

/// Gives values the names that the definitions say they have now; returns the statements.
std::vector<std::string> rename_values(const Object& from, const Values& wanted, const model::Model& after,
                                       Values& values) {
  std::vector<std::string> statements;
  for (const model::Rename& rename : after.renames()) {
    const bool ours = rename.to.kind == model::kEnumValueKind && rename.to.schema == from.id.schema &&
                      rename.to.name == from.id.name;
    if (!ours || !contains(wanted, rename.to.part) || contains(values, rename.to.part)) continue;
    const auto value = std::find(values.begin(), values.end(), rename.from.part);
    if (value == values.end()) continue;
    *value = rename.to.part;
    statements.push_back(alter_type(from.id) + "RENAME VALUE " + support::quote_literal(rename.from.part) +
                         " TO " + support::quote_literal(rename.to.part));
  }
  return statements;
}

/// Whether `values` are among `wanted`, in the same order.
bool is_part_of(const Values& values, const Values& wanted) {
  auto at = wanted.begin();
  for (const std::string& value : values) {
    at = std::find(at, wanted.end(), value);
    if (at == wanted.end()) return false;
    ++at;
  }
  return true;
}

/// A new value goes before the next one that is there already. Nobody can use it before its transaction ends.
Step add_value(const model::ObjectId& id, const Values& wanted, std::size_t place, const Values& values) {
  std::string sql = alter_type(id) + "ADD VALUE " + support::quote_literal(wanted[place]);
  const auto next = std::find_if(wanted.begin() + static_cast<std::ptrdiff_t>(place), wanted.end(),
                                 [&](const std::string& value) { return contains(values, value); });
  if (next != wanted.end()) sql += " BEFORE " + support::quote_literal(*next);
  Step step{id, std::move(sql)};
  step.alone = true;
  return step;
}

std::string listed(const Values& values) {
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? "" : ", ") + support::quote_literal(value);
  return list;
}

std::string holds_one_of(const TypeUser& user, const Values& values) {
  const std::string column = support::quote_identifier(user.column->id.part);
  return user.array ? column + "::text[] && ARRAY[" + listed(values) + "]"
                    : column + "::text IN (" + listed(values) + ")";
}

}  // namespace

model::Alteration alter_enum(const Object& from, const Object& to, const model::Transition& transition) {
  const Values& wanted = values_of(to);
  Values values = values_of(from);
  std::vector<Step> steps;
  for (std::string& sql : rename_values(from, wanted, transition.after, values))
    steps.push_back({to.id, std::move(sql)});
  if (!is_part_of(values, wanted)) return model::Alteration::supersede();
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!contains(values, wanted[i])) steps.push_back(add_value(to.id, wanted, i, values));
  }
  return model::Alteration::in_place(std::move(steps));
}

Step move_enum_aside(const Object& from, const std::string& rename, const model::Transition& transition) {
  const Object* to = transition.after.find(from.id);
  Values values = values_of(from);
  std::string sql;
  for (const std::string& statement : rename_values(from, values_of(*to), transition.after, values))
    sql += statement + ";\n";
  Step step{from.id, sql + rename};
  std::erase_if(values, [&](const std::string& value) { return contains(values_of(*to), value); });
  if (values.empty()) return step;
  std::vector<std::string> conditions;
  for (const TypeUser& user : columns_of_type(transition.before, from.id))
    conditions.push_back(no_row_where(*user.column, holds_one_of(user, values)));
  if (conditions.empty()) return step;
  step.precondition = all_of(conditions);
  step.hazards = {
      {std::string(model::hazards::kConvertsData),
       "fails where a row holds a value that " + from.id.qualified_name() + " loses: " + listed(values)}};
  return step;
}

}  // namespace schemac::compiler::objects
