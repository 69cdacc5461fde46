// Goes through the statements in order and keeps what later ones depend on: the transaction, the tables that
// the script has made, the checks that it has validated.
#include "review/review.hpp"

#include <algorithm>

#include "model/step.hpp"
#include "review/remarks.hpp"
#include "review/rules/rules.hpp"
#include "sql/lexical.hpp"

namespace schemac::compiler::review {
namespace {

using sql::Act;
using sql::Action;
using sql::ScriptStatement;

constexpr std::string_view kFirstLine = "-- schemac script ";
constexpr std::string_view kNoTransaction = "-- no transaction";

/// `text` with the action's words in place of {object}, {name} and {other}.
std::string filled(std::string_view text, const Action& action) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    result += text.substr(0, open);
    text.remove_prefix(open);
    if (text.empty()) break;
    const std::size_t close = text.find('}');
    const std::string_view word = text.substr(1, close - 1);
    result += word == "object" ? action.object : word == "name" ? action.name : action.other;
    text.remove_prefix(close + 1);
  }
  return result;
}

/// Lines of comments below a script's first one, before anything else.
bool head_says(std::string_view text, std::string_view line) {
  const std::size_t end = sql::blank_end(text, 0);
  const std::string_view head = text.substr(0, end);
  return head.starts_with(line) || head.find("\n" + std::string(line)) != std::string_view::npos;
}

/// Who rewrites a table blocks it as well.
bool speaks_of(const Remark& remark, const Rule& rule) {
  if (remark.kind == Remark::Kind::allow) return remark.code == rule.code;
  return remark.code == rule.hazard ||
         (remark.code == model::hazards::kRewritesTable && rule.hazard == model::hazards::kBlocks);
}

class Review {
 public:
  Review(const Script& script, support::Diagnostics& diagnostics)
      : script_(script), diagnostics_(diagnostics), rules_(all_rules()) {
    now_.type_before = script.type_before;
  }

  void run() {
    auto parsed = sql::read_script(script_.text);
    if (const auto* error = std::get_if<sql::SqlError>(&parsed)) {
      diagnostics_
          .error(span(error->begin, error->end), "SC7001", "the script cannot be read: " + error->message)
          .help = "it is plain SQL, without commands of psql";
      return;
    }
    statements_ = std::get<std::vector<ScriptStatement>>(std::move(parsed));
    begin_as_the_runner_does();
    for (const ScriptStatement& statement : statements_) {
      const Action& first = statement.actions.front();
      if (first.act == Act::create_table) now_.made_tables.insert(first.object);
    }
    std::size_t end = 0;
    for (const ScriptStatement& statement : statements_) {
      take_remarks(end, statement);
      judge(statement);
      for (const Action& action : statement.actions) remember(action);
      if (!now_.has_begun) report_remarks();
      end = statement.end;
    }
    report_remarks();
  }

