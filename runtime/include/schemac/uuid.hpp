// A 128-bit identifier, PostgreSQL's uuid: any 16 bytes, printed as 8-4-4-4-12 lower-case hexadecimal digits.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace schemac {

/// A trivially copyable value, ordered as PostgreSQL orders uuids (by its bytes). The default is the nil
/// uuid.
class Uuid {
 public:
  using Bytes = std::array<std::uint8_t, 16>;

  constexpr Uuid() = default;
  constexpr explicit Uuid(const Bytes& bytes) : bytes_(bytes) {}

  /// Reads what PostgreSQL reads: 32 hexadecimal digits of either case, a hyphen allowed after each group of
  /// four, braces allowed around it all. No version or variant is demanded.
  static std::optional<Uuid> parse(std::string_view text);

  /// A version 4 uuid from the system's random source. Throws std::system_error if that fails.
  static Uuid random();

  std::string to_string() const;
  constexpr const Bytes& bytes() const { return bytes_; }

  constexpr bool operator==(const Uuid&) const = default;
  constexpr auto operator<=>(const Uuid&) const = default;

 private:
  Bytes bytes_{};
};

}  // namespace schemac

template <>
struct std::hash<schemac::Uuid> {
  std::size_t operator()(const schemac::Uuid& uuid) const noexcept {
    // The low half of a version 4 or 7 uuid is random, so that mixing in the high half is all it takes.
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::memcpy(&high, uuid.bytes().data(), sizeof high);
    std::memcpy(&low, uuid.bytes().data() + sizeof high, sizeof low);
    return static_cast<std::size_t>(low ^ (high * 0x9E3779B97F4A7C15ULL));
  }
};
