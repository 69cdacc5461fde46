// Network addresses: PostgreSQL's inet, cidr, macaddr and macaddr8.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace schemac {

/// An IPv4 or IPv6 address and the length of its network's prefix: what Inet and Cidr are made of.
/// An IPv4 address takes the first 4 bytes; the others are zero.
struct IpAddress {
  enum class Family : std::uint8_t { v4, v6 };

  Family family = Family::v4;
  std::array<std::uint8_t, 16> bytes{};
  /// 0 to 32 for IPv4, 0 to 128 for IPv6.
  std::uint8_t prefix = 32;

  /// The number of bytes that the address has: 4 or 16.
  constexpr int size() const { return family == Family::v4 ? 4 : 16; }
  constexpr bool is_host() const { return prefix == size() * 8; }
  /// True where no bit after the prefix is set.
  bool is_network() const;

  /// "192.0.2.1", "192.0.2.0/24", "2001:db8::1/64", "::ffff:192.0.2.1". All four numbers of an IPv4 address
  /// are needed.
  static std::optional<IpAddress> parse(std::string_view text);

  /// As PostgreSQL prints it. The prefix is left out of a host's address unless `always_prefix`.
  std::string to_string(bool always_prefix) const;

  constexpr bool operator==(const IpAddress&) const = default;
};

/// A host's address, with its network's prefix where that is known.
struct Inet {
  IpAddress address;

  static std::optional<Inet> parse(std::string_view text);
  std::string to_string() const { return address.to_string(false); }

  constexpr bool operator==(const Inet&) const = default;
};

/// A network: no bit after the prefix is set.
struct Cidr {
  IpAddress address;

  /// Nothing where the text has bits after its prefix. (PostgreSQL's "10/8" is not read: write 10.0.0.0/8.)
  static std::optional<Cidr> parse(std::string_view text);
  std::string to_string() const { return address.to_string(true); }

  constexpr bool operator==(const Cidr&) const = default;
};

/// A hardware address of `Size` bytes: 6 (EUI-48) or 8 (EUI-64). "08:00:2b:01:02:03"; groups of two digits
/// may be joined by ':' or '-', groups of four by '.', or nothing at all stand between them. An 8-byte one is
/// also read from 6 bytes, as PostgreSQL does, by setting the middle two to ff:fe.
template <std::size_t Size>
struct HardwareAddress {
  std::array<std::uint8_t, Size> bytes{};

  static std::optional<HardwareAddress> parse(std::string_view text);
  std::string to_string() const;

  constexpr bool operator==(const HardwareAddress&) const = default;
  constexpr auto operator<=>(const HardwareAddress&) const = default;
};

extern template struct HardwareAddress<6>;
extern template struct HardwareAddress<8>;

using MacAddr = HardwareAddress<6>;
using MacAddr8 = HardwareAddress<8>;

}  // namespace schemac
