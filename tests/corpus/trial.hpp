// One case tried on a scratch server: planned, applied up and down on rows, and compared.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "corpus_case.hpp"
#include "scratch/server.hpp"
#include "verify/contents.hpp"

namespace schemac::corpus {

/// Why a direction failed, in the order in which it is found out; the report has a column for each.
enum class Cause {
  none,
  no_plan,      ///< `schemac diff` failed
  not_empty,    ///< equal sides, and yet a difference
  nothing,      ///< unequal sides, and yet no difference
  refused,      ///< the script failed, with rows or without
  fingerprint,  ///< the schema is not the one that was asked for, says the observer
  dump,         ///< … says pg_dump
  recreated,    ///< a table or a column that is on both sides is another one
  rows,         ///< rows are gone, or have other values
  error,        ///< the trial itself failed
};

/// A few words for the report.
std::string_view name(Cause cause);

struct Direction {
  Cause cause = Cause::none;
  std::string detail;             ///< messages or differing lines, shortened
  std::set<std::string> hazards;  ///< codes that the script names
  std::uint32_t rows = 0;         ///< how many a table had at the last attempt
};

struct Outcome {
  std::string load_error;  ///< a side does not load: then nothing else was tried
  Direction up;
  Direction down;
  std::vector<std::string> empty_tables;  ///< of the old side, and why
  double seconds = 0;
};

struct TrialSettings {
  std::string schemac;         ///< the program
  std::string fingerprint;     ///< the observer's SQL
  std::filesystem::path keep;  ///< where the scripts stay; empty: nowhere
};

/// Tries a case; `server` is as before afterwards. Never throws: what goes wrong is the outcome.
Outcome try_case(compiler::scratch::ScratchServer& server, const Case& tried, const TrialSettings& settings);

}  // namespace schemac::corpus
