// SQL types as definitions spell them.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::importers {

struct SpelledType {
  std::string text;        ///< in the shortest form: "timestamptz(3)", "varchar(50)?[]"
  std::string extension;   ///< that owns the type; empty for PostgreSQL's own
  bool passed_on = false;  ///< the language has no word for it: a "sql_type"
};

/// `sql` ("timestamp (3) with time zone", "numeric(5, 2)[]") in the short form. The elements of arrays may be
/// NULL: a database promises nothing else.
SpelledType spell_type(std::string_view sql);

/// The extension that an operator class comes from; empty for PostgreSQL's own and for unknown ones.
std::string_view extension_of_opclass(std::string_view opclass);

}  // namespace schemac::compiler::importers
