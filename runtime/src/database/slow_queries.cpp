// Captures slow statements. The caller only puts them into a short queue; a thread asks for their plans, not
// more often than a few times a second, and under a time limit: a server that is slow gets no more to do.
#include "database/slow_queries.hpp"

#include <chrono>

#include "database/cluster.hpp"
#include "database/fingerprint.hpp"
#include "schemac/codec/codecs.hpp"
#include "schemac/error.hpp"
#include "schemac/redact.hpp"

namespace schemac {
namespace {

constexpr std::size_t kMostWaiting = 16;
constexpr std::chrono::milliseconds kBetweenPlans{200};
constexpr int kPlanMs = 2'000;

PoolOptions one_connection() {
  PoolOptions options;
  options.name = "plans";
  options.min = 0;
  options.max = 1;
  options.acquire_ms = kPlanMs;
  options.connection.prepared_statements = 0;
  return options;
}

/// What EXPLAIN takes.
bool has_plan(std::string_view sql) {
  for (const std::string_view verb : {"SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES"})
    if (sql.starts_with(verb)) return true;
  return false;
}

std::string value_in_words(std::uint32_t oid, FieldView value) {
  if (oid == Codec<bool>::oid) return Codec<bool>::decode(value) ? "true" : "false";
  if (oid == Codec<std::int16_t>::oid) return std::to_string(Codec<std::int16_t>::decode(value));
  if (oid == Codec<std::int32_t>::oid) return std::to_string(Codec<std::int32_t>::decode(value));
  if (oid == Codec<std::int64_t>::oid) return std::to_string(Codec<std::int64_t>::decode(value));
  if (oid == Codec<std::string>::oid) return "'" + Codec<std::string>::decode(value) + "'";
  if (oid == Codec<Uuid>::oid) return Codec<Uuid>::decode(value).to_string();
  return {};
}

}  // namespace

std::string in_words(const Parameters& parameters, bool shown) {
  std::string text;
  int number = 0;
  for (const Parameters::Slot& slot : parameters.slots()) {
    text += (text.empty() ? "$" : ", $") + std::to_string(++number) + " = ";
    std::string value;
    if (slot.size < 0)
      value = "NULL";
    else if (shown && slot.binary)
      value = value_in_words(slot.oid, {parameters.bytes(slot), slot.size});
    text += value.empty() ? "(" + std::to_string(slot.size) + " bytes)" : value;
  }
  return text;
}

SlowQueries::SlowQueries(const Config& config, std::shared_ptr<Tracer> told)
    : threshold_{config.slow_query_ms / 1e3},
      show_parameters_{config.environment == Environment::development},
      told_{std::move(told)},
      pool_{server_url(config.database_url, config), one_connection()},
      thread_{[this] { explain_what_comes(); }} {}

SlowQueries::~SlowQueries() {
  {
    std::lock_guard lock{mutex_};
    stopped_ = true;
  }
  came_.notify_one();
  thread_.join();
}

void SlowQueries::queried(const QueryEvent& event) {
  told_->queried(event);
  if (event.seconds < threshold_ || event.parameters == nullptr) return;
  Caught caught{{redact_statement(event.sql),
                 in_words(*event.parameters, show_parameters_),
                 event.seconds,
                 event.site,
                 {},
                 {}},
                *event.parameters};
  std::lock_guard lock{mutex_};
  if (caught_.size() >= kMostWaiting) return;
  caught_.push_back(std::move(caught));
  came_.notify_one();
}

void SlowQueries::explain_what_comes() {
  std::unique_lock lock{mutex_};
  while (!stopped_) {
    if (caught_.empty()) {
      came_.wait(lock);
      continue;
    }
    Caught caught = std::move(caught_.front());
    caught_.pop_front();
    lock.unlock();
    caught.query.plan = plan_of(caught);
    caught.query.fingerprint = fingerprint_of(caught.query.sql);
    told_->slow(caught.query);
    lock.lock();
    came_.wait_for(lock, kBetweenPlans, [this] { return stopped_; });
  }
}

std::string SlowQueries::plan_of(const Caught& caught) {
  if (!has_plan(caught.query.sql)) return {};
  try {
    const Lease lease = pool_.acquire();
    lease.set_deadline_ms(kPlanMs);
    Transaction transaction = lease->begin();
    transaction.execute_script("SET LOCAL statement_timeout = '1s'; SET LOCAL lock_timeout = '100ms'");
    const Result result = transaction.execute("EXPLAIN " + caught.query.sql, caught.parameters);
    std::string plan;
    for (int row = 0; row < result.rows(); ++row) plan += RowReader{result, row}.next<std::string>() + "\n";
    transaction.rollback();
    return plan;
  } catch (const Error&) {
    return {};  // the statement itself is told of anyway
  }
}

}  // namespace schemac
