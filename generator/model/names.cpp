// The names of the model's enumerations, as `dump` prints them and SQL spells them.
#include "model/column.hpp"
#include "model/constraint.hpp"
#include "model/firing.hpp"
#include "model/trigger.hpp"
#include "model/type_use.hpp"

namespace schemac::compiler::model {

std::string_view name(Identity identity) {
  switch (identity) {
    case Identity::none:
      return "none";
    case Identity::always:
      return "always";
    case Identity::by_default:
      return "by default";
  }
  return {};
}

std::string_view name(TriggerTiming timing) {
  switch (timing) {
    case TriggerTiming::before:
      return "BEFORE";
    case TriggerTiming::after:
      return "AFTER";
    case TriggerTiming::instead_of:
      return "INSTEAD OF";
  }
  return {};
}

std::string_view name(Firing firing) {
  switch (firing) {
    case Firing::origin:
      return "ENABLE";
    case Firing::never:
      return "DISABLE";
    case Firing::replica:
      return "ENABLE REPLICA";
    case Firing::always:
      return "ENABLE ALWAYS";
  }
  return {};
}

std::string_view name(Deferrable deferrable) {
  switch (deferrable) {
    case Deferrable::no:
      return "no";
    case Deferrable::initially_immediate:
      return "initially immediate";
    case Deferrable::initially_deferred:
      return "initially deferred";
  }
  return {};
}

std::string_view name(CheckOrigin origin) {
  switch (origin) {
    case CheckOrigin::own:
      return "own";
    case CheckOrigin::shared:
      return "shared";
    case CheckOrigin::inherited:
      return "inherited";
    case CheckOrigin::partitioned:
      return "partitioned";
  }
  return {};
}

std::string_view name(ReferentialAction action) {
  switch (action) {
    case ReferentialAction::no_action:
      return "NO ACTION";
    case ReferentialAction::restrict:
      return "RESTRICT";
    case ReferentialAction::cascade:
      return "CASCADE";
    case ReferentialAction::set_null:
      return "SET NULL";
    case ReferentialAction::set_default:
      return "SET DEFAULT";
  }
  return {};
}

std::string_view name(Shape shape) {
  switch (shape) {
    case Shape::boolean:
      return "boolean";
    case Shape::int16:
      return "int16";
    case Shape::int32:
      return "int32";
    case Shape::int64:
      return "int64";
    case Shape::float32:
      return "float32";
    case Shape::float64:
      return "float64";
    case Shape::decimal:
      return "decimal";
    case Shape::money:
      return "money";
    case Shape::text:
      return "text";
    case Shape::bytes:
      return "bytes";
    case Shape::uuid:
      return "uuid";
    case Shape::date:
      return "date";
    case Shape::time:
      return "time";
    case Shape::time_tz:
      return "time_tz";
    case Shape::timestamp:
      return "timestamp";
    case Shape::timestamp_tz:
      return "timestamp_tz";
    case Shape::interval:
      return "interval";
    case Shape::json:
      return "json";
    case Shape::jsonb:
      return "jsonb";
    case Shape::inet:
      return "inet";
    case Shape::cidr:
      return "cidr";
    case Shape::macaddr:
      return "macaddr";
    case Shape::macaddr8:
      return "macaddr8";
    case Shape::bits:
      return "bits";
    case Shape::int4_range:
      return "int4_range";
    case Shape::int8_range:
      return "int8_range";
    case Shape::decimal_range:
      return "decimal_range";
    case Shape::timestamp_range:
      return "timestamp_range";
    case Shape::timestamp_tz_range:
      return "timestamp_tz_range";
    case Shape::date_range:
      return "date_range";
    case Shape::int4_multirange:
      return "int4_multirange";
    case Shape::int8_multirange:
      return "int8_multirange";
    case Shape::decimal_multirange:
      return "decimal_multirange";
    case Shape::timestamp_multirange:
      return "timestamp_multirange";
    case Shape::timestamp_tz_multirange:
      return "timestamp_tz_multirange";
    case Shape::date_multirange:
      return "date_multirange";
    case Shape::ts_vector:
      return "ts_vector";
    case Shape::ts_query:
      return "ts_query";
    case Shape::xml:
      return "xml";
    case Shape::enumeration:
      return "enumeration";
    case Shape::opaque:
      return "opaque";
  }
  return {};
}

}  // namespace schemac::compiler::model
