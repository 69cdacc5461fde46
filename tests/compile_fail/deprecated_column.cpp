// expect: use status
#include "chanuka/bills.hpp"

chanuka::bills::Patch patch() {
  chanuka::bills::Patch patch;
  patch.reading_stage = "second";
  return patch;
}
