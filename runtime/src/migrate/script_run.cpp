// Runs the script of one migration. A transactional step carries the ledger's update, so that both are there
// or neither. A step without a transaction is asked for by its probe before it is run, and when it has
// failed: the ledger alone cannot tell, since a kill may fall between the statement and the ledger's update.
#include "migrate/script_run.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <thread>

#include "back_off.hpp"
#include "migrate/history.hpp"
#include "schemac/codec/codecs.hpp"
#include "schemac/error.hpp"

namespace schemac::migrate {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Somebody else's locks were in the way; the server has undone the step.
bool is_lock_trouble(const Error& error) {
  return error.sqlstate() == "55P03" || error.sqlstate() == "40P01";
}

/// The line of the script that `position` characters of the step's SQL lead to; 0 if the server named none.
int line_of(const ScriptStep& step, int position) {
  if (position <= 0) return 0;
  int line = step.line;
  int characters = 1;
  for (const char c : step.sql) {
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;  // a character counts at its first byte
    if (characters++ >= position) break;
    if (c == '\n') ++line;
  }
  return line;
}

/// The one value that a query of the script gives; null where it gives none.
FieldView ask(Executor& on, const std::string& query, const char* role, Result& result) {
  try {
    result = on.execute(query);
  } catch (const QueryError& error) {
    throw MigrationError{std::string{"the "} + role + " fails: " + error.what() + ": " + query,
                         error.sqlstate()};
  }
  return result.rows() == 1 && result.columns() == 1 ? result.field(0, 0) : FieldView{nullptr, 0};
}

void expect_precondition(Executor& on, const ScriptStep& step) {
  if (step.precondition.empty()) return;
  Result result;
  const FieldView answer = ask(on, step.precondition, "precondition", result);
  if (!answer.is_null() && Codec<bool>::decode(answer)) return;
  std::string hazards;
  for (const std::string& hazard : step.hazards) hazards += (hazards.empty() ? "" : "; ") + hazard;
  throw MigrationError{(hazards.empty() ? "its precondition does not hold" : hazards) + ": " +
                       step.precondition};
}

/// Gives the session the settings with which every script begins: those of the connection, and that the
/// server ends a statement within a second when the program is gone. The lock stays.
void set_up_session(Connection& connection) {
  connection.execute_script(
      "RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL; DISCARD TEMP; SET client_encoding = 'UTF8'; "
      "SET client_connection_check_interval = '1s'");
}

/// The server's hint as a sentence after its message.
std::string hint_of(const QueryError* error) {
  return error == nullptr || error->hint().empty() ? "" : ". " + error->hint();
}

/// What to do before the next run: class 53 are the server's resources, its disk above all.
std::string remedy(const Error& error, const char* otherwise) {
  return error.sqlstate().substr(0, 2) == "53" ? "make room on the server" : otherwise;
}

/// How things stand after a step failed, and what to do.
std::string advice(const Connection& connection, const Planned& planned, std::size_t index,
                   const Error& error) {
  const std::size_t count = planned.script.steps.size();
  if (!connection.usable())
    return "The connection is lost. Run again when the server can be reached: the run asks it how far this "
           "step has come, and goes on from there";
  if (!planned.script.steps[index].transactional)
    return std::to_string(index) + " of " + std::to_string(count) +
           " steps are done: " + remedy(error, "correct what is said here") +
           ", and run again; it asks the database how far this step has come";
  if (index == 0 && planned.direction == Direction::down)
    return "Nothing is reverted, and the migration is still applied: " + remedy(error, "correct the data") +
           ", and run again";
  if (index == 0)
    return "Nothing of this migration is in the database: " +
           remedy(error, "correct the script or the data") + ", and run again";
  return "This step is undone, and " + std::to_string(index) + " of " + std::to_string(count) +
         " steps are done: " + remedy(error, "correct the data") +
         ", and run again; it goes on with this step";
}

}  // namespace

std::string ask_probe(Connection& connection, const ScriptStep& step) {
  Result result;
  const FieldView field = ask(connection, step.probe, "probe", result);
  std::string answer = field.is_null() ? std::string{} : Codec<std::string>::decode(field);
  if (answer == "absent" || answer == "partial" || answer == "done") return answer;
  throw MigrationError{"the probe gives neither 'absent' nor 'partial' nor 'done': " + step.probe};
}

ScriptRun::ScriptRun(Connection& connection, Ledger& ledger, const Options& options, const Planned& planned)
    : connection_{&connection}, ledger_{&ledger}, options_{&options}, planned_{&planned} {}

