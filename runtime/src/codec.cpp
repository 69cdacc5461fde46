// What codecs throw, and the parts of the array codec that do not depend on the element.
#include "schemac/codec/codec.hpp"

#include "schemac/codec/array.hpp"
#include "schemac/codec/enums.hpp"
#include "schemac/error.hpp"

namespace schemac::codec {

void throw_null(const char* type) {
  throw DecodeError(std::string("NULL where a value of type ") + type + " was expected: decode an optional");
}

void throw_wrong_size(FieldView field, std::size_t expected, const char* type) {
  if (field.is_null()) throw_null(type);
  throw DecodeError(std::string(type) + " takes " + std::to_string(expected) + " bytes, but the field has " +
                    std::to_string(field.size));
}

void throw_malformed(const char* type, const char* what) {
  throw DecodeError(std::string("malformed ") + type + ": " + what);
}

void throw_zero_byte() {
  throw UsageError("a text parameter has a zero byte, which PostgreSQL's text cannot hold: remove it");
}

void throw_unknown_label(std::string_view label) {
  throw DecodeError("the enum has no value \"" + std::string(label) + "\": generate the code again");
}

void throw_ragged_array() {
  throw UsageError("the inner vectors of an array differ in size: PostgreSQL's arrays are rectangular");
}

ArrayDimensions read_array_header(ByteReader& reader, int depth) {
  constexpr const char* kType = "array";
  ArrayDimensions dimensions;
  dimensions.count = reader.take<std::int32_t>();
  reader.take<std::int32_t>();  // whether there are NULLs: each element says so itself
  reader.take<std::int32_t>();  // the element's oid, which was settled when the statement was written
  if (dimensions.count == 0) return dimensions;
  if (dimensions.count != depth)
    throw_malformed(kType, "it has another number of dimensions than the C++ type");
  std::uint64_t elements = 1;
  for (int i = 0; i < depth; ++i) {
    dimensions.sizes[i] = reader.take<std::int32_t>();
    reader.take<std::int32_t>();  // the lower bound
    if (dimensions.sizes[i] < 1) throw_malformed(kType, "a dimension without elements");
    elements *= static_cast<std::uint64_t>(dimensions.sizes[i]);
    // Checked in each round, so that the product cannot overflow. An element takes 4 bytes at least.
    if (elements > reader.remaining() / 4) throw_malformed(kType, "too few bytes");
  }
  return dimensions;
}

void write_array_header(const ArrayDimensions& dimensions, bool nullable, std::uint32_t element_oid,
                        ByteWriter& out) {
  out.put(dimensions.count);
  out.put(std::int32_t{nullable});
  out.put(element_oid);
  for (int i = 0; i < dimensions.count; ++i) {
    out.put(dimensions.sizes[i]);
    out.put(std::int32_t{1});
  }
}

void put_array_element(std::string_view element, ByteWriter& out) {
  out.put('"');
  std::size_t start = 0;
  for (std::size_t i = 0; i < element.size(); ++i) {
    if (element[i] != '"' && element[i] != '\\') continue;
    out.put_text(element.substr(start, i - start));
    out.put('\\');
    start = i;
  }
  out.put_text(element.substr(start));
  out.put('"');
}

}  // namespace schemac::codec
