// SQL that stands in a file of its own ("file") or in the definition ("sql"): its text, and places in it.
#pragma once

#include <optional>
#include <string_view>

#include "model/definition.hpp"
#include "sql/expression.hpp"

namespace schemac::compiler::objects {

/// Borrows from the definitions and the sources of the run.
struct SqlSource {
  std::string_view text;
  const syntax::Value* value = nullptr;  ///< the "sql"; nullptr where a file holds the text
  support::FileId file = support::kNoFile;

  /// The place of bytes [begin, end) of `text`.
  [[nodiscard]] support::Span span(const model::Draft& draft, std::size_t begin, std::size_t end) const;
};

/// The SQL of `definition`, whose name stands at `place`. SC1401 where there is none or two, SC1501 where the
/// file is not there, SC1002 where the file is not UTF-8.
std::optional<SqlSource> read_sql_source(const syntax::Value& definition, support::Span place,
                                         model::Draft& draft);

/// SC1201 for a mistake in it.
void report(const sql::SqlError& error, const SqlSource& source, model::Draft& draft);

}  // namespace schemac::compiler::objects
