// A cursor is base64url (RFC 4648, without padding) of an 8-byte checksum and the values of the key columns,
// each with its length first as in PostgreSQL's binary format (-1 is NULL). The checksum covers the name of
// the order and the values, so that a cursor of another page, or one that was cut or altered on its way, is
// found out before the server sees it. It is no secret: whoever forges one gets a page that starts elsewhere,
// and nothing more.
#include "query/cursor.hpp"

#include <array>
#include <cstdint>

namespace schemac {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string encode_base64url(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char byte : bytes) {
    bits = (bits << 8) | static_cast<unsigned char>(byte);
    for (count += 8; count >= 6; count -= 6) text += kAlphabet[(bits >> (count - 6)) & 63];
  }
  if (count > 0) text += kAlphabet[(bits << (6 - count)) & 63];
  return text;
}

std::optional<std::string> decode_base64url(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char letter : text) {
    const std::size_t value = kAlphabet.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    bits = (bits << 6) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>((bits >> count) & 255);
    }
  }
  // What is left over must be zeros, or several texts would stand for the same bytes.
  if (count >= 6 || (bits & ((1u << count) - 1)) != 0) return std::nullopt;
  return bytes;
}

/// FNV-1a over the name, a zero byte and the values.
std::uint64_t checksum(std::string_view order, std::string_view values) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&hash](char byte) { hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3; };
  for (const char byte : order) add(byte);
  add('\0');
  for (const char byte : values) add(byte);
  return hash;
}

}  // namespace

std::string make_cursor(std::string_view order, const std::vector<FieldView>& values) {
  ByteWriter payload;
  for (const FieldView& value : values) {
    payload.put(value.is_null() ? std::int32_t{-1} : value.size);
    if (!value.is_null()) payload.put_bytes(value.data, static_cast<std::size_t>(value.size));
  }
  ByteWriter cursor;
  cursor.put(checksum(order, payload.view()));
  cursor.put_bytes(payload.data(), payload.size());
  return encode_base64url(cursor.view());
}

std::optional<std::vector<std::optional<std::string>>> read_cursor(std::string_view order,
                                                                   std::string_view text) {
  const std::optional<std::string> bytes = decode_base64url(text);
  if (!bytes || bytes->size() < sizeof(std::uint64_t)) return std::nullopt;
  const std::string_view payload = std::string_view(*bytes).substr(sizeof(std::uint64_t));
  if (codec::load<std::uint64_t>(bytes->data()) != checksum(order, payload)) return std::nullopt;

  std::vector<std::optional<std::string>> values;
  ByteReader reader({payload.data(), static_cast<std::int32_t>(payload.size())}, "cursor");
  while (reader.remaining() > 0) {
    const FieldView value = reader.take_field();
    if (value.is_null()) {
      values.emplace_back();
    } else {
      values.emplace_back(std::string(value.data, static_cast<std::size_t>(value.size)));
    }
  }
  return values;
}

}  // namespace schemac
