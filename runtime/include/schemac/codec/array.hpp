// Codecs of arrays: a vector is an array of one dimension, a vector of vectors one of two, and so on.
// An array that may hold NULLs is a vector of optionals. Lower bounds other than 1 are not kept.
#pragma once

#include <vector>

#include "schemac/codec/optional.hpp"
#include "schemac/codec/scalars.hpp"

namespace schemac {
namespace codec {

inline constexpr int kMaxDimensions = 6;

/// What a vector holds once all levels of nesting are taken off, and how many there are.
template <class T>
struct ArrayLevels {
  using Element = T;
  static constexpr int depth = 0;
};
template <class T>
struct ArrayLevels<std::vector<T>> {
  using Element = typename ArrayLevels<T>::Element;
  static constexpr int depth = ArrayLevels<T>::depth + 1;
};
template <>
struct ArrayLevels<std::vector<std::byte>> {
  using Element = std::vector<std::byte>;
  static constexpr int depth = 0;
};

struct ArrayDimensions {
  std::int32_t count = 0;
  std::int32_t sizes[kMaxDimensions] = {};
};

/// Reads what stands before the elements. Throws DecodeError unless the array is empty or has just `depth`
/// dimensions, and unless there are enough bytes for that many elements.
ArrayDimensions read_array_header(ByteReader& reader, int depth);
void write_array_header(const ArrayDimensions& dimensions, bool nullable, std::uint32_t element_oid,
                        ByteWriter& out);
/// Appends an element of an array's text form, in quotes.
void put_array_element(std::string_view element, ByteWriter& out);
[[noreturn]] void throw_ragged_array();

template <class V>
void measure_array(const V& value, ArrayDimensions& dimensions) {
  dimensions.sizes[dimensions.count++] = static_cast<std::int32_t>(value.size());
  if constexpr (ArrayLevels<typename V::value_type>::depth > 0) {
    if (!value.empty()) measure_array(value.front(), dimensions);
  }
}

template <class V>
void check_sizes(const V& value, const std::int32_t* size) {
  if (value.size() != static_cast<std::size_t>(*size)) throw_ragged_array();
  if constexpr (ArrayLevels<typename V::value_type>::depth > 0) {
    for (const auto& inner : value) check_sizes(inner, size + 1);
  }
}

template <class T>
bool is_null_element(const T& value) {
  if constexpr (is_optional<T>) {
    return !value;
  } else {
    return false;
  }
}

template <class V>
void put_binary_elements(const V& value, ByteWriter& out) {
  using T = typename V::value_type;
  for (const T& item : value) {
    if constexpr (ArrayLevels<T>::depth > 0) {
      put_binary_elements(item, out);
    } else if (is_null_element(item)) {
      out.put(std::int32_t{-1});
    } else {
      const std::size_t opened = out.open();
      Codec<T>::encode(item, out);
      out.close(opened);
    }
  }
}

template <class V>
void put_text_elements(const V& value, ByteWriter& scratch, ByteWriter& out) {
  using T = typename V::value_type;
  char separator = '{';
  for (const T& item : value) {
    out.put(separator);
    separator = ',';
    if constexpr (ArrayLevels<T>::depth > 0) {
      put_text_elements(item, scratch, out);
    } else if (is_null_element(item)) {
      out.put_text("NULL");
    } else {
      scratch.clear();
      Codec<T>::encode(item, scratch);
      put_array_element(scratch.view(), out);
    }
  }
  out.put('}');
}

template <class V>
void take_elements(ByteReader& reader, const std::int32_t* size, V& value) {
  using T = typename V::value_type;
  value.reserve(static_cast<std::size_t>(*size));
  for (std::int32_t i = 0; i < *size; ++i) {
    if constexpr (ArrayLevels<T>::depth > 0) {
      take_elements(reader, size + 1, value.emplace_back());
    } else {
      value.push_back(Codec<T>::decode(reader.take_field()));
    }
  }
}

}  // namespace codec

/// Goes in binary where the element's oid is known and its codec binary, else as text of an inferred type.
template <class T>
struct Codec<std::vector<T>> {
 private:
  using Levels = codec::ArrayLevels<std::vector<T>>;
  using Element = typename Levels::Element;
  static_assert(Levels::depth <= codec::kMaxDimensions,
                "schemac: PostgreSQL's arrays have up to 6 dimensions");

 public:
  /// An array's type does not tell its dimensions: that of a nested vector is the same.
  static constexpr std::uint32_t oid = Codec<Element>::array_oid;
  static constexpr std::uint32_t array_oid = oid;
  static constexpr bool binary = Codec<Element>::binary && Codec<Element>::oid != 0;

  /// Throws UsageError where nested vectors differ in size.
  static void encode(const std::vector<T>& value, ByteWriter& out) {
    codec::ArrayDimensions dimensions;
    codec::measure_array(value, dimensions);
    codec::check_sizes(value, dimensions.sizes);
    bool empty = false;
    for (int i = 0; i < dimensions.count; ++i) empty = empty || dimensions.sizes[i] == 0;
    if (empty) dimensions.count = 0;
    if constexpr (binary) {
      codec::write_array_header(dimensions, codec::is_optional<Element>, Codec<Element>::oid, out);
      if (!empty) codec::put_binary_elements(value, out);
    } else if (empty) {
      out.put_text("{}");
    } else {
      ByteWriter scratch;
      codec::put_text_elements(value, scratch, out);
    }
  }

  static std::vector<T> decode(FieldView field) {
    ByteReader reader(field, "array");
    const codec::ArrayDimensions dimensions = codec::read_array_header(reader, Levels::depth);
    std::vector<T> value;
    if (dimensions.count > 0) codec::take_elements(reader, dimensions.sizes, value);
    reader.finish();
    return value;
  }
};

}  // namespace schemac
