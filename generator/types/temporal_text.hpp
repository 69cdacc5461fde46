// Dates and times as text: what is surely wrong about one, and what a JSON literal may be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "types/scalar_type.hpp"

namespace schemac::compiler::types {

/// Which parts a temporal type has.
struct TemporalParts {
  bool date = false;
  bool time = false;
  bool zone = false;
};

/// A text in ISO 8601 form, as far as it has that form.
struct IsoReading {
  bool iso = false;     ///< else nothing below holds
  TemporalParts has;    ///< what is there
  std::string mistake;  ///< a field that is out of range: "month 13"; empty: none
};

/// [date][T][time][zone][BC]; at least a date or a time.
IsoReading read_iso(std::string_view text);

/// The parts of a type, by its shape (date, time, time_tz, timestamp, timestamp_tz).
TemporalParts parts_of(Shape shape);

/// Wrong where a field of an ISO text is out of range, or where a text has neither a digit nor one of
/// PostgreSQL's words (now, today, epoch, …). All else is for a server to say: its input is very liberal.
std::optional<Refusal> refuse_temporal(std::string_view text, const TypeUse& type);

/// An ISO text with exactly the type's parts (a time may be left out of a timestamp without zone), or
/// infinity. What depends on the moment or the session ('now', no offset) is refused: it means `default_sql`.
LiteralResult temporal_literal(const syntax::Value& json, const TypeUse& type);

/// A type with an optional precision of seconds: name(p), printed as sql(p) + suffix.
UseResult use_with_seconds(Parameters parameters, std::string_view name, std::string_view sql,
                           std::string_view suffix, Shape shape);

}  // namespace schemac::compiler::types
