// How C++ values travel in PostgreSQL's binary format: the codec of a type, and the reader and the writer of
// network-order bytes that codecs are written with. One header of this folder a family of types.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace schemac {

/// One field of a result (or one element of an array), borrowed from it. SQL's NULL has no data.
struct FieldView {
  const char* data = nullptr;
  std::int32_t size = 0;

  constexpr bool is_null() const { return data == nullptr; }
};

class ByteWriter;

/// The codec of T has, all static:
///   constexpr std::uint32_t oid          the parameter's type; 0 lets the server infer it
///   constexpr std::uint32_t array_oid    the type of arrays of T; 0 lets the server infer it
///   constexpr bool binary                whether encode() writes the binary format. If not it writes the
///   text
///                                        format, which goes to libpq with a zero byte after it.
///   void encode(const T&, ByteWriter&)   appends the value. Throws UsageError for what no server would take.
///   T decode(FieldView)                  reads the binary format, always: results are asked for in binary.
///                                        Throws DecodeError for NULL and for bytes that are no T.
/// A codec whose oid is 0 writes bytes that are its text format too (the label of an enum, the text itself).
template <class T>
struct Codec;

namespace codec {

[[noreturn]] void throw_null(const char* type);
[[noreturn]] void throw_wrong_size(FieldView field, std::size_t expected, const char* type);
[[noreturn]] void throw_malformed(const char* type, const char* what);
[[noreturn]] void throw_zero_byte();

/// The other byte order, where the machine's is not the network's.
template <class UInt>
constexpr UInt network_order(UInt value) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  if constexpr (sizeof(UInt) == 2) return __builtin_bswap16(value);
  if constexpr (sizeof(UInt) == 4) return __builtin_bswap32(value);
  if constexpr (sizeof(UInt) == 8) return __builtin_bswap64(value);
#endif
  return value;
}

/// REQUIRES: sizeof(Int) readable bytes at `data`.
template <class Int>
Int load(const char* data) {
  std::make_unsigned_t<Int> bits;
  std::memcpy(&bits, data, sizeof bits);
  return static_cast<Int>(network_order(bits));
}

/// A field that is one integer and nothing else.
template <class Int>
Int decode_integer(FieldView field, const char* type) {
  if (field.data == nullptr || field.size != static_cast<std::int32_t>(sizeof(Int))) [[unlikely]] {
    throw_wrong_size(field, sizeof(Int), type);
  }
  return load<Int>(field.data);
}

inline std::string_view decode_text(FieldView field, const char* type) {
  if (field.data == nullptr) [[unlikely]]
    throw_null(type);
  return {field.data, static_cast<std::size_t>(field.size)};
}

}  // namespace codec

/// An append-only buffer in network byte order.
class ByteWriter {
 public:
  const char* data() const { return buffer_.data(); }
  std::size_t size() const { return buffer_.size(); }
  std::string_view view() const { return buffer_; }
  void clear() { buffer_.clear(); }
  void reserve(std::size_t size) { buffer_.reserve(size); }

  template <class Int>
  void put(Int value) {
    const auto bits = codec::network_order(static_cast<std::make_unsigned_t<Int>>(value));
    char bytes[sizeof bits];
    std::memcpy(bytes, &bits, sizeof bits);
    buffer_.append(bytes, sizeof bytes);
  }

  void put_bytes(const void* data, std::size_t size) { buffer_.append(static_cast<const char*>(data), size); }

  /// Text of the text format. Throws UsageError where it has a zero byte: libpq would cut it off there.
  void put_text(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) [[unlikely]]
      codec::throw_zero_byte();
    buffer_.append(text);
  }

  /// Leaves room for the length of what is written next; close() fills it in.
  std::size_t open() {
    put(std::int32_t{0});
    return buffer_.size();
  }
  void close(std::size_t opened) {
    const auto length = codec::network_order(static_cast<std::uint32_t>(buffer_.size() - opened));
    std::memcpy(buffer_.data() + opened - sizeof length, &length, sizeof length);
  }

 private:
  std::string buffer_;
};

/// A cursor over a field of several parts. Every step checks that the bytes are there, else it throws
/// DecodeError with the type's name.
class ByteReader {
 public:
  ByteReader(FieldView field, const char* type)
      : next_(field.data), end_(field.data + field.size), type_(type) {
    if (field.data == nullptr) [[unlikely]]
      codec::throw_null(type);
  }

  std::size_t remaining() const { return static_cast<std::size_t>(end_ - next_); }

  template <class Int>
  Int take() {
    need(sizeof(Int));
    const Int value = codec::load<Int>(next_);
    next_ += sizeof(Int);
    return value;
  }

  std::string_view take_bytes(std::size_t size) {
    need(size);
    const std::string_view bytes(next_, size);
    next_ += size;
    return bytes;
  }

  /// Up to a zero byte, which is taken too.
  std::string_view take_string() {
    const std::size_t size = std::string_view(next_, remaining()).find('\0');
    if (size == std::string_view::npos) [[unlikely]]
      codec::throw_malformed(type_, "an unfinished string");
    const std::string_view text(next_, size);
    next_ += size + 1;
    return text;
  }

  /// A length and that many bytes; the length -1 is NULL.
  FieldView take_field() {
    const auto size = take<std::int32_t>();
    if (size == -1) return {};
    if (size < 0) [[unlikely]]
      codec::throw_malformed(type_, "a negative length");
    return {take_bytes(static_cast<std::size_t>(size)).data(), size};
  }

  void finish() const {
    if (next_ != end_) [[unlikely]]
      codec::throw_malformed(type_, "bytes after its end");
  }

 private:
  void need(std::size_t size) const {
    if (remaining() < size) [[unlikely]]
      codec::throw_malformed(type_, "too few bytes");
  }

  const char* next_;
  const char* end_;
  const char* type_;
};

}  // namespace schemac
