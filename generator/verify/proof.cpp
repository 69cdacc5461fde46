// The scripts run through psql, as an operator's would: up and down on the rows of the state before, and down
// on those of the state after, of which some are such as only the new state allows.
#include "verify/proof.hpp"

#include <iterator>

#include "verify/judge.hpp"

namespace schemac::compiler::verify {
namespace {

/// Whether a script says that rows can make it impossible.
bool may_refuse_rows(const std::string& script) {
  for (const std::string_view code : {"hazard SC5006", "hazard SC5007", "hazard SC5008"}) {
    if (script.find(code) != std::string::npos) return true;
  }
  return false;
}

/// A copy of a database, on which the scripts are run.
class Trial {
 public:
  Trial(scratch::ScratchServer& server, const Database& of) : server_(server), copy_(server, of.name()) {}

  [[nodiscard]] Contents contents() const { return copy_.contents(); }

  [[nodiscard]] std::string dump() const { return server_.pg_dump_schema(copy_.name()); }

  /// What psql says against a script; empty: nothing.
  std::string run(const std::filesystem::path& script) {
    try {
      server_.run_sql_file(copy_.name(), script.string());
      return {};
    } catch (const scratch::ScratchError& error) {
      return error.what();
    }
  }

 private:
  scratch::ScratchServer& server_;
  Database copy_;
};

/// What must be left of `first` in `last`, when the state between them lacked some of it: what was dropped
/// has come back without its values, a column that was computed otherwise is another one, one whose values
/// were converted there and back may have lost some of them (`converts`: the script says so), and a table
/// that was partitioned meanwhile is another one with the same rows.
Contents expected(Contents first, const Contents& between, const Contents& last, bool converts) {
  for (auto table = first.begin(); table != first.end();) {
    const auto middle = between.find(table->first);
    const auto end = last.find(table->first);
    if (middle == between.end() || end == last.end()) {
      table = first.erase(table);
      continue;
    }
    auto& columns = table->second.columns;
    const bool another = middle->second.partitioned_by != table->second.partitioned_by;
    if (another) table->second.oid = end->second.oid;
    for (auto column = columns.begin(); column != columns.end();) {
      const auto back = end->second.columns.find(column->first);
      if (another && back != end->second.columns.end()) column->second.number = back->second.number;
      const auto between_them = middle->second.columns.find(column->first);
      const bool kept = between_them != middle->second.columns.end() &&
                        between_them->second.generated == column->second.generated &&
                        (!converts || between_them->second.type == column->second.type);
      column = kept ? std::next(column) : columns.erase(column);
    }
    ++table;
  }
  return first;
}

class Proving {
 public:
  Proving(scratch::ScratchServer& server, const Claim& claim) : server_(server), claim_(claim) {}

  Proof run() {
    there_and_back();
    if (proof_.failures.empty()) back_with_new_rows();
    return std::move(proof_);
  }

 private:
  bool fail(std::string text) {
    proof_.failures.push_back(std::move(text));
    return false;
  }

  bool expect_schema(const Trial& trial, const State& wanted, std::string_view when) {
    const std::string difference = judge_dumps(server_, trial.dump(), wanted.dump());
    return difference.empty() || fail("the schema " + std::string(when) + " is another one:\n" + difference);
  }

  void expect_contents(const Contents& before, const Contents& after, std::string_view when) {
    for (const Loss& loss : losses(before, after)) fail(std::string(when) + ": " + loss.what);
  }

  /// Up on filled tables; on empty ones where the script says that rows may refuse it, and they do.
  void there_and_back() {
    {
      Trial trial(server_, claim_.before.filled());
      if (go_round(trial, claim_.before.contents(), may_refuse_rows(claim_.hazards_of_up))) return;
    }
    proof_.notes.push_back("up.sql refuses these rows, as its hazards say: proven on empty tables");
    Trial trial(server_, claim_.before.empty());
    go_round(trial, trial.contents(), false);
  }

  /// False where up.sql refuses the rows, and may.
  bool go_round(Trial& trial, const Contents& contents, bool may_refuse) {
    const Contents first = renamed(contents, claim_.renames);
    if (const auto refusal = trial.run(claim_.up); !refusal.empty()) {
      if (!may_refuse) fail("up.sql fails, and names no hazard about rows: " + refusal);
      return !may_refuse;
    }
    if (!expect_schema(trial, claim_.after, "after up")) return true;
    const Contents between = trial.contents();
    expect_contents(first, between, "after up");
    if (go_back(trial, first, between)) go_again(trial);
    return true;
  }

  bool go_back(Trial& trial, const Contents& first, const Contents& between) {
    if (const auto refusal = trial.run(claim_.down); !refusal.empty()) {
      if (!may_refuse_rows(claim_.hazards_of_down))
        return fail("down.sql fails and names no hazard: " + refusal);
      proof_.notes.push_back("down.sql refuses these rows, as its hazards say");
      return false;
    }
    if (!expect_schema(trial, claim_.before, "after down")) return false;
    const Contents last = renamed(trial.contents(), claim_.renames);
    const bool converts = claim_.hazards_of_up.find("hazard SC5008") != std::string::npos;
    expect_contents(expected(first, between, last, converts), last, "after down");
    return true;
  }

  void go_again(Trial& trial) {
    const std::string refusal = trial.run(claim_.up);
    if (refusal.empty()) {
      expect_schema(trial, claim_.after, "after up, down and up");
    } else if (!may_refuse_rows(claim_.hazards_of_up)) {
      fail("up.sql fails the second time: " + refusal);
    }
  }

  void back_with_new_rows() {
    Trial trial(server_, claim_.after.filled());
    const std::string refusal = trial.run(claim_.down);
    if (refusal.empty()) {
      expect_contents(renamed_back(claim_.after.contents(), claim_.renames), trial.contents(),
                      "after down, with rows of the new state");
    } else if (may_refuse_rows(claim_.hazards_of_down)) {
      proof_.notes.push_back("down.sql refuses rows that only the new state allows, as its hazards say");
    } else {
      fail("down.sql fails on rows of the new state, and names no hazard: " + refusal);
    }
  }

  scratch::ScratchServer& server_;
  const Claim& claim_;
  Proof proof_;
};

}  // namespace

Proof prove(scratch::ScratchServer& server, const Claim& claim) {
  return Proving(server, claim).run();
}

}  // namespace schemac::compiler::verify
