// expect: schemac: an empty optional is ambiguous: write schemac::null, or use schemac::or_null()
#include "chanuka/bills.hpp"

chanuka::bills::Patch patch{.summary = std::nullopt};
