// expect: schemac: this is the id of another table
#include "chanuka/bills.hpp"

void set(chanuka::bills::Insert& in, chanuka::UserId user) {
  in.sponsor_id = user;
}