State ScriptRun::after(std::size_t index) const {
  const bool last = index + 1 == planned_->script.steps.size();
  return planned_->direction == Direction::up ? (last ? State::applied : State::applying)
                                              : (last ? State::reverted : State::reverting);
}

void ScriptRun::run() {
  if (!planned_->begun)
    ledger_->record(*connection_, planned_->migration,
                    planned_->direction == Direction::up ? State::applying : State::reverting, "run");
  apply_settings();
  for (std::size_t i = planned_->steps_done; i < planned_->script.steps.size(); ++i) run_step(i);
}

void ScriptRun::apply_settings() {
  set_up_session(*connection_);
  if (planned_->script.settings.empty()) return;
  try {
    connection_->execute_script(planned_->script.settings);
  } catch (const Error& error) {
    throw MigrationError{planned_->path() + ", before its first step: " + error.what(), error.sqlstate(),
                         planned_->path()};
  }
}

void ScriptRun::run_step(std::size_t index) {
  const ScriptStep& step = planned_->script.steps[index];
  const StepPlace place = planned_->place(index);
  Observer silent;
  Observer& observer = options_->observer == nullptr ? silent : *options_->observer;
  observer.begun(place);
  const Clock::time_point start = Clock::now();
  bool whole = true;
  BackOff back_off{std::chrono::seconds{options_->retry_seconds}};
  for (bool again = true; again;) {
    again = false;
    try {
      if (step.transactional)
        whole = attempt_in_transaction(step, after(index));
      else
        attempt_alone(step, after(index));
    } catch (const Error& error) {
      const auto pause = is_lock_trouble(error) ? back_off.next() : std::nullopt;
      if (!pause) fail(index, error);
      observer.retrying(place, error.what(), std::chrono::duration<double>(*pause).count());
      std::this_thread::sleep_for(*pause);
      again = true;
    }
  }
  if (!whole) throw unknown_extent(*planned_, index);
  observer.done(place, seconds_since(start));
}

bool ScriptRun::attempt_in_transaction(const ScriptStep& step, State then) {
  const Clock::time_point start = Clock::now();
  bool whole = true;
  connection_->transaction([&](Transaction& transaction) {
    expect_precondition(transaction, step);
    ledger_->open_step(transaction, version());
    try {
      transaction.execute_script(step.sql);
    } catch (const UsageError&) {
      whole = transaction.active();
      if (whole) throw;
      return;
    }
    ledger_->close_step(transaction, version(), seconds_since(start), then);
  });
  if (!whole) ledger_->open_step(*connection_, version());
  return whole;
}

void ScriptRun::attempt_alone(const ScriptStep& step, State then) {
  const Clock::time_point start = Clock::now();
  const std::string there = ask_probe(*connection_, step);
  if (there == "partial" && !step.repair.empty()) connection_->execute_script(step.repair);
  if (there != "done") execute_alone(step);
  ledger_->close_step(*connection_, version(), seconds_since(start), then);
}

void ScriptRun::execute_alone(const ScriptStep& step) {
  expect_precondition(*connection_, step);
  ledger_->open_step(*connection_, version());
  try {
    connection_->execute_script(step.sql);
    const std::string there = ask_probe(*connection_, step);
    if (there != "done")
      throw MigrationError{"the statement has run, but its probe says '" + there + "': " + step.probe};
  } catch (const Error&) {
    leave_nothing_partial(step);
    throw;
  }
}

/// What cannot be done now, the next run does, since the step stays open in the ledger.
void ScriptRun::leave_nothing_partial(const ScriptStep& step) noexcept {
  try {
    if (ask_probe(*connection_, step) == "partial" && !step.repair.empty())
      connection_->execute_script(step.repair);
    if (ask_probe(*connection_, step) == "absent") ledger_->drop_step(version());
  } catch (const Error&) {
  }
}

void ScriptRun::fail(std::size_t index, const Error& error) const {
  const ScriptStep& step = planned_->script.steps[index];
  const StepPlace place = planned_->place(index);
  const auto* refused = dynamic_cast<const QueryError*>(&error);
  const int line = refused == nullptr ? 0 : line_of(step, refused->position());
  std::string message = planned_->path() + (line > 0 ? ":" + std::to_string(line) : "") + ", step " +
                        std::to_string(place.number) + " of " + std::to_string(place.count);
  if (!place.what.empty()) message += " (" + place.what + ")";
  message += ": " + std::string{error.what()} + hint_of(refused) + "\n" +
             advice(*connection_, *planned_, index, error);
  throw MigrationError{message, error.sqlstate(), planned_->path()};
}

}  // namespace schemac::migrate
