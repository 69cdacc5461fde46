// Collations. One that changes makes way for its successor, which the columns then move to.
#include <string>

#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_collation'::regclass::oid AS class, c.oid, 0 AS sub, n.nspname AS schema, c.collname AS name, '' AS part,
       w.words,
       format('CREATE %s (%s)', w.words, concat_ws(', ',
              CASE c.collprovider WHEN 'i' THEN 'provider = icu' ELSE 'provider = libc' END,
              CASE WHEN c.collprovider = 'i' THEN format('locale = %L', c.colliculocale)
                   WHEN c.collcollate = c.collctype THEN format('locale = %L', c.collcollate)
                   ELSE format('lc_collate = %L, lc_ctype = %L', c.collcollate, c.collctype) END,
              CASE WHEN NOT c.collisdeterministic THEN 'deterministic = false' END)) AS sql,
       '{}'::text[] AS options
  FROM pg_collation c
  JOIN user_schemas n ON n.oid = c.collnamespace,
  LATERAL (SELECT format('COLLATION %I.%I', n.nspname, c.collname) AS words) w)";

class CollationKind final : public StatementKind {
 public:
  CollationKind() : StatementKind("collation", kCatalogue) {}

  std::string drop(const model::Object& object) const override {
    return "DROP COLLATION " + object.id.qualified_name();
  }
  model::Alteration alter(const model::Object&, const model::Object&,
                          const model::Transition&) const override {
    return model::Alteration::supersede();
  }
  std::string rename(const model::Object& object, const std::string& name) const override {
    return "ALTER COLLATION " + object.id.qualified_name() + " RENAME TO " + support::quote_identifier(name);
  }
};

}  // namespace

const model::ObjectKind& collation_kind() {
  static const CollationKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
