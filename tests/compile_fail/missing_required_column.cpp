// expect gcc: could not convert
// expect clang: no matching constructor for initialization of 'schemac::Required<
#include "chanuka/bills.hpp"

chanuka::bills::Insert in{.bill_number = "Bill No. 1 of 2026", .chamber = chanuka::Chamber::senate};
