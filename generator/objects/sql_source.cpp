// SQL of files and strings.
#include "objects/sql_source.hpp"

#include <string>

#include "model/side_file.hpp"

namespace schemac::compiler::objects {
namespace {

using syntax::Kind;

/// A file larger than this is no statement that a person wrote.
constexpr std::size_t kMaxBytes = 1024 * 1024;

}  // namespace

support::Span SqlSource::span(const model::Draft& draft, std::size_t begin, std::size_t end) const {
  if (value != nullptr) return syntax::span_inside(draft.sources(), *value, begin, end);
  return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::optional<SqlSource> read_sql_source(const syntax::Value& definition, support::Span place,
                                         model::Draft& draft) {
  const syntax::Value* file = definition.find("file");
  const syntax::Value* sql = definition.find("sql");
  if (file == nullptr && sql == nullptr) {
    draft.diagnostics().error(place, "SC1401", "its SQL is missing", "neither \"file\" nor \"sql\" says it");
    return std::nullopt;
  }
  if (file != nullptr && sql != nullptr) {
    draft.diagnostics().error(sql->span, "SC1401", "its SQL stands in \"file\" and in \"sql\"",
                              "one of them says it");
    return std::nullopt;
  }
  if (file != nullptr) {
    const auto found = model::open_side_file(draft, *file, kMaxBytes);
    if (!found) return std::nullopt;
    return SqlSource{draft.sources().text(*found), nullptr, *found};
  }
  if (!draft.expect(*sql, Kind::string, "\"sql\"")) return std::nullopt;
  return SqlSource{sql->text, sql, support::kNoFile};
}

void report(const sql::SqlError& error, const SqlSource& source, model::Draft& draft) {
  draft.diagnostics().error(source.span(draft, error.begin, error.end), "SC1201", error.message);
}

}  // namespace schemac::compiler::objects
