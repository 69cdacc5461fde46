// Captures slow statements: what they were, with which parameters, and the plan that the server makes for
// them, asked for on a connection of its own. Hands everything else on.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "schemac/config.hpp"
#include "schemac/parameters.hpp"
#include "schemac/pool.hpp"
#include "schemac/tracer.hpp"

namespace schemac {

/// The values in words. Where they are not to be shown, their sizes: they may be personal data.
std::string in_words(const Parameters& parameters, bool shown);

class SlowQueries final : public Tracer {
 public:
  /// `told` is not null.
  SlowQueries(const Config& config, std::shared_ptr<Tracer> told);
  ~SlowQueries() override;

  void acquired(const AcquireEvent& event) override { told_->acquired(event); }
  void connected(const ConnectEvent& event) override { told_->connected(event); }
  void queried(const QueryEvent& event) override;
  void ended(const TransactionEvent& event) override { told_->ended(event); }
  void retrying(const RetryEvent& event) override { told_->retrying(event); }
  void leaked(const LeakEvent& event) override { told_->leaked(event); }
  void migrated(const MigrationEvent& event) override { told_->migrated(event); }

 private:
  struct Caught {
    SlowQuery query;
    Parameters parameters;
  };
  void explain_what_comes();
  std::string plan_of(const Caught& caught);

  const double threshold_;  // seconds
  const bool show_parameters_;
  const std::shared_ptr<Tracer> told_;
  Pool pool_;  // one connection, which keeps to deadlines as others do
  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<Caught> caught_;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace schemac
