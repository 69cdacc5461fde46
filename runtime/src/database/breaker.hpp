// Fails at once while a server does not answer, instead of letting every caller find that out. Closed, it
// counts; open, it refuses for a while; half open, one caller tries for all.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <utility>

namespace schemac {

struct BreakerOptions {
  std::int64_t window_ms = 10'000;  ///< that failures are counted over
  int least = 10;                   ///< operations in it, below which it stays closed
  double failure_rate = 0.5;        ///< from which on it opens
  std::int64_t open_ms = 1'000;     ///< until somebody may try
  std::int64_t trial_ms = 5'000;    ///< a trial that has not ended by then no longer keeps others out
};

class CircuitBreaker {
 public:
  enum class State { closed, open, half_open };
  using NowMs = std::int64_t (*)();

  CircuitBreaker(const BreakerOptions& options, NowMs now) : options_{options}, now_{now} {}

  /// The right to try once. Ended without a word about the outcome, it tells nothing about the server.
  class Permit {
   public:
    Permit(CircuitBreaker* breaker, std::uint64_t trial) : breaker_{breaker}, trial_{trial} {}
    ~Permit();
    Permit(Permit&& other) noexcept
        : breaker_{std::exchange(other.breaker_, nullptr)}, trial_{other.trial_} {}
    Permit& operator=(Permit&&) = delete;

    /// The server answered, be it with a refusal.
    void succeeded();
    /// It did not.
    void failed(const std::string& why);

   private:
    CircuitBreaker* breaker_;  // nullptr once the outcome is known
    std::uint64_t trial_;      // 0 for a permit of the closed state
  };

  /// Throws CircuitOpen, naming the last failure.
  Permit permit();

  State state() const;

 private:
  struct Bucket {
    std::int64_t number = -1;
    int all = 0;
    int failed = 0;
  };
  static constexpr std::int64_t kBuckets = 10;

  void count(bool failed, std::int64_t now);
  bool too_many_failures(std::int64_t now) const;
  void ended(std::uint64_t trial, bool failed, const std::string& why);
  void given_up(std::uint64_t trial);

  const BreakerOptions options_;
  const NowMs now_;
  mutable std::mutex mutex_;
  std::array<Bucket, kBuckets> buckets_{};
  State state_ = State::closed;
  std::int64_t since_ = 0;    // it opened, or the trial began
  std::uint64_t trials_ = 0;  // the trial that counts now
  bool trial_under_way_ = false;
  std::string why_;
};

}  // namespace schemac
