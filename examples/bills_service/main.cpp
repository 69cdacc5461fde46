// A tour of the generated code: validate, insert, patch by version, page, and roll back.
// Reads DATABASE_URL, where generated/schema.sql has been applied; leaves nothing behind.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "chanuka/bills.hpp"
#include "chanuka/sponsors.hpp"
#include "schemac/connection.hpp"

namespace {

using namespace chanuka;
using schemac::Updated;

/// Times a step from construction on; prints what it did when it ends.
class Step {
 public:
  explicit Step(const char* what) : what_(what), start_(std::chrono::steady_clock::now()) {}
  ~Step() {
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start_;
    std::printf("%8.2f ms  %s\n", took.count(), what_);
    for (const std::string& line : lines_) std::printf("             %s\n", line.c_str());
  }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

  void say(std::string line) { lines_.push_back(std::move(line)); }

 private:
  const char* what_;
  std::vector<std::string> lines_;
  std::chrono::steady_clock::time_point start_;
};

bills::Insert draft(int number, const std::string& title) {
  return {.bill_number = "Bill No. " + std::to_string(number) + " of 2026",
          .title = title,
          .chamber = Chamber::national_assembly,
          .introduced_on = schemac::Date::from_civil({2026, 2, 1 + number % 28}).value(),
          .tags = {"demo"}};
}

/// Throws before any statement is sent where the row breaks a rule.
bills::Row create(schemac::Executor& db, const bills::Insert& row) {
  if (auto violations = bills::validate(row); !violations.empty()) {
    throw schemac::ValidationError(std::move(violations));
  }
  return bills::insert(db, row);
}

void show_validation(schemac::Executor& db) {
  Step step("refused by the validator, without a round trip");
  bills::Insert row = draft(1, "No");
  row.bill_number = "12/2026";
  try {
    create(db, row);
  } catch (const schemac::ValidationError& error) {
    for (const schemac::Violation& violation : error.result())
      step.say(violation.path + ": " + violation.message);
  }
}

void show_constraint(schemac::Transaction& tx) {
  Step step("refused by the database, in the words of the definition");
  auto savepoint = tx.savepoint();
  bills::Insert row = draft(99, "County Roads");
  row.county = County::nairobi;  // yet the chamber is the National Assembly
  try {
    bills::insert(tx, row);
  } catch (const schemac::ConstraintError& error) {
    if (const auto violation = bills::violation_of(error))
      step.say(violation->path + ": " + violation->message);
    savepoint.rollback();
  }
}

void show_versions(schemac::Executor& db, const bills::Row& bill) {
  Step step("patched by version, then refused as stale");
  const bills::Patch patch = {.summary = "Who may keep what about whom.", .status = BillStatus::committee};
  const Updated first = bills::update(db, bill.id, patch, bill.version);
  const Updated second = bills::update(db, bill.id, {.summary = schemac::null}, bill.version);
  step.say(std::string("first editor: ") + (first == Updated::updated ? "updated" : "?"));
  step.say(std::string("second editor: ") + (second == Updated::stale ? "stale, must read again" : "?"));
  const bills::Row now = bills::find(db, bill.id).value();
  step.say("now in version " + std::to_string(now.version) + ", " + std::string(to_string(now.status)));
}

void show_pages(schemac::Executor& db) {
  Step step("300 bills inserted and read back page by page");
  std::vector<bills::Insert> rows;
  for (int number = 100; number < 400; ++number)
    rows.push_back(draft(number, "Finance " + std::to_string(number)));
  bills::insert_many(db, rows);
  schemac::PageRequest request = {.limit = 50};
  int pages = 0;
  do {
    const schemac::Page<bills::Row> page = bills::page_by_introduced(db, request);
    if (++pages == 1)
      step.say("newest: " + page.items.front().title + ", " + page.items.front().introduced_on.to_string());
    request.after = page.next;
  } while (request.after);
  step.say(std::to_string(pages) + " pages of up to " + std::to_string(request.limit));
}

void show_soft_delete(schemac::Executor& db, BillId id) {
  Step step("deleted softly and restored");
  bills::erase(db, id);
  step.say(bills::exists(db, id) ? "still there?" : "hidden");
  bills::restore(db, id);
  step.say(bills::exists(db, id) ? "back again" : "lost?");
}

struct EndOfTour : std::exception {};

void tour(schemac::Connection& db) {
  show_validation(db);
  Step step("the whole tour in one transaction, which is then rolled back");
  try {
    db.transaction([](schemac::Transaction& tx) {
      SponsorId sponsor;
      bills::Row bill;
      {
        Step step("inserted a sponsor and a bill, validated");
        sponsor =
            sponsors::insert(tx, {.name = "Hon. Amina Otieno", .chamber = Chamber::national_assembly}).id;
        bills::Insert row = draft(12, "Data Protection");
        row.sponsor_id = sponsor;
        bill = create(tx, row);
        step.say(bill.bill_number + ", " + bill.title + ", " + bill.id.value().to_string());
      }
      show_constraint(tx);
      show_versions(tx, bill);
      show_pages(tx);
      show_soft_delete(tx, bill.id);
      throw EndOfTour();
    });
  } catch (const EndOfTour&) {
    step.say("an exception left the transaction: rolled back");
  }
  step.say("left in the database: " + std::to_string(bills::count(db)) + " bills");
}

}  // namespace

int main() {
  const char* url = std::getenv("DATABASE_URL");
  if (url == nullptr) {
    std::fputs("bills_service: set DATABASE_URL to a database with generated/schema.sql\n", stderr);
    return 64;
  }
  try {
    schemac::Connection db(url);
    tour(db);
  } catch (const schemac::Error& error) {
    std::fprintf(stderr, "bills_service: %s\n", error.what());
    return 4;
  }
}
