// Uuid: its text form and random ones.
#include "schemac/uuid.hpp"

#include <sys/random.h>

#include <cerrno>
#include <system_error>

#include "text_scanner.hpp"

namespace schemac {

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() >= 2 && text.front() == '{' && text.back() == '}') text = text.substr(1, text.size() - 2);
  Bytes bytes{};
  text::TextScanner scanner(text);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i > 0 && i % 2 == 0) scanner.accept('-');
    const std::string_view rest = scanner.rest();
    if (rest.size() < 2) return std::nullopt;
    const int high = text::hex_value(rest[0]);
    const int low = text::hex_value(rest[1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    scanner.skip(2);
  }
  return scanner.at_end() ? std::optional<Uuid>(Uuid(bytes)) : std::nullopt;
}

Uuid Uuid::random() {
  Bytes bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    throw std::system_error(errno, std::generic_category(), "no random bytes for a uuid");
  }
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x40);  // version 4
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);  // RFC 4122's variant
  return Uuid(bytes);
}

std::string Uuid::to_string() const {
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < bytes_.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += text::kHexDigits[bytes_[i] >> 4];
    text += text::kHexDigits[bytes_[i] & 0x0F];
  }
  return text;
}

}  // namespace schemac
