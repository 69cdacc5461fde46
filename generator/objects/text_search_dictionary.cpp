// Text search dictionaries.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_ts_dict'::regclass::oid AS class, d.oid, 0 AS sub, n.nspname AS schema, d.dictname AS name, '' AS part,
       w.words,
       format('CREATE %s (%s)', w.words, concat_ws(', ', format('TEMPLATE = %I.%I', tn.nspname, t.tmplname),
              d.dictinitoption)) AS sql,
       '{}'::text[] AS options
  FROM pg_ts_dict d
  JOIN user_schemas n ON n.oid = d.dictnamespace
  JOIN pg_ts_template t ON t.oid = d.dicttemplate
  JOIN pg_namespace tn ON tn.oid = t.tmplnamespace,
  LATERAL (SELECT format('TEXT SEARCH DICTIONARY %I.%I', n.nspname, d.dictname) AS words) w)";

}  // namespace

const model::ObjectKind& text_search_dictionary_kind() {
  static const StatementKind kKind("text_search_dictionary", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
