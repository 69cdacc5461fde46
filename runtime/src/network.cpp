// Network addresses: their text forms. An IPv6 address is eight words of 16 bits; the longest run of two or
// more zero words prints as "::", and the last two words as an IPv4 address where the others say that they
// are one.
#include "schemac/network.hpp"

#include "text_scanner.hpp"

namespace schemac {
namespace {

using text::TextScanner;

bool scan_v4(TextScanner& scanner, std::uint8_t* bytes) {
  for (int i = 0; i < 4; ++i) {
    if (i > 0 && !scanner.accept('.')) return false;
    const auto number = scanner.number(1, 3);
    if (!number || *number > 255) return false;
    bytes[i] = static_cast<std::uint8_t>(*number);
  }
  return true;
}

/// One to four hexadecimal digits.
std::optional<unsigned> scan_word(TextScanner& scanner) {
  unsigned word = 0;
  int digits = 0;
  for (; digits < 4 && text::hex_value(scanner.peek()) >= 0; ++digits) {
    word = word * 16 + static_cast<unsigned>(text::hex_value(scanner.peek()));
    scanner.skip(1);
  }
  return digits > 0 ? std::optional(word) : std::nullopt;
}

/// True where the text goes on with a number and a point.
bool is_v4_next(const TextScanner& scanner) {
  const std::string_view rest = scanner.rest();
  std::size_t digits = 0;
  while (digits < rest.size() && text::is_digit(rest[digits])) ++digits;
  return digits > 0 && digits < rest.size() && rest[digits] == '.';
}

/// Reads words up to the end or the slash into `bytes`; a "::" leaves its place in `gap`, counted in bytes.
bool scan_words(TextScanner& scanner, std::array<std::uint8_t, 16>& bytes, int& size, int& gap) {
  bool first = true;
  while (!scanner.at_end() && scanner.peek() != '/') {
    if (scanner.accept_word("::")) {
      if (gap >= 0) return false;
      gap = size;
      if (scanner.at_end() || scanner.peek() == '/') break;
    } else if (!first && !scanner.accept(':')) {
      return false;
    }
    first = false;
    if (size <= 12 && is_v4_next(scanner)) {
      if (!scan_v4(scanner, &bytes[size])) return false;
      size += 4;
      return scanner.at_end() || scanner.peek() == '/';
    }
    const auto word = scan_word(scanner);
    if (!word || size >= 16) return false;
    bytes[size++] = static_cast<std::uint8_t>(*word >> 8);
    bytes[size++] = static_cast<std::uint8_t>(*word & 0xFF);
  }
  return true;
}

bool scan_v6(TextScanner& scanner, std::array<std::uint8_t, 16>& bytes) {
  int size = 0;
  int gap = -1;
  if (!scan_words(scanner, bytes, size, gap)) return false;
  if (gap < 0) return size == 16;
  if (size > 14) return false;
  const int tail = size - gap;
  for (int i = 1; i <= tail; ++i) {
    bytes[16 - i] = bytes[size - i];
  }
  for (int i = gap; i < 16 - tail; ++i) bytes[i] = 0;
  return true;
}

void append_v4(std::string& out, const std::uint8_t* bytes) {
  for (int i = 0; i < 4; ++i) {
    if (i > 0) out += '.';
    out += std::to_string(bytes[i]);
  }
}

struct ZeroRun {
  int first = -1;
  int length = 0;
};

ZeroRun longest_zero_run(const std::array<unsigned, 8>& words) {
  ZeroRun best;
  for (int i = 0; i < 8; ++i) {
    int end = i;
    while (end < 8 && words[end] == 0) ++end;
    if (end - i > best.length) best = {i, end - i};
  }
  return best.length >= 2 ? best : ZeroRun{};
}

void append_v6(std::string& out, const std::array<std::uint8_t, 16>& bytes) {
  std::array<unsigned, 8> words{};
  for (std::size_t i = 0; i < 8; ++i) words[i] = bytes[2 * i] * 256U + bytes[2 * i + 1];
  const ZeroRun zeros = longest_zero_run(words);
  // IPv4-compatible and IPv4-mapped addresses, as the server tells them.
  const bool has_v4 = zeros.first == 0 && (zeros.length == 6 || (zeros.length == 5 && words[5] == 0xFFFF));
  for (int i = 0; i < 8; ++i) {
    if (i >= zeros.first && i < zeros.first + zeros.length) {
      if (i == zeros.first) out += ':';
      continue;
    }
    if (i > 0) out += ':';
    if (has_v4 && i == 6) return append_v4(out, &bytes[12]);
    bool started = false;
    for (int shift = 12; shift >= 0; shift -= 4) {
      const unsigned digit = words[i] >> shift & 0xF;
      started = started || digit != 0 || shift == 0;
      if (started) out += text::kHexDigits[digit];
    }
  }
  if (zeros.first >= 0 && zeros.first + zeros.length == 8) out += ':';
}

}  // namespace

bool IpAddress::is_network() const {
  for (int bit = prefix; bit < size() * 8; ++bit) {
    if ((bytes[bit / 8] >> (7 - bit % 8) & 1) != 0) return false;
  }
  return true;
}

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
  TextScanner scanner(text);
  IpAddress address;
  const bool is_v6 = text.find(':') != std::string_view::npos;
  address.family = is_v6 ? Family::v6 : Family::v4;
  if (!(is_v6 ? scan_v6(scanner, address.bytes) : scan_v4(scanner, address.bytes.data())))
    return std::nullopt;
  address.prefix = static_cast<std::uint8_t>(address.size() * 8);
  if (scanner.accept('/')) {
    const auto prefix = scanner.number(1, 3);
    if (!prefix || *prefix > address.prefix) return std::nullopt;
    address.prefix = static_cast<std::uint8_t>(*prefix);
  }
  return scanner.at_end() ? std::optional(address) : std::nullopt;
}

