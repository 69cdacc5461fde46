// Every Shape in C++: the one place that knows.
#include "targets/cpp_names.hpp"

#include <iterator>

#include "support/naming.hpp"

namespace schemac::compiler::targets {
namespace {

using model::Shape;

struct CppValue {
  Shape shape;
  std::string_view type;
  std::string_view standard = {};  ///< header
  std::string_view runtime = {};   ///< header
  std::string_view bound = {};     ///< header of a range's bounds
  bool scalar = false;
};

constexpr std::string_view kInts = "<cstdint>";
constexpr std::string_view kText = "<string>";
constexpr std::string_view kDecimal = "schemac/decimal.hpp";
constexpr std::string_view kTemporal = "schemac/temporal.hpp";
constexpr std::string_view kNetwork = "schemac/network.hpp";
constexpr std::string_view kRange = "schemac/range.hpp";
constexpr std::string_view kSearch = "schemac/text_search.hpp";

/// In the order of Shape, which the assertions below hold it to.
constexpr CppValue kValues[] = {
    {Shape::boolean, "bool", {}, {}, {}, true},
    {Shape::int16, "std::int16_t", kInts, {}, {}, true},
    {Shape::int32, "std::int32_t", kInts, {}, {}, true},
    {Shape::int64, "std::int64_t", kInts, {}, {}, true},
    {Shape::float32, "float", {}, {}, {}, true},
    {Shape::float64, "double", {}, {}, {}, true},
    {Shape::decimal, "schemac::Decimal", {}, kDecimal},
    {Shape::money, "schemac::Money", {}, "schemac/money.hpp"},
    {Shape::text, "std::string", kText},
    {Shape::bytes, "std::vector<std::byte>", "<cstddef>"},
    {Shape::uuid, "schemac::Uuid", {}, "schemac/uuid.hpp"},
    {Shape::date, "schemac::Date", {}, kTemporal},
    {Shape::time, "schemac::Time", {}, kTemporal},
    {Shape::time_tz, "schemac::TimeTz", {}, kTemporal},
    {Shape::timestamp, "schemac::Timestamp", {}, kTemporal},
    {Shape::timestamp_tz, "schemac::TimestampTz", {}, kTemporal},
    {Shape::interval, "schemac::Interval", {}, kTemporal},
    {Shape::json, "schemac::Json", {}, "schemac/json.hpp"},
    {Shape::jsonb, "schemac::Json", {}, "schemac/json.hpp"},
    {Shape::inet, "schemac::Inet", {}, kNetwork},
    {Shape::cidr, "schemac::Cidr", {}, kNetwork},
    {Shape::macaddr, "schemac::MacAddr", {}, kNetwork},
    {Shape::macaddr8, "schemac::MacAddr8", {}, kNetwork},
    {Shape::bits, "schemac::BitString", {}, "schemac/bits.hpp"},
    {Shape::int4_range, "schemac::Range<std::int32_t>", kInts, kRange},
    {Shape::int8_range, "schemac::Range<std::int64_t>", kInts, kRange},
    {Shape::decimal_range, "schemac::Range<schemac::Decimal>", {}, kRange, kDecimal},
    {Shape::timestamp_range, "schemac::Range<schemac::Timestamp>", {}, kRange, kTemporal},
    {Shape::timestamp_tz_range, "schemac::Range<schemac::TimestampTz>", {}, kRange, kTemporal},
    {Shape::date_range, "schemac::Range<schemac::Date>", {}, kRange, kTemporal},
    {Shape::int4_multirange, "schemac::Multirange<std::int32_t>", kInts, kRange},
    {Shape::int8_multirange, "schemac::Multirange<std::int64_t>", kInts, kRange},
    {Shape::decimal_multirange, "schemac::Multirange<schemac::Decimal>", {}, kRange, kDecimal},
    {Shape::timestamp_multirange, "schemac::Multirange<schemac::Timestamp>", {}, kRange, kTemporal},
    {Shape::timestamp_tz_multirange, "schemac::Multirange<schemac::TimestampTz>", {}, kRange, kTemporal},
    {Shape::date_multirange, "schemac::Multirange<schemac::Date>", {}, kRange, kTemporal},
    {Shape::ts_vector, "schemac::TsVector", {}, kSearch},
    {Shape::ts_query, "schemac::TsQuery", {}, kSearch},
    {Shape::xml, "schemac::Xml", {}, "schemac/xml.hpp"},
    {Shape::enumeration, "", {}, {}, {}, true},
    {Shape::opaque, "std::string", kText},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(kValues); ++i) {
    if (static_cast<std::size_t>(kValues[i].shape) != i) return false;
  }
  return true;
}
static_assert(std::size(kValues) == static_cast<std::size_t>(Shape::opaque) + 1, "a Shape has no C++ type");
static_assert(in_order());

const CppValue& cpp_value(Shape shape) {
  return kValues[static_cast<std::size_t>(shape)];
}

}  // namespace

std::string cpp_name(std::string_view name) {
  if (name == "std" || name == "schemac") return std::string(name) + "_";
  return support::cpp_identifier(name);
}

std::string enumerator_name(std::string_view label) {
  std::string name;
  for (const char c : label) {
    const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    name += fits ? c : '_';
  }
  if (name.empty() || (name.front() >= '0' && name.front() <= '9')) name.insert(0, "v");
  return cpp_name(name);
}

std::string cpp_type(const model::TypeUse& type, std::string_view element) {
  std::string name(cpp_value(type.shape).type);
  if (type.shape == Shape::enumeration) name = support::pascal_case(type.enumeration);
  if (!type.json_shape.empty()) name = support::pascal_case(type.json_shape);
  if (!element.empty()) name = element;
  if (type.nullable_elements && type.dimensions > 0) name = "std::optional<" + name + ">";
  for (std::uint32_t i = 0; i < type.dimensions; ++i) name = "std::vector<" + name + ">";
  return name;
}

bool is_scalar(const model::TypeUse& type) {
  return type.dimensions == 0 && cpp_value(type.shape).scalar;
}

void add_headers(Shape shape, std::set<std::string>& standard, std::set<std::string>& runtime) {
  const CppValue& value = cpp_value(shape);
  if (!value.standard.empty()) standard.emplace(value.standard);
  if (!value.runtime.empty()) runtime.emplace(value.runtime);
  if (!value.bound.empty()) runtime.emplace(value.bound);
}

std::string unbounded_sql_type(const model::TypeUse& type) {
  std::string sql = type.sql;
  const std::size_t open = sql.find('(');
  if (type.shape == Shape::opaque || open == std::string::npos) return sql;
  sql.erase(open, sql.find(')', open) + 1 - open);
  // Of these two, the name alone stands for a length of 1.
  if (sql.starts_with("character") && !sql.starts_with("character varying")) sql.replace(0, 9, "bpchar");
  if (sql == "bit" || sql.starts_with("bit[")) sql.replace(0, 3, "bit varying");
  return sql;
}

}  // namespace schemac::compiler::targets
