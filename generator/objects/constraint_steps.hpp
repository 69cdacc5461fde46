// The steps by which checks and foreign keys come to a table that is in use: first for new rows, then for
// those that are there.
#pragma once

#include <string>
#include <vector>

#include "model/object_kind.hpp"

namespace schemac::compiler::objects {

/// A constraint that rows of its table may fail.
struct Condition {
  std::string clause;        ///< "CONSTRAINT bills_title CHECK (…)", without NOT VALID
  std::string lock;          ///< that adding it takes
  std::string refusal;       ///< "fails where a row of …"
  std::string precondition;  ///< true where no row does; empty: all are known to meet it
  bool not_valid = false;    ///< is for new rows only in the end, too
};

enum class Placing : std::uint8_t { add, replace };

/// Adds it, in one statement with the going of its namesake where it replaces one, so that no row slips in
/// between.
std::vector<model::Step> add_condition(const model::Object& constraint, const Condition& condition,
                                       Placing placing);

/// Has the rows looked at, in a step that commits alone: it blocks nobody.
model::Step validate(const model::Object& constraint, const Condition& condition);

/// SC5007 and the precondition, where there is one.
void expect_rows(model::Step& step, const Condition& condition);

/// The statement that adds a constraint in the place of its namesake.
std::string replace_constraint(const model::Object& constraint, std::string_view clause);

/// DROP CONSTRAINT as a step.
model::Step remove_constraint(const model::Object& constraint);

}  // namespace schemac::compiler::objects
