// expect gcc: has no non-static data member named
// expect clang: field designator 'id' does not refer to any field
#include "chanuka/bills.hpp"

chanuka::bills::Patch patch{.id = chanuka::BillId{}};