 private:
  support::Span span(std::size_t begin, std::size_t end) const {
    return {script_.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  /// A script without steps is one, in a transaction that it may write down itself.
  void begin_as_the_runner_does() {
    if (script_.text.starts_with(kFirstLine) || head_says(script_.text, kNoTransaction)) return;
    const bool written = statements_.size() > 1 && statements_.front().actions.front().act == Act::begin &&
                         statements_.back().actions.front().act == Act::end;
    now_.in_transaction = !written;
  }

  /// What stands above a BEGIN holds until the transaction ends, anything else for its statement.
  void take_remarks(std::size_t end_before, const ScriptStatement& statement) {
    for (Remark& remark : read_remarks(script_.text, end_before, statement.begin)) {
      const bool is_rule = std::any_of(rules_.begin(), rules_.end(),
                                       [&](const Rule& rule) { return rule.code == remark.code; });
      const bool allow = remark.kind == Remark::Kind::allow;
      if (allow && (!is_rule || remark.reason.empty())) {
        diagnostics_
            .error(span(remark.begin, remark.end), "SC7002",
                   is_rule ? "nothing says why this is allowed" : "there is no rule `" + remark.code + "`")
            .help = "-- allow SC7017: why it does no harm here";
        continue;
      }
      remarks_.push_back(std::move(remark));
    }
  }

  void report_remarks() {
    for (const Remark& remark : remarks_) {
      if (remark.kind == Remark::Kind::hazard || remark.used) continue;
      diagnostics_
          .warning(span(remark.begin, remark.end), "SC7003", "allows " + remark.code + ", which is not there")
          .help = "take the comment away";
    }
    remarks_.clear();
  }

  void judge(const ScriptStatement& statement) {
    now_.statement = &statement;
    now_.text = std::string_view(script_.text).substr(statement.begin, statement.end - statement.begin);
    const auto rest = statements_.begin() + (&statement - statements_.data());
    now_.is_ended_later = std::any_of(rest, statements_.end(), [](const ScriptStatement& later) {
      return later.actions.front().act == Act::end;
    });
    for (const Rule& rule : rules_) {
      if (!rule.act) judge(rule, whole(statement));
      for (const Action& action : statement.actions) {
        if (rule.act == action.act) judge(rule, action);
      }
    }
  }

  Action whole(const ScriptStatement& statement) const {
    Action action;
    action.begin = statement.begin;
    action.end = sql::token_end(script_.text, statement.begin);
    return action;
  }

  void judge(const Rule& rule, const Action& action) {
    if (rule.scope == Scope::in_use && now_.own_tables.contains(action.object)) return;
    if (rule.scope == Scope::choice && script_.from_definitions) return;
    if (rule.applies != nullptr && !rule.applies(action, now_)) return;
    if (rule.once && !once_.insert(rule.code).second) return;
    bool said = false;
    for (Remark& remark : remarks_) {
      if (!speaks_of(remark, rule)) continue;
      remark.used = said = true;
    }
    if (!said) report(rule, action);
  }

  void report(const Rule& rule, const Action& action) {
    const support::Span place = span(action.begin, action.end);
    const std::string message = filled(rule.message, action);
    const std::string reason = filled(rule.reason, action);
    auto& finding = rule.severity == support::Severity::error
                        ? diagnostics_.error(place, rule.code, message, reason)
                        : diagnostics_.warning(place, rule.code, message, reason);
    finding.help = filled(rule.help, action);
  }

  void remember(const Action& action) {
    const Act act = action.act;
    if (act == Act::begin) now_.in_transaction = now_.has_begun = true;
    if (act == Act::end) end_transaction();
    if (act == Act::set_lock_timeout) now_.lock_timeout = true;
    if (act == Act::create_table) now_.own_tables.insert(action.object);
    if (act == Act::rename_table) move_aside(action);
    if (act == Act::add_check && action.column.not_null) checks_.push_back(action);
    if (now_.in_transaction && action.not_valid) now_.not_valid.insert({action.object, action.name});
    if (act == Act::validate) believe(action);
    if (act == Act::add_enum_value && now_.in_transaction) now_.added_values.insert(action.name);
  }

  void believe(const Action& validation) {
    for (const Action& check : checks_) {
      if (check.object == validation.object && check.name == validation.name)
        now_.never_null.insert({check.object, check.other});
    }
  }

  void end_transaction() {
    now_.in_transaction = now_.has_begun = false;
    for (const std::string& table : aside_) now_.own_tables.erase(table);
    aside_.clear();
    now_.not_valid.clear();
    now_.added_values.clear();
  }

  /// Its old name is free, the new one known to nobody.
  void move_aside(const Action& action) {
    if (!now_.in_transaction) return;
    const std::string schema = action.object.substr(0, action.object.find('.') + 1);
    aside_.push_back(schema + action.other);
    now_.own_tables.insert(aside_.back());
  }

  const Script& script_;
  support::Diagnostics& diagnostics_;
  std::vector<Rule> rules_;
  std::vector<ScriptStatement> statements_;
  Situation now_;
  std::vector<Remark> remarks_;
  std::vector<Action> checks_;       ///< that keep a column from NULL, once they are validated
  std::set<std::string_view> once_;  ///< codes of the rules that have been met, of those that count once
  std::vector<std::string> aside_;   ///< tables that were renamed in this transaction
};

}  // namespace

std::vector<Rule> all_rules() {
  std::vector<Rule> rules;
  for (const auto& some : {column_rules(), constraint_rules(), index_rules(), removal_rules(),
                           transaction_rules(), type_rules()})
    rules.insert(rules.end(), some.begin(), some.end());
  return rules;
}

void review(const Script& script, support::Diagnostics& diagnostics) {
  Review(script, diagnostics).run();
}

}  // namespace schemac::compiler::review
