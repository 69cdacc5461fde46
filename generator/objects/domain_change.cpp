// A constraint of a domain type holds for what is written from then on; that all rows meet it is looked at
// apart, without a lock on the type.
#include "objects/domain_change.hpp"

#include <algorithm>

#include "objects/sql_text.hpp"
#include "objects/type_users.hpp"
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
    std::vector<std::string> conditions;
    for (const TypeUser& user : columns_of_type(before_, id_)) {
      if (!user.array)
        conditions.push_back(
            no_row_where(*user.column, support::quote_identifier(user.column->id.part) + " IS NULL"));
    }
    step.precondition = all_of(conditions);
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
  }

  const ObjectId& id_;
  const DomainType& old_;
  const DomainType& now_;
  const model::Model& before_;
  bool stored_;
  std::vector<Step> steps_;
};

/// Whether values that `old` takes may be none of `now`, and rows are to be looked through for them.
bool is_stricter(const DomainType& old, const DomainType& now) {
  if (now.not_null && !old.not_null) return true;
  return std::any_of(now.checks.begin(), now.checks.end(), [&](const DomainCheck& check) {
    return !check.not_valid && std::find(old.checks.begin(), old.checks.end(), check) == old.checks.end();
  });
}

/// The server does not look for a domain's values inside of arrays, and refuses to make it stricter then.
bool is_in_arrays(const model::Model& model, const ObjectId& domain) {
  const std::vector<TypeUser> users = columns_of_type(model, domain);
  return std::any_of(users.begin(), users.end(), [](const TypeUser& user) { return user.array; });
}

}  // namespace

std::string domain_check(const DomainCheck& check) {
  return "CONSTRAINT " + support::quote_identifier(check.name) + " CHECK (" + check.expression + ")";
}

model::Alteration alter_domain(const Object& from, const Object& to, const model::Transition& transition) {
  const auto& old = from.state.as<DomainType>();
  const auto& now = to.state.as<DomainType>();
  if (old.base != now.base || old.collation != now.collation) return model::Alteration::supersede();
  if (is_stricter(old, now) && is_in_arrays(transition.before, from.id))
    return model::Alteration::supersede();
  return model::Alteration::in_place(DomainChange(from, to, transition).steps());
}

}  // namespace schemac::compiler::objects
