// An object whose state is the SQL that creates it: of the kinds that are read from databases only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::model {

struct Statement {
  std::string words;  ///< the object as DROP spells it: "CAST (text AS public.slug)"
  std::string sql;    ///< the CREATE without its OPTIONS; ALTERs that complete it follow behind semicolons
  std::vector<std::string> options;  ///< of OPTIONS (…), sorted: "host=localhost"

  template <class V>
  static void describe(V&& visit) {
    visit("words", &Statement::words);
    visit("sql", &Statement::sql);
    visit("options", &Statement::options);
  }
  friend bool operator==(const Statement&, const Statement&) = default;
};

}  // namespace schemac::compiler::model
