// Publications. They change in place: a subscriber does not survive one that goes and comes back.
#include "model/publication.hpp"

#include <algorithm>

#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Publication;
using model::PublicationMember;

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_publication'::regclass::oid AS class, p.oid, 0 AS sub, p.pubname AS name, p.puballtables AS all_tables,
       concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                 CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END) AS publish,
       p.pubviaroot AS via_root, m.members, m.details
  FROM pg_publication p,
  LATERAL (SELECT array_agg(m.member ORDER BY m.member COLLATE "C") AS members,
                  array_agg(m.detail ORDER BY m.member COLLATE "C") AS details
             FROM (SELECT format('TABLE %s', r.prrelid::regclass) AS member,
                          concat((SELECT format(' (%s)', string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum))
                                    FROM pg_attribute a
                                   WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs) HAVING count(*) > 0),
                                 ' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')') AS detail
                     FROM pg_publication_rel r WHERE r.prpubid = p.oid
                    UNION ALL
                   SELECT format('TABLES IN SCHEMA %I', n.nspname), ''
                     FROM pg_publication_namespace s
                     JOIN pg_namespace n ON n.oid = s.pnnspid WHERE s.pnpubid = p.oid) m) m)";

using Members = std::vector<PublicationMember>;

std::string words(const model::Object& object) {
  return "PUBLICATION " + support::quote_identifier(object.id.name);
}

std::string options(const Publication& state) {
  return "(publish = " + support::quote_literal(state.publish) +
         ", publish_via_partition_root = " + (state.via_root ? "true" : "false") + ")";
}

std::string list(const Members& members, bool detailed) {
  std::string sql;
  for (const PublicationMember& member : members) {
    sql += (sql.empty() ? "" : ", ") + member.what;
    if (detailed) sql += member.detail;
  }
  return sql;
}

/// The members that are in `some` and not in `others`.
Members minus(const Members& some, const Members& others) {
  Members result;
  std::copy_if(some.begin(), some.end(), std::back_inserter(result), [&](const PublicationMember& member) {
    return std::find(others.begin(), others.end(), member) == others.end();
  });
  return result;
}

class PublicationKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return "publication"; }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    Publication state{row.flag("all_tables"), {}, row.text("publish"), row.flag("via_root")};
    const auto members = row.list("members");
    const auto details = row.list("details");
    for (std::size_t i = 0; i < members.size(); ++i) state.members.push_back({members[i], details[i]});
    return model::Object{{std::string(name()), {}, row.text("name"), {}}, std::move(state), {}, {}};
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& state = object.state.as<Publication>();
    std::string sql = "CREATE " + words(object);
    if (state.all_tables) sql += " FOR ALL TABLES";
    if (!state.members.empty()) sql += " FOR " + list(state.members, true);
    return sql + "\n    WITH " + options(state);
  }
  std::string drop(const model::Object& object) const override { return "DROP " + words(object); }

  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition&) const override {
    const auto& before = from.state.as<Publication>();
    const auto& after = to.state.as<Publication>();
    if (before.all_tables != after.all_tables) return model::Alteration::replace();
    const std::string alter = "ALTER " + words(to);
    std::vector<model::Step> steps;
    const Members gone = minus(before.members, after.members);
    const Members added = minus(after.members, before.members);
    if (!gone.empty()) steps.push_back({to.id, alter + " DROP " + list(gone, false)});
    if (!added.empty()) steps.push_back({to.id, alter + " ADD " + list(added, true)});
    if (options(before) != options(after)) steps.push_back({to.id, alter + " SET " + options(after)});
    return model::Alteration::in_place(std::move(steps));
  }

  bool endures(const model::Object&) const override { return true; }
  /// Without a table, or a column that its list or condition names, it does not send that table.
  std::optional<model::Object> without(const model::Object& object,
                                       const model::ObjectId& needed) const override {
    auto state = object.state.as<Publication>();
    const std::string table = "TABLE " + needed.qualified_name();
    const std::string schema = "TABLES IN SCHEMA " + needed.qualified_name();
    const auto gone = [&](const PublicationMember& member) {
      return member.what == table || member.what == schema;
    };
    if (std::erase_if(state.members, gone) == 0) return std::nullopt;
    model::Object reduced = object;
    reduced.state = std::move(state);
    return reduced;
  }
};

}  // namespace

const model::ObjectKind& publication_kind() {
  static const PublicationKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
