// Compares the migrations at hand with the ledger. A migration belongs to the database if the ledger holds
// its checksums, wherever it stands among the others: the newest version applied decides nothing.
#include "migrate/history.hpp"

#include <algorithm>

#include "schemac/error.hpp"

namespace schemac::migrate {
namespace {

/// What an entry comes to: a script of which no step has been kept has changed nothing.
State effect_of(const Entry& entry) {
  const bool nothing_kept = entry.steps_done == 0 && !entry.step_open;
  if (nothing_kept && entry.state == State::applying) return State::pending;
  if (nothing_kept && entry.state == State::reverting) return State::applied;
  return entry.state;
}

bool half_done(const Entry& entry) {
  const State effect = effect_of(entry);
  return effect == State::applying || effect == State::reverting;
}

/// The database has it, or a part of it.
bool is_there(const Entry& entry) {
  return effect_of(entry) == State::applied || half_done(entry);
}

std::string changed_files(const Checksums& now, const Checksums& then) {
  std::string files;
  const auto add = [&](bool changed, const char* file) {
    if (changed) files += (files.empty() ? "" : ", ") + std::string{file};
  };
  add(now.up != then.up, "up.sql");
  add(now.down != then.down, "down.sql");
  add(now.change != then.change, "change.json");
  return files;
}

std::string says_half_done(const Entry& entry) {
  const bool up = entry.state == State::applying;
  return entry.folder() + " is half " + (up ? "applied" : "reverted") +
         " (steps done: " + std::to_string(entry.steps_done) + "): `schemactl migrate " +
         (up ? "up" : "down") + "` goes on with it";
}

std::string says_changed(const Entry& entry, const std::string& files) {
  return entry.folder() + ": " + files + " changed since it was run (" + entry.started_at +
         "). Restore what was run, and write a new migration for what should be different; if the database "
         "is what the files say now, `schemactl migrate resolve --applied " +
         entry.version + "` records them";
}

/// Whether a finding of this kind ends a run.
bool stops(FindingKind kind, const Options& options) {
  switch (kind) {
    case FindingKind::changed:
    case FindingKind::renamed:
      return true;
    case FindingKind::missing:
      return !options.missing;
    case FindingKind::out_of_order:
      return !options.out_of_order;
    case FindingKind::ahead:
    case FindingKind::half_done:  // the planning of up and down judges it
      return false;
  }
  return true;
}

}  // namespace

History::History(const std::vector<Migration>& migrations, std::vector<Recorded> rows)
    : migrations_{&migrations}, rows_{std::move(rows)} {}

const Migration* History::find(const std::string& version) const {
  const auto found = std::find_if(migrations_->begin(), migrations_->end(),
                                  [&](const Migration& one) { return one.version == version; });
  return found == migrations_->end() ? nullptr : &*found;
}

const Migration& History::expect(const std::string& version) const {
  if (const Migration* found = find(version)) return *found;
  throw MigrationError{"there is no migration of version " + version +
                       "; a version is the 14 digits that a migration's folder begins with"};
}

const Recorded* History::recorded(const std::string& version) const {
  const auto found = std::find_if(rows_.begin(), rows_.end(),
                                  [&](const Recorded& row) { return row.entry.version == version; });
  return found == rows_.end() ? nullptr : &*found;
}

bool History::has(const Migration& migration) const {
  const Recorded* row = recorded(migration.version);
  return row != nullptr && is_there(row->entry);
}

Status History::status() const {
  Status status;
  for (const Recorded& row : rows_)
    if (is_there(row.entry) || find(row.entry.version) != nullptr) status.entries.push_back(row.entry);
  for (const Migration& migration : *migrations_) {
    if (recorded(migration.version) != nullptr) continue;
    Entry& entry = status.entries.emplace_back();
    entry.version = migration.version;
    entry.name = migration.name;
  }
  std::sort(status.entries.begin(), status.entries.end(),
            [](const Entry& a, const Entry& b) { return a.version < b.version; });
  status.findings = findings();
  return status;
}

std::vector<Finding> History::findings() const {
  std::vector<Finding> found;
  for (const Recorded& row : rows_)
    if (is_there(row.entry)) compare_row(row, found);
  find_late(found);
  return found;
}

void History::compare_row(const Recorded& row, std::vector<Finding>& into) const {
  const std::string folder = row.entry.folder();
  if (half_done(row.entry)) into.push_back({FindingKind::half_done, folder, says_half_done(row.entry)});
  if (const Migration* migration = find(row.entry.version)) {
    const std::string files = changed_files(checksums_of(*migration), row.checksums);
    if (!files.empty()) into.push_back({FindingKind::changed, folder, says_changed(row.entry, files)});
    return;
  }
  const auto same = std::find_if(migrations_->begin(), migrations_->end(), [&](const Migration& one) {
    return !has(one) && checksums_of(one) == row.checksums;
  });
  const bool newer = migrations_->empty() || migrations_->back().version < row.entry.version;
  if (same != migrations_->end())
    into.push_back({FindingKind::renamed, folder,
                    same->folder() + " was applied as " + folder +
                        ": give the folder that name again, or it would be applied twice"});
  else if (newer)
    into.push_back({FindingKind::ahead, folder,
                    folder + " is applied, and newer than every migration here: the database is ahead"});
  else
    into.push_back({FindingKind::missing, folder,
                    folder + " is applied, but is not among the migrations: bring its folder back (is it on "
                             "a branch?), or go on without it with --missing"});
}

void History::find_late(std::vector<Finding>& into) const {
  const Entry* newest = nullptr;
  for (const Recorded& row : rows_)
    if (is_there(row.entry) && (newest == nullptr || newest->version < row.entry.version))
      newest = &row.entry;
  for (const Migration& migration : *migrations_) {
    if (newest == nullptr || newest->version < migration.version || has(migration)) continue;
    into.push_back({FindingKind::out_of_order, migration.folder(),
                    migration.folder() + " is not applied, but " + newest->folder() +
                        " is, which is newer: apply it all the same with --out-of-order, or rename its "
                        "folder to a version after that one"});
  }
}

void History::refuse(Direction direction, const Options& options) const {
  std::string message;
  for (const Finding& finding : findings()) {
    if (direction == Direction::down && finding.kind == FindingKind::out_of_order) continue;
    if (stops(finding.kind, options)) message += (message.empty() ? "" : "\n") + finding.message;
  }
  if (!message.empty()) throw MigrationError{message};
}

std::vector<Planned> History::plan(Direction direction, const Options& options) const {
  refuse(direction, options);
  return direction == Direction::up ? plan_up(options) : plan_down(options);
}

std::vector<Planned> History::plan_up(const Options& options) const {
  if (!options.to.empty()) expect(options.to);
  std::vector<Planned> plan;
  for (const Recorded& row : rows_) {
    if (!half_done(row.entry)) continue;
    if (row.entry.state == State::reverting)
      throw MigrationError{row.entry.folder() +
                           " is half reverted: finish that first with `schemactl migrate down`"};
    plan.push_back(planned(expect(row.entry.version), Direction::up));
  }
  for (const Migration& migration : *migrations_) {
    const bool wanted = options.to.empty() || migration.version <= options.to;
    if (wanted && !has(migration)) plan.push_back(planned(migration, Direction::up));
  }
  return plan;
}

std::vector<Planned> History::plan_down(const Options& options) const {
  if (!options.to.empty() && options.to != "0") expect(options.to);
  std::vector<Planned> plan;
  for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) {
    const Entry& entry = row->entry;
    if (half_done(entry) && entry.state == State::applying)
      throw MigrationError{entry.folder() +
                           " is half applied: finish that first with `schemactl migrate up`; if it cannot be "
                           "finished, undo by hand what is there, and say so with "
                           "`schemactl migrate resolve --rolled-back " +
                           entry.version + "`"};
    const bool wanted = options.to.empty() ? plan.empty() : entry.version > options.to;
    if (!half_done(entry) && !(wanted && is_there(entry))) continue;
    if (entry.origin == "baseline")
      throw MigrationError{entry.folder() +
                           " was there before schemac (it was recorded by baseline): it is not reverted"};
    plan.push_back(planned(expect(entry.version), Direction::down));
  }
  return plan;
}

