// Spans of time as definitions write them: "15 minutes", "24 months".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace schemac::compiler::model {

struct Duration {
  std::uint32_t count = 0;
  std::string unit;  ///< of "second", "minute", "hour", "day", "week", "month", "year"

  /// As PostgreSQL reads it as an interval: "1 month", "24 months".
  [[nodiscard]] std::string text() const;
  /// Nothing for months and years, which differ in length.
  [[nodiscard]] std::optional<std::uint32_t> seconds() const;
};

/// A count from 1 to 10000 and a unit, with or without "s"; nothing for any other text.
std::optional<Duration> parse_duration(std::string_view text);

}  // namespace schemac::compiler::model
