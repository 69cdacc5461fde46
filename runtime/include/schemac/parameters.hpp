// The values bound to a statement's $1, $2, …: encoded one after the other into one buffer, with the type of
// each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "schemac/codec/codec.hpp"

namespace schemac {

class Parameters {
 public:
  // Not inline: every repository function makes one, and their code is dear to compile.
  Parameters();
  ~Parameters();
  Parameters(const Parameters&);
  Parameters(Parameters&&) noexcept;
  Parameters& operator=(const Parameters&);
  Parameters& operator=(Parameters&&) noexcept;

  /// Where one parameter lies in the buffer.
  struct Slot {
    std::uint32_t oid;   ///< 0: the server infers the type
    std::int32_t size;   ///< bytes; -1 is NULL
    std::size_t offset;  ///< of its first byte
    bool binary;         ///< otherwise text, followed by a zero byte
  };

  /// Adds the next parameter; a std::optional without a value is a NULL of its type.
  template <class T>
  Parameters& add(const T& value) {
    std::size_t offset = buffer_.size();
    Codec<T>::encode(value, buffer_);
    close_slot(Codec<T>::oid, offset, Codec<T>::binary);
    return *this;
  }
  template <class T>
  Parameters& add(const std::optional<T>& value) {
    if (value) return add(*value);
    push({Codec<T>::oid, -1, buffer_.size(), true});
    return *this;
  }
  template <std::size_t size>
  Parameters& add(const char (&literal)[size]) {
    return add(std::string_view{literal, size - 1});
  }

  /// Adds a NULL whose type the server infers from the statement.
  Parameters& add_null() {
    push({0, -1, buffer_.size(), true});
    return *this;
  }

  std::size_t size() const noexcept { return count_; }

  /// One slot a parameter, in order; valid until the next add.
  std::span<const Slot> slots() const noexcept {
    return {many_.empty() ? few_.data() : many_.data(), count_};
  }

  /// The first byte of a parameter that is not NULL; valid until the next add.
  const char* bytes(const Slot& slot) const noexcept {
    return slot.size == 0 && slot.binary ? "" : buffer_.data() + slot.offset;
  }

 private:
  /// Statements have few parameters as a rule; those need no allocation for their slots.
  static constexpr std::size_t kFew = 12;

  void close_slot(std::uint32_t oid, std::size_t offset, bool binary);
  void push(const Slot& slot) {
    if (count_ < kFew)
      few_[count_++] = slot;
    else
      push_to_many(slot);
  }
  void push_to_many(const Slot& slot);

  ByteWriter buffer_;
  std::array<Slot, kFew> few_{};
  std::vector<Slot> many_;  // all of them, once there are more than a few
  std::size_t count_ = 0;
};

}  // namespace schemac
