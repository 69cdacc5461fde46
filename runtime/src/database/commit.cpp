// What became of a COMMIT. The transaction's number is asked for before, and the server remembers for each
// number how it ended. A server that froze may still commit when it thaws, so that "in progress" is never
// taken for a rollback; and after a fail-over numbers mean other transactions, so that the timeline has to be
// the same.
#include "database/commit.hpp"

#include <algorithm>
#include <thread>

#include "schemac/codec/scalars.hpp"
#include "schemac/error.hpp"

namespace schemac {
namespace {

using namespace std::chrono_literals;

constexpr auto kBetweenQuestions = 20ms;

std::chrono::milliseconds left_until(Clock::time_point deadline) {
  return std::max(0ms, std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()));
}

enum class Fate { committed, rolled_back, in_progress, lost_track, unreachable };

/// The same for people: an answer, or why there was none.
struct Words {
  std::string answer;
  std::string failure = "there was no time to ask";
};

/// What the server says now.
Fate ask(const CommitIdentity& asked, Pool& pool, Clock::time_point deadline, Words& words) {
  try {
    const Lease lease = pool.acquire(left_until(deadline).count());
    lease.set_deadline_ms(left_until(deadline).count());
    const Result result = lease->execute(
        "SELECT CASE WHEN left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) = $2"
        " THEN pg_xact_status($1::text::xid8) END, pg_stat_get_bgwriter_stat_reset_time()::text = $3",
        Parameters{}.add(asked.number).add(asked.timeline).add(asked.life));
    RowReader row{result, 0};
    const auto status = row.next<std::optional<std::string>>();
    const bool same_life = row.next<bool>();
    words.answer = status ? "it is " + *status : "the server does not know it, perhaps after a fail-over";
    if (!status) return Fate::lost_track;
    if (*status == "aborted") return Fate::rolled_back;
    if (*status != "committed") return Fate::in_progress;
    if (same_life) return Fate::committed;
    words.answer = "the server has crashed since, and may have given its number to another one";
    return Fate::lost_track;
  } catch (const Error& error) {
    words.failure = error.what();
    return Fate::unreachable;
  }
}

}  // namespace

std::optional<CommitIdentity> identity_of(Transaction& transaction) {
  const Result result = transaction.execute(
      "SELECT pg_current_xact_id_if_assigned()::text, left(pg_walfile_name(pg_current_wal_insert_lsn()), 8),"
      " pg_stat_get_bgwriter_stat_reset_time()::text");
  RowReader row{result, 0};
  auto number = row.next<std::optional<std::string>>();
  if (!number) return std::nullopt;
  auto timeline = row.next<std::string>();
  return CommitIdentity{std::move(*number), std::move(timeline), row.next<std::string>()};
}

void find_out(const CommitIdentity& asked, Pool& pool, Clock::time_point deadline,
              const CommitUnknown& unknown) {
  Words words;
  while (Clock::now() < deadline) {
    const Fate fate = ask(asked, pool, deadline, words);
    if (fate == Fate::committed) return;
    if (fate == Fate::rolled_back)
      throw ConnectionError{"the connection broke during COMMIT, and the server has rolled back", "08006",
                            "COMMIT"};
    if (fate == Fate::lost_track) break;
    std::this_thread::sleep_for(std::min<std::chrono::milliseconds>(kBetweenQuestions, left_until(deadline)));
  }
  throw CommitUnknown{"transaction " + asked.number + " may be committed or not (" +
                          (words.answer.empty() ? words.failure : words.answer) + "): " + unknown.what(),
                      unknown.sqlstate(), unknown.context()};
}

CommitToken token_after_commit(Connection& connection) noexcept {
  try {
    const Result result = connection.execute("SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint");
    return {static_cast<std::uint64_t>(RowReader{result, 0}.next<std::int64_t>())};
  } catch (const Error&) {
    return kAfterEverything;
  }
}

}  // namespace schemac
