// What may be tried again: an allow-list, since what is not on it may have been done already, or will fail
// again.
#include "database/retry.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace schemac {

bool worth_another_attempt(const Error& error) {
  constexpr std::array<std::string_view, 5> kCodes = {"40001", "40P01", "55P03", "0A000", "26000"};
  if (dynamic_cast<const CommitUnknown*>(&error) != nullptr) return false;
  if (dynamic_cast<const CircuitOpen*>(&error) != nullptr) return false;
  if (error.code() == ErrorCode::connection) return !error.sqlstate().starts_with("28");
  return error.code() == ErrorCode::query &&
         std::find(kCodes.begin(), kCodes.end(), error.sqlstate()) != kCodes.end();
}

bool is_trouble_with_the_server(const Error& error) {
  return error.code() == ErrorCode::connection || error.code() == ErrorCode::timeout;
}

void RetryBudget::operation_succeeded() noexcept {
  if (saved_.load(std::memory_order_relaxed) < kMost) saved_.fetch_add(1, std::memory_order_relaxed);
}

bool RetryBudget::take() noexcept {
  int saved = saved_.load();
  while (saved >= kRetry)
    if (saved_.compare_exchange_weak(saved, saved - kRetry)) return true;
  return false;
}

}  // namespace schemac
