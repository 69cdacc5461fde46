// What became of all cases, as a table for people and as JSON.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "trial.hpp"

namespace schemac::corpus {

struct Tried {
  Case tried;
  Outcome outcome;
};

/// A table by suite and by cause for each direction, then each failure with the first lines of its reason,
/// then the cases whose sides do not load.
void print_report(const std::vector<Tried>& all, std::ostream& out);

/// Everything that is known of each case.
std::string json_report(const std::vector<Tried>& all);

/// The share of the cases that load which passed, of the worse direction, in percent. 100 for none.
double worst_share(const std::vector<Tried>& all);

}  // namespace schemac::corpus