std::string IpAddress::to_string(bool always_prefix) const {
  std::string text;
  if (family == Family::v4) {
    append_v4(text, bytes.data());
  } else {
    append_v6(text, bytes);
  }
  if (always_prefix || !is_host()) {
    text += '/';
    text += std::to_string(prefix);
  }
  return text;
}

std::optional<Inet> Inet::parse(std::string_view text) {
  const auto address = IpAddress::parse(text);
  return address ? std::optional(Inet{*address}) : std::nullopt;
}

std::optional<Cidr> Cidr::parse(std::string_view text) {
  const auto address = IpAddress::parse(text);
  return address && address->is_network() ? std::optional(Cidr{*address}) : std::nullopt;
}

template <std::size_t Size>
std::optional<HardwareAddress<Size>> HardwareAddress<Size>::parse(std::string_view text) {
  // The first separator settles how many digits a group has and what separates all of them.
  std::size_t group = 0;
  while (group < text.size() && text::hex_value(text[group]) >= 0) ++group;
  const char separator = group < text.size() ? text[group] : '\0';
  if (group == 0 || group % 2 != 0) return std::nullopt;
  if (separator != '\0' && separator != ':' && separator != '-' && separator != '.') return std::nullopt;
  std::array<std::uint8_t, 8> read{};
  std::size_t count = 0;
  TextScanner scanner(text);
  for (; !scanner.at_end(); ++count) {
    if (count > 0 && count % (group / 2) == 0 && !scanner.accept(separator)) return std::nullopt;
    const std::string_view rest = scanner.rest();
    if (count == Size || rest.size() < 2) return std::nullopt;
    const int high = text::hex_value(rest[0]);
    const int low = text::hex_value(rest[1]);
    if (high < 0 || low < 0) return std::nullopt;
    read[count] = static_cast<std::uint8_t>(high * 16 + low);
    scanner.skip(2);
  }
  if (Size == 8 && count == 6) {
    read = {read[0], read[1], read[2], 0xFF, 0xFE, read[3], read[4], read[5]};
  } else if (count != Size) {
    return std::nullopt;
  }
  HardwareAddress address;
  for (std::size_t i = 0; i < Size; ++i) address.bytes[i] = read[i];
  return address;
}

template <std::size_t Size>
std::string HardwareAddress<Size>::to_string() const {
  std::string text;
  for (const std::uint8_t byte : bytes) {
    if (!text.empty()) text += ':';
    text += text::kHexDigits[byte >> 4];
    text += text::kHexDigits[byte & 0x0F];
  }
  return text;
}

template struct HardwareAddress<6>;
template struct HardwareAddress<8>;

}  // namespace schemac
