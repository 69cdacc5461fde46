// pg_depend speaks of things that are no objects of a Model: the type of a table's rows, the rule that is a
// view's query, a column's default, the index of a constraint. Each stands for one that is: a query finds for
// which.
#include "introspect/dependencies.hpp"

#include <algorithm>

#include "schemac/codec/scalars.hpp"

namespace schemac::compiler::introspect {
namespace {

constexpr std::string_view kMembers =
    "SELECT classid, objid, 0, refclassid, refobjid, 0 FROM pg_depend WHERE deptype = 'e'";

constexpr std::string_view kAliases = R"(
SELECT 'pg_type'::regclass::oid, t.oid, 0, 'pg_type'::regclass::oid, t.typelem, 0
  FROM pg_type t WHERE t.typcategory = 'A' AND t.typelem <> 0 AND t.oid >= 16384
UNION ALL
SELECT 'pg_type'::regclass, t.oid, 0, 'pg_class'::regclass, t.typrelid, 0
  FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid WHERE c.relkind <> 'c' AND t.oid >= 16384
UNION ALL
SELECT 'pg_class'::regclass, c.oid, 0, 'pg_type'::regclass, c.reltype, 0 FROM pg_class c WHERE c.relkind = 'c'
UNION ALL
SELECT 'pg_type'::regclass, r.rngmultitypid, 0, 'pg_type'::regclass, r.rngtypid, 0
  FROM pg_range r WHERE r.rngtypid >= 16384
UNION ALL
SELECT 'pg_rewrite'::regclass, r.oid, 0, 'pg_class'::regclass, r.ev_class, 0
  FROM pg_rewrite r WHERE r.rulename = '_RETURN' AND r.oid >= 16384
UNION ALL
SELECT 'pg_attrdef'::regclass, d.oid, 0, 'pg_class'::regclass, d.adrelid, d.adnum::int FROM pg_attrdef d
UNION ALL
SELECT 'pg_constraint'::regclass, c.oid, 0, 'pg_type'::regclass, c.contypid, 0 FROM pg_constraint c WHERE c.contypid <> 0
UNION ALL
SELECT 'pg_class'::regclass, c.conindid, 0, 'pg_constraint'::regclass, c.oid, 0
  FROM pg_constraint c WHERE c.contype IN ('p', 'u', 'x')
UNION ALL
SELECT 'pg_publication_rel'::regclass, r.oid, 0, 'pg_publication'::regclass, r.prpubid, 0 FROM pg_publication_rel r
UNION ALL
SELECT 'pg_publication_namespace'::regclass, n.oid, 0, 'pg_publication'::regclass, n.pnpubid, 0
  FROM pg_publication_namespace n
UNION ALL
SELECT d.classid, d.objid, 0, d.refclassid, d.refobjid, d.refobjsubid FROM pg_depend d
 WHERE d.deptype = 'i' AND d.objid >= 16384
   AND (d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_type'::regclass
     OR d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass) AND d.refclassid = 'pg_opclass'::regclass
     OR d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0))";

// Left out: what says whose partition a table is, and whose sequence one is, and of which type a table's rows
// are. These are objects of their own, or attributes, and would make circles here. Nor the collation that a
// column has from its type, which needs it. 'P' is what a partition's key or index is attached to.
constexpr std::string_view kDependencies = R"(
SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid FROM pg_depend d
 WHERE d.deptype IN ('n', 'a', 'i', 'P') AND d.objid >= 16384
   AND NOT (d.deptype = 'a' AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
            AND EXISTS (SELECT FROM pg_class c WHERE c.oid = d.objid
                         AND (c.relkind = 'S' OR c.relispartition AND c.relkind IN ('r', 'p', 'f'))))
   AND NOT (d.deptype = 'n' AND d.objsubid = 0 AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_type'::regclass
            AND EXISTS (SELECT FROM pg_class c WHERE c.oid = d.objid AND c.reloftype = d.refobjid))
   AND NOT (d.objsubid > 0 AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_collation'::regclass
            AND EXISTS (SELECT FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                         WHERE a.attrelid = d.objid AND a.attnum = d.objsubid AND a.attcollation = t.typcollation)))";

struct Link {
  Address from;
  Address to;
};

std::vector<Link> links(Transaction& transaction, std::string_view query) {
  const Result result = transaction.execute(query);
  std::vector<Link> all;
  all.reserve(static_cast<std::size_t>(result.rows()));
  for (int row = 0; row < result.rows(); ++row) {
    RowReader reader(result, row);
    const auto address = [&] {
      const auto catalogue = reader.next<std::uint32_t>();
      const auto oid = reader.next<std::uint32_t>();
      return Address{catalogue, oid, reader.next<std::int32_t>()};
    };
    const Address from = address();
    all.push_back({from, address()});
  }
  return all;
}

}  // namespace

Members extension_members(Transaction& transaction) {
  Members members;
  for (const Link& link : links(transaction, kMembers)) members.emplace(link.from, link.to);
  return members;
}

Aliases aliases(Transaction& transaction) {
  Aliases all;
  for (const Link& link : links(transaction, kAliases)) all.emplace(link.from, link.to);
  return all;
}

const std::size_t* find_place(Address address, const Places& places, const Members& members,
                              const Aliases& aliases) {
  constexpr int kLongestChain = 8;  // an array of a table's rows: array, row type, table
  for (int i = 0; i < kLongestChain; ++i) {
    if (const auto found = places.find(address); found != places.end()) return &found->second;
    const Address whole{address.catalogue, address.oid, 0};
    if (const auto member = members.find(whole); member != members.end()) {
      address = member->second;
    } else if (const auto alias = aliases.find(whole); alias != aliases.end()) {
      address = alias->second;
    } else if (address.part != 0) {
      address = whole;
    } else {
      return nullptr;
    }
  }
  return nullptr;
}

void record_needs(Transaction& transaction, const Places& places, const Members& members,
                  const Aliases& aliases, std::vector<model::Object>& objects) {
  for (const auto& [address, place] : places) {
    if (!objects[place].recorded_needs) objects[place].recorded_needs.emplace();
  }
  for (const Link& link : links(transaction, kDependencies)) {
    const std::size_t* from = find_place(link.from, places, members, aliases);
    const std::size_t* to = find_place(link.to, places, members, aliases);
    if (from == nullptr || to == nullptr || *from == *to) continue;
    objects[*from].recorded_needs->push_back(objects[*to].id);
  }
  for (model::Object& object : objects) {
    if (!object.recorded_needs) continue;
    auto& needs = *object.recorded_needs;
    if (!object.id.schema.empty()) needs.push_back({"schema", {}, object.id.schema, {}});
    std::sort(needs.begin(), needs.end());
    needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
  }
}

}  // namespace schemac::compiler::introspect
