// The right way of everything that the other cases do wrong.
#include "chanuka/bills.hpp"
#include "chanuka/users.hpp"

using namespace chanuka;

bills::Insert full(SponsorId sponsor) {
  return {.bill_number = "Bill No. 1 of 2026",
          .title = "Data Protection",
          .summary = std::nullopt,
          .status = BillStatus::committee,
          .chamber = Chamber::senate,
          .sponsor_id = sponsor,
          .introduced_on = schemac::Date{},
          .tags = {"privacy", "tax"}};
}

bills::Patch patch(const bills::Row& row, std::optional<std::string> summary) {
  bills::Patch patch = {
      .title = "Data", .summary = schemac::null, .sponsor_id = schemac::or_null(row.sponsor_id)};
  patch.summary = schemac::or_null(summary);
  patch.tags = std::vector<std::string>{};
  return patch;
}

bool same(const bills::Row& a, const bills::Row& b) {
  return a.id == b.id && a.sponsor_id == b.sponsor_id && a == b;
}

// Nobody is warned of a deprecated column who does not name it.
bool made(const bills::Row& row) {
  const auto title_of = [](const bills::Patch& one) { return *one.title.get(); };
  bills::Row copy = row;
  copy = bills::Row{};
  return copy == row && title_of({.title = "Data"}) == row.title;
}
