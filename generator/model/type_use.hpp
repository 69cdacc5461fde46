// A column's type once it is resolved: its SQL spelling, and how it looks to a language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace schemac::compiler::model {

/// How a value looks to a language that is not SQL: a closed list that every target maps in full, in a
/// `switch` without `default`.
enum class Shape : std::uint8_t {
  boolean,
  int16,
  int32,
  int64,
  float32,
  float64,
  decimal,
  money,
  text,
  bytes,
  uuid,
  date,
  time,
  time_tz,
  timestamp,
  timestamp_tz,
  interval,
  json,
  jsonb,
  inet,
  cidr,
  macaddr,
  macaddr8,
  bits,
  int4_range,
  int8_range,
  decimal_range,
  timestamp_range,
  timestamp_tz_range,
  date_range,
  int4_multirange,
  int8_multirange,
  decimal_multirange,
  timestamp_multirange,
  timestamp_tz_multirange,
  date_multirange,
  ts_vector,
  ts_query,
  xml,
  enumeration,
  opaque,  ///< a type that we do not know ("sql_type"): text to everyone but the server
};

/// "timestamp_tz": the name in `dump` and in the manifest.
std::string_view name(Shape shape);

/// A type with its parameters, as one column uses it.
struct TypeUse {
  std::string sql;               ///< as PostgreSQL prints it: "character varying(50)", "public.bill_status[]"
  Shape shape = Shape::opaque;   ///< of the element, for an array
  std::string enumeration;       ///< Shape::enumeration: the enum's name
  std::uint32_t length = 0;      ///< varchar(n), char(n), bit(n): n; else 0
  std::uint32_t precision = 0;   ///< numeric(p,s): p; else 0
  std::int32_t scale = 0;        ///< numeric(p,s): s
  std::uint32_t dimensions = 0;  ///< 0: no array; 1: T[]; 2: T[][]
  bool nullable_elements = false;  ///< T?[]
  std::string domain;  ///< the domain type that the column names, qualified: "public.email"; all else
                       ///< here is of its base. Empty where there is none
  bool domain_default = false;   ///< the domain gives its columns a default
  bool domain_not_null = false;  ///< the domain refuses NULL, as an element of an array too
  std::string json_shape;  ///< of a jsonb value: the project's shape that it has ("bill_links"), or empty
  bool serial = false;     ///< a serial spelling ("bigserial"): resolve makes the column identity by default

  template <class V>
  static void describe(V&& visit) {
    visit("sql", &TypeUse::sql);
    visit("shape", &TypeUse::shape);
    visit("enumeration", &TypeUse::enumeration);
    visit("length", &TypeUse::length);
    visit("precision", &TypeUse::precision);
    visit("scale", &TypeUse::scale);
    visit("dimensions", &TypeUse::dimensions);
    visit("nullable_elements", &TypeUse::nullable_elements);
    visit("domain", &TypeUse::domain);
    visit("domain_default", &TypeUse::domain_default);
    visit("domain_not_null", &TypeUse::domain_not_null);
    visit("json_shape", &TypeUse::json_shape);
    visit("serial", &TypeUse::serial);
  }
  friend bool operator==(const TypeUse&, const TypeUse&) = default;
};

}  // namespace schemac::compiler::model
