// BitString: its text form and order.
#include "schemac/bits.hpp"

namespace schemac {

std::optional<BitString> BitString::parse(std::string_view text) {
  BitString bits(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '1') {
      bits.set(i);
    } else if (text[i] != '0') {
      return std::nullopt;
    }
  }
  return bits;
}

std::string BitString::to_string() const {
  std::string text(size_, '0');
  for (std::size_t i = 0; i < size_; ++i) {
    if (test(i)) text[i] = '1';
  }
  return text;
}

void BitString::set(std::size_t index, bool value) {
  const auto mask = static_cast<unsigned char>(0x80 >> index % 8);
  const auto byte = static_cast<unsigned char>(bytes_[index / 8]);
  bytes_[index / 8] = static_cast<char>(value ? byte | mask : byte & ~mask);
}

std::strong_ordering BitString::operator<=>(const BitString& other) const {
  // The unused bits are zero, so that whole bytes compare; std::string compares them unsigned.
  const int by_bits = bytes_.compare(other.bytes_);
  return by_bits != 0 ? by_bits <=> 0 : size_ <=> other.size_;
}

}  // namespace schemac
