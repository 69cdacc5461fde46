// Constraints that come to a table that is in use.
#include "objects/constraint_steps.hpp"

#include "objects/sql_text.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {

using model::Object;
using model::Step;

std::vector<Step> add_condition(const Object& constraint, const Condition& condition, Placing placing) {
  const std::string clause = condition.clause + " NOT VALID";
  Step step{constraint.id, placing == Placing::add ? add_constraint(constraint, clause)
                                                   : replace_constraint(constraint, clause)};
  step.lock = condition.lock;
  std::vector<Step> steps{std::move(step)};
  if (!condition.not_valid) steps.push_back(validate(constraint, condition));
  return steps;
}

Step validate(const Object& constraint, const Condition& condition) {
  Step step{constraint.id, "ALTER TABLE " + constraint.id.qualified_name() + "\n    VALIDATE CONSTRAINT " +
                               support::quote_identifier(constraint.id.part)};
  step.lock = "SHARE UPDATE EXCLUSIVE on " + constraint.id.qualified_name();
  step.alone = true;
  expect_rows(step, condition);
  return step;
}

void expect_rows(Step& step, const Condition& condition) {
  if (condition.precondition.empty()) return;
  step.hazards.push_back({std::string(model::hazards::kNeedsData), condition.refusal});
  step.precondition = condition.precondition;
}

std::string replace_constraint(const Object& constraint, std::string_view clause) {
  return drop_constraint(constraint) + ",\n    ADD " + std::string(clause);
}

Step remove_constraint(const Object& constraint) {
  Step step{constraint.id, drop_constraint(constraint)};
  step.lock = "ACCESS EXCLUSIVE on " + constraint.id.qualified_name();
  return step;
}

}  // namespace schemac::compiler::objects
