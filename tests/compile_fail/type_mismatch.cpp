// expect: schemac: this is no value of the column's type
#include "chanuka/bills.hpp"

chanuka::bills::Patch patch{.introduced_on = "2026-02-03"};
