// SQL of files and strings.
#include "objects/sql_source.hpp"

#include <string>

#include "support/utf8.hpp"

namespace schemac::compiler::objects {
namespace {

using syntax::Kind;

/// A file larger than this is no statement that a person wrote.
constexpr std::size_t kMaxBytes = 1024 * 1024;

void report_missing(const syntax::Value& file, model::Draft& draft) {
  const std::string_view path = file.text;
  const bool outside =
      path.starts_with('/') || path.starts_with("../") || path.find("/../") != std::string_view::npos;
  draft.diagnostics()
      .error(file.span, "SC1501", "there is no file `" + file.text + "` among the definitions",
             outside ? "it would stand outside of the definitions' folder" : "")
      .help = "name it by its path in the folder of the definitions: \"sql/<name>.sql\"";
}

std::optional<SqlSource> open(const syntax::Value& file, model::Draft& draft) {
  const auto found = draft.files.find(file.text);
  if (found == draft.files.end()) {
    report_missing(file, draft);
    return std::nullopt;
  }
  const SqlSource source{draft.sources().text(found->second), nullptr, found->second};
  if (source.text.size() > kMaxBytes) {
    draft.diagnostics().error(file.span, "SC1501", "the file `" + file.text + "` is too large", "over 1 MiB");
    return std::nullopt;
  }
  const std::size_t invalid = support::find_invalid_utf8(source.text);
  if (invalid == std::string_view::npos) return source;
  draft.diagnostics().error(source.span(draft, invalid, invalid + 1), "SC1002", "the file is not UTF-8");
  return std::nullopt;
}

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
    if (!draft.expect(*file, Kind::string, "\"file\"")) return std::nullopt;
    return open(*file, draft);
  }
  if (!draft.expect(*sql, Kind::string, "\"sql\"")) return std::nullopt;
  return SqlSource{sql->text, sql, support::kNoFile};
}

void report(const sql::SqlError& error, const SqlSource& source, model::Draft& draft) {
  draft.diagnostics().error(source.span(draft, error.begin, error.end), "SC1201", error.message);
}

}  // namespace schemac::compiler::objects
