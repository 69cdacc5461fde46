// What a program can know of a column at run time, without a database.
#pragma once

#include <string_view>

namespace schemac {

struct ColumnInfo {
  std::string_view name;  ///< as in SQL, unquoted
  std::string_view type;  ///< as PostgreSQL prints it: "character varying(50)"
  bool nullable = false;  ///< takes NULL
  bool has_default =
      false;  ///< may be left out of an INSERT, because of a default, an identity or an expression
  bool personal = false;  ///< personal data: keep it out of logs
};

}  // namespace schemac
