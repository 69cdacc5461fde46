// expect: schemac: the ids of two tables are never equal
#include "chanuka/ids.hpp"

bool same(chanuka::BillId bill, chanuka::UserId user) {
  return bill == user;
}
