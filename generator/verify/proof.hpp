// The proof of a migration: up, down and up again on a real server, with rows in every table, judged each
// time.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "model/hints.hpp"
#include "scratch/server.hpp"
#include "verify/state.hpp"

namespace schemac::compiler::verify {

/// What is to be proven.
struct Claim {
  const State& before;
  const State& after;          ///< made from its definitions, not by the script
  std::filesystem::path up;    ///< the script from the one to the other
  std::filesystem::path down;  ///< and back
  std::string
      hazards_of_up;  ///< the text of the scripts: a script that names a hazard about rows may refuse them
  std::string hazards_of_down;
  std::span<const model::Rename> renames;  ///< what has another name after up, and keeps its rows
};

struct Proof {
  std::vector<std::string> failures;  ///< empty: proven
  std::vector<std::string> notes;     ///< what was not tried, and why: "up.sql needs empty tables (SC5006)"
};

/// Works on copies of both states. @throws ScratchError where the server itself fails.
Proof prove(scratch::ScratchServer& server, const Claim& claim);

}  // namespace schemac::compiler::verify
