// An amount of money in the smallest unit of the server's currency: PostgreSQL's money type.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace schemac {

/// How many such units make a whole is the server's setting (lc_monetary), which the binary form does not
/// tell: the text form here is that of two digits and a dollar sign, the C locale's.
struct Money {
  std::int64_t cents = 0;

  /// "$1,234.56", "-$0.05", "1234.56". Commas are skipped; at most two digits after the point.
  static std::optional<Money> parse(std::string_view text);

  std::string to_string() const;

  constexpr bool operator==(const Money&) const = default;
  constexpr auto operator<=>(const Money&) const = default;
};

}  // namespace schemac
