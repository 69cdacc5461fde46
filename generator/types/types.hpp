// The built-in column types, one factory a file. Only driver/registry lists them; everybody else is handed a
// span of model::ColumnType.
#pragma once

#include "model/column_type.hpp"

namespace schemac::compiler::types {

const model::ColumnType& uuid_type();
const model::ColumnType& boolean_type();

// Text. `char(n)` is the padded one.
const model::ColumnType& text_type();
const model::ColumnType& varchar_type();
const model::ColumnType& char_type();
const model::ColumnType& citext_type();

// Numbers. The serial spellings give TypeUse::serial.
const model::ColumnType& smallint_type();
const model::ColumnType& integer_type();
const model::ColumnType& bigint_type();
const model::ColumnType& smallserial_type();
const model::ColumnType& serial_type();
const model::ColumnType& bigserial_type();
const model::ColumnType& real_type();
const model::ColumnType& double_precision_type();
const model::ColumnType& float_type();  ///< float, float(p): real or double precision
const model::ColumnType& numeric_type();
const model::ColumnType& money_type();

const model::ColumnType& date_type();
const model::ColumnType& time_type();
const model::ColumnType& timetz_type();
const model::ColumnType& timestamp_type();
const model::ColumnType& timestamptz_type();
const model::ColumnType& interval_type();

const model::ColumnType& bytea_type();
const model::ColumnType& bit_type();
const model::ColumnType& varbit_type();
const model::ColumnType& json_type();
const model::ColumnType& jsonb_type();
const model::ColumnType& xml_type();
const model::ColumnType& tsvector_type();
const model::ColumnType& tsquery_type();

const model::ColumnType& inet_type();
const model::ColumnType& cidr_type();
const model::ColumnType& macaddr_type();
const model::ColumnType& macaddr8_type();

const model::ColumnType& int4range_type();
const model::ColumnType& int8range_type();
const model::ColumnType& numrange_type();
const model::ColumnType& tsrange_type();
const model::ColumnType& tstzrange_type();
const model::ColumnType& daterange_type();
const model::ColumnType& int4multirange_type();
const model::ColumnType& int8multirange_type();
const model::ColumnType& nummultirange_type();
const model::ColumnType& tsmultirange_type();
const model::ColumnType& tstzmultirange_type();
const model::ColumnType& datemultirange_type();

}  // namespace schemac::compiler::types
