// expect: schemac: an empty optional is ambiguous: write schemac::null, or use schemac::or_null()
#include "chanuka/bills.hpp"

void set(chanuka::bills::Patch& patch, std::optional<std::string> summary) {
  patch.summary = summary;
}
