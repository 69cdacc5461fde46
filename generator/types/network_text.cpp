// inet, cidr, macaddr, macaddr8: what is surely wrong about a text of one.
#include "types/network_text.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "types/text_scan.hpp"

namespace schemac::compiler::types {
namespace {

constexpr std::int64_t kBitsV4 = 32;
constexpr std::int64_t kBitsV6 = 128;

std::optional<Refusal> refuse_bits(std::string_view text, const TypeUse& type, std::string_view bits,
                                   std::int64_t max) {
  bool digits = !bits.empty() && std::all_of(bits.begin(), bits.end(), is_digit);
  auto number = digits ? parse_integer(bits) : std::nullopt;
  if (number && *number <= max) return std::nullopt;
  return not_a_value(text, type, "after / it takes 0 to " + std::to_string(max));
}

/// Whether any bit after the first `bits` is set.
template <std::size_t N>
bool has_host_bits(const std::array<unsigned char, N>& address, std::int64_t bits) {
  for (std::size_t i = 0; i < N; ++i) {
    std::int64_t kept = std::clamp<std::int64_t>(bits - static_cast<std::int64_t>(i) * 8, 0, 8);
    if ((address[i] & (0xFFU >> kept)) != 0) return true;
  }
  return false;
}

template <std::size_t N>
std::optional<Refusal> refuse_host_bits(std::string_view text, const TypeUse& type, std::string_view bits,
                                        const std::array<unsigned char, N>& address) {
  auto number = parse_integer(bits);
  if (type.shape != Shape::cidr || !number || !has_host_bits(address, *number)) return std::nullopt;
  Refusal refusal = not_a_value(text, type, "bits after the network's are set");
  refusal.help = "use `inet` for addresses of hosts";
  return refusal;
}

std::optional<Refusal> refuse_v6(std::string_view text, const TypeUse& type, std::string_view address,
                                 std::optional<std::string_view> bits) {
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, std::string(address).c_str(), bytes.data()) != 1) {
    return not_a_value(text, type, "it is no IPv6 address");
  }
  if (!bits) return std::nullopt;
  if (auto refusal = refuse_bits(text, type, *bits, kBitsV6)) return refusal;
  return refuse_host_bits(text, type, *bits, bytes);
}

std::optional<Refusal> refuse_v4(std::string_view text, const TypeUse& type, std::string_view address,
                                 std::optional<std::string_view> bits) {
  std::array<unsigned char, 4> bytes{};
  std::string_view rest = address;
  std::size_t octets = 0;
  for (; octets < 4; ++octets) {
    std::string_view digits = take_digits(rest);
    auto octet = digits.empty() ? std::nullopt : parse_integer(digits);
    if (!octet || *octet > 255) return not_a_value(text, type, "its parts are numbers from 0 to 255");
    bytes[octets] = static_cast<unsigned char>(*octet);
    if (rest.empty()) break;
    if (!take(rest, '.')) return not_a_value(text, type, "it is no address");
  }
  if (!rest.empty()) return not_a_value(text, type, "an IPv4 address has four parts");
  if (!bits) return std::nullopt;
  if (auto refusal = refuse_bits(text, type, *bits, kBitsV4)) return refusal;
  return octets == 3 ? refuse_host_bits(text, type, *bits, bytes) : std::nullopt;
}

}  // namespace

std::optional<Refusal> refuse_network(std::string_view text, const TypeUse& type) {
  if (text.empty() || text.find_first_not_of("0123456789abcdefABCDEFxX.:/") != std::string_view::npos) {
    return not_a_value(text, type, "it is no address");
  }
  std::size_t slash = text.find('/');
  std::optional<std::string_view> bits;
  if (slash != std::string_view::npos) bits = text.substr(slash + 1);
  std::string_view address = text.substr(0, slash);
  if (address.find(':') != std::string_view::npos) return refuse_v6(text, type, address, bits);
  if (address.find_first_of("xX") != std::string_view::npos)
    return std::nullopt;  // 0x0a: a server's to judge
  return refuse_v4(text, type, address, bits);
}

std::optional<Refusal> refuse_hardware_address(std::string_view text, const TypeUse& type) {
  bool eight = type.shape == Shape::macaddr8;
  auto digits = std::count_if(text.begin(), text.end(), is_hex_digit);
  bool odd = std::any_of(text.begin(), text.end(), [](char c) {
    return !is_hex_digit(c) && !is_space(c) && std::string_view(":-.xX").find(c) == std::string_view::npos;
  });
  bool wrong_count = eight ? digits != 12 && digits != 16 : digits < 6;
  if (!odd && !wrong_count) return std::nullopt;
  return not_a_value(
      text, type,
      eight ? "it is written like 08:00:2b:01:02:03:04:05" : "it is written like 08:00:2b:01:02:03");
}

}  // namespace schemac::compiler::types
