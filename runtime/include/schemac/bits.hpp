// A string of bits: PostgreSQL's bit(n) and bit varying.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace schemac {

template <class T>
struct Codec;

/// Bits in the order they are written, the first one first. Ordered as PostgreSQL does: bit by bit, and a
/// string before those that it begins.
class BitString {
 public:
  BitString() = default;
  /// That many zeros.
  explicit BitString(std::size_t size) : bytes_((size + 7) / 8, '\0'), size_(size) {}
  /// "0101"; anything but zeros and ones gives nothing.
  static std::optional<BitString> parse(std::string_view text);

  std::string to_string() const;
  std::size_t size() const { return size_; }
  /// REQUIRES for both: index < size().
  bool test(std::size_t index) const {
    return ((static_cast<unsigned char>(bytes_[index / 8]) >> (7 - index % 8)) & 1) != 0;
  }
  void set(std::size_t index, bool value = true);

  bool operator==(const BitString&) const = default;
  std::strong_ordering operator<=>(const BitString& other) const;

 private:
  friend struct Codec<BitString>;

  std::string bytes_;  // the first bit is the highest of the first byte; the bits after the last are zero
  std::size_t size_ = 0;
};

}  // namespace schemac