Planned History::planned(const Migration& migration, Direction direction) const {
  Planned planned;
  planned.migration = migration;
  planned.direction = direction;
  planned.script = read_script(direction == Direction::up ? migration.up : migration.down, planned.path());
  const Recorded* row = recorded(migration.version);
  if (row == nullptr || !half_done(row->entry)) return planned;
  planned.begun = true;
  planned.steps_done = static_cast<std::size_t>(row->entry.steps_done);
  const bool open = row->entry.step_open && planned.steps_done < planned.script.steps.size();
  if (open && planned.script.steps[planned.steps_done].transactional)
    throw unknown_extent(planned, planned.steps_done);
  return planned;
}

MigrationError unknown_extent(const Planned& planned, std::size_t index) {
  return MigrationError{
      planned.path() + ": step " + std::to_string(index + 1) +
          " ended its transaction itself, so that nobody knows how much of it is there: look, "
          "complete or undo the migration by hand, say which with `schemactl migrate resolve "
          "--applied|--rolled-back " +
          planned.migration.version + "`, and take COMMIT and ROLLBACK out of the step",
      {},
      planned.path()};
}

StepPlace Planned::place(std::size_t index) const {
  return {path(), index + 1, script.steps.size(), script.steps[index].what};
}

std::string_view name(State state) {
  switch (state) {
    case State::pending:
      return "pending";
    case State::applying:
      return "applying";
    case State::applied:
      return "applied";
    case State::reverting:
      return "reverting";
    case State::reverted:
      return "reverted";
    case State::replaced:
      return "replaced";
  }
  return "unknown";
}

std::string_view name(FindingKind kind) {
  switch (kind) {
    case FindingKind::changed:
      return "changed";
    case FindingKind::renamed:
      return "renamed";
    case FindingKind::missing:
      return "missing";
    case FindingKind::ahead:
      return "ahead";
    case FindingKind::out_of_order:
      return "out_of_order";
    case FindingKind::half_done:
      return "half_done";
  }
  return "unknown";
}

}  // namespace schemac::migrate
