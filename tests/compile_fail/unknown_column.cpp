// expect gcc: has no non-static data member named
// expect clang: field designator 'titel' does not refer to any field
#include "chanuka/bills.hpp"

chanuka::bills::Patch patch{.titel = "Data Protection"};
