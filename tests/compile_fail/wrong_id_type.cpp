// expect: schemac: this is the id of another table
#include "chanuka/bills.hpp"

bool there(schemac::Executor& db, chanuka::SponsorId id) {
  return chanuka::bills::exists(db, id);
}
