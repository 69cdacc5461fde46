// Text search parsers.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_ts_parser'::regclass::oid AS class, p.oid, 0 AS sub, n.nspname AS schema, p.prsname AS name, '' AS part,
       w.words,
       format('CREATE %s (%s)', w.words, concat_ws(', ', 'START = ' || p.prsstart, 'GETTOKEN = ' || p.prstoken,
              'END = ' || p.prsend, 'LEXTYPES = ' || p.prslextype,
              'HEADLINE = ' || nullif(p.prsheadline::oid, 0)::regproc)) AS sql,
       '{}'::text[] AS options
  FROM pg_ts_parser p
  JOIN user_schemas n ON n.oid = p.prsnamespace,
  LATERAL (SELECT format('TEXT SEARCH PARSER %I.%I', n.nspname, p.prsname) AS words) w)";

}  // namespace

const model::ObjectKind& text_search_parser_kind() {
  static const StatementKind kKind("text_search_parser", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
