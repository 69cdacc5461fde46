// Writers that keep books.
#include "support/ledger.hpp"

#include <algorithm>

#include "schemac/codec/codecs.hpp"
#include "schemac/error.hpp"
#include "support/waiting.hpp"

namespace schemac::testing {

Ledger::Ledger(Database& db, int threads, int deadline_ms) : db_{db}, deadline_ms_{deadline_ms} {
  for (int i = 0; i < threads; ++i) writers_.emplace_back([this] { write(); });
}

void Ledger::stop() {
  stopped_ = true;
  for (std::thread& writer : writers_) writer.join();
  writers_.clear();
}

void Ledger::write() {
  while (!stopped_) {
    const Stopwatch watch;
    write_one(++next_);
    std::lock_guard lock{mutex_};
    slowest_ = std::max(slowest_, watch.seconds());
  }
}

void Ledger::write_one(int entry) {
  std::set<int>* book = &committed_;
  std::string error;
  try {
    db_.transaction({.deadline_ms = deadline_ms_, .attempts = 3}, [&](Transaction& tx) {
      tx.execute("INSERT INTO ledger VALUES ($1)", Parameters{}.add(entry));
    });
  } catch (const CommitUnknown& unknown) {
    book = &unknown_;
    error = unknown.what();
  } catch (const Error& refused) {
    book = &refused_;
    error = refused.what();
  }
  std::lock_guard lock{mutex_};
  book->insert(entry);
  if (!error.empty()) errors_.insert(error);
}

int Ledger::acknowledged() const {
  std::lock_guard lock{mutex_};
  return static_cast<int>(committed_.size());
}

std::string Ledger::errors() const {
  std::lock_guard lock{mutex_};
  std::string text;
  for (const std::string& error : errors_) text += error + "\n";
  return text;
}

std::string Ledger::differences(Executor& on) const {
  std::string text;
  std::set<int> there;
  const Result result = on.execute("SELECT entry, count(*)::integer FROM ledger GROUP BY entry");
  for (int i = 0; i < result.rows(); ++i) {
    RowReader row{result, i};
    const int entry = row.next<std::int32_t>();
    there.insert(entry);
    if (row.next<std::int32_t>() != 1) text += "doubled " + std::to_string(entry) + "; ";
    if (refused_.contains(entry)) text += "there although refused " + std::to_string(entry) + "; ";
  }
  for (const int entry : committed_)
    if (!there.contains(entry)) text += "lost " + std::to_string(entry) + "; ";
  return text;
}

}  // namespace schemac::testing
