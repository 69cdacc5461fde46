// A constraint of a domain type holds for what is written from then on; that all rows meet it is looked at
// apart, without a lock on the type.
#include "objects/domain_change.hpp"

#include <algorithm>

#include "objects/sql_text.hpp"
#include "objects/type_users.hpp"
#include "sql/names.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::DomainCheck;
using model::DomainType;
using model::Object;
using model::ObjectId;
using model::Step;

class DomainChange {
 public:
  DomainChange(const Object& from, const Object& to, const model::Transition& transition)
      : id_(to.id),
        old_(from.state.as<DomainType>()),
        now_(to.state.as<DomainType>()),
        before_(transition.before),
        stored_(is_stored(transition.before, from.id)) {}

  std::vector<Step> steps() {
    rename_checks();
    for (const DomainCheck& check : old_.checks) {
      const DomainCheck* kept = find(now_.checks, check.name);
      if (kept == nullptr || !may_stay(check, *kept))
        say("DROP CONSTRAINT " + support::quote_identifier(check.name));
    }
    if (old_.default_sql != now_.default_sql) {
      say(now_.default_sql.empty() ? "DROP DEFAULT"
                                   : "SET DEFAULT " + restricted_expression(now_.default_sql));
    }
    if (old_.not_null && !now_.not_null) say("DROP NOT NULL");
    if (!old_.not_null && now_.not_null) set_not_null();
    for (const DomainCheck& check : now_.checks) {
      const DomainCheck* before = find(old_.checks, check.name);
      if (before == nullptr || !may_stay(*before, check)) {
        add(check);
      } else if (before->not_valid && !check.not_valid) {
        validate(check);
      }
    }
    return std::move(steps_);
  }

 private:
  static const DomainCheck* find(const std::vector<DomainCheck>& checks, const std::string& name) {
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [&](const DomainCheck& check) { return check.name == name; });
    return found == checks.end() ? nullptr : &*found;
  }

  static bool may_stay(const DomainCheck& old, const DomainCheck& now) {
    return old.expression == now.expression && (old.not_valid || !now.not_valid);
  }

  /// A check that has another name only.
  void rename_checks() {
    for (DomainCheck& check : old_.checks) {
      if (find(now_.checks, check.name) != nullptr) continue;
      const auto renamed =
          std::find_if(now_.checks.begin(), now_.checks.end(), [&](const DomainCheck& other) {
            return may_stay(check, other) && find(old_.checks, other.name) == nullptr;
          });
      if (renamed == now_.checks.end()) continue;
      say("RENAME CONSTRAINT " + support::quote_identifier(check.name) + " TO " +
          support::quote_identifier(renamed->name));
      check.name = renamed->name;
    }
  }

  Step& say(const std::string& words) {
    return steps_.emplace_back(Step{id_, "ALTER DOMAIN " + id_.qualified_name() + " " + words});
  }

  void hold_up_writers(Step& step) const {
    step.lock = "SHARE on the tables with columns of " + id_.qualified_name();
    step.hazards.push_back({std::string(model::hazards::kBlocks), "writers of every table with a column of " +
                                                                      id_.qualified_name() +
                                                                      " wait while its rows are read"});
  }

  void needs_data(Step& step, const std::string& what) const {
    step.hazards.push_back({std::string(model::hazards::kNeedsData),
                            "fails where a row holds a value of " + id_.qualified_name() + " that " + what});
  }

  void set_not_null() {
    Step& step = say("SET NOT NULL");
    if (!stored_) return;
    hold_up_writers(step);
    needs_data(step, "is NULL");
    step.precondition =
        no_value([](const std::string& column) { return support::quote_identifier(column) + " IS NULL"; });
  }

  /// That no column of the type holds a value of which `condition` is true.
  template <class Condition>
  [[nodiscard]] std::string no_value(Condition condition) const {
    std::vector<std::string> conditions;
    for (const TypeUser& user : columns_of_type(before_, id_)) {
      if (user.array) continue;
      conditions.push_back(no_row_where(*user.column, condition(user.column->id.part)));
    }
    return all_of(conditions);
  }

  void add(const DomainCheck& check) {
    const bool apart = stored_ || check.not_valid;
    say("ADD " + domain_check(check) + (apart ? " NOT VALID" : ""));
    if (stored_ && !check.not_valid) validate(check);
  }

  void validate(const DomainCheck& check) {
    Step& step = say("VALIDATE CONSTRAINT " + support::quote_identifier(check.name));
    if (!stored_) return;
    step.alone = true;
    hold_up_writers(step);
    needs_data(step, "breaks " + check.name);
    step.precondition = no_value([&](const std::string& column) {
      return "NOT (" + sql::with_name(check.expression, {}, "value", column) + ")";
    });
  }

  const ObjectId& id_;
  DomainType old_;
  const DomainType& now_;
  const model::Model& before_;
  bool stored_;
  std::vector<Step> steps_;
};

/// PostgreSQL does not look for values inside of others.
bool looks_at_rows(const std::vector<Step>& steps) {
  return std::any_of(steps.begin(), steps.end(), [](const Step& step) { return !step.hazards.empty(); });
}

}  // namespace

std::string domain_check(const DomainCheck& check) {
  return "CONSTRAINT " + support::quote_identifier(check.name) + " CHECK (" + check.expression + ")";
}

model::Alteration alter_domain(const Object& from, const Object& to, const model::Transition& transition) {
  const auto& old = from.state.as<DomainType>();
  const auto& now = to.state.as<DomainType>();
  if (old.base != now.base || old.collation != now.collation) return model::Alteration::supersede();
  auto steps = DomainChange(from, to, transition).steps();
  if (looks_at_rows(steps) && is_contained(transition.before, from.id)) return model::Alteration::supersede();
  return model::Alteration::in_place(std::move(steps));
}

}  // namespace schemac::compiler::objects
