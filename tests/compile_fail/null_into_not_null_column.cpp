// expect: schemac: this column cannot be NULL
#include "chanuka/bills.hpp"

chanuka::bills::Patch patch{.title = schemac::null};
