// Text search templates.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_ts_template'::regclass::oid AS class, t.oid, 0 AS sub, n.nspname AS schema, t.tmplname AS name, '' AS part,
       w.words,
       format('CREATE %s (%s)', w.words, concat_ws(', ', 'INIT = ' || nullif(t.tmplinit::oid, 0)::regproc,
              'LEXIZE = ' || t.tmpllexize)) AS sql,
       '{}'::text[] AS options
  FROM pg_ts_template t
  JOIN user_schemas n ON n.oid = t.tmplnamespace,
  LATERAL (SELECT format('TEXT SEARCH TEMPLATE %I.%I', n.nspname, t.tmplname) AS words) w)";

}  // namespace

const model::ObjectKind& text_search_template_kind() {
  static const StatementKind kKind("text_search_template", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
