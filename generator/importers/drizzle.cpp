// The snapshot as a whole: enums, tables, and the names of what is left out.
#include "importers/drizzle.hpp"

#include <array>

#include "importers/drizzle_table.hpp"
#include "importers/snapshot_reader.hpp"

namespace schemac::compiler::importers {

using syntax::Member;
using syntax::Value;

namespace {

/// Kinds of objects that are left out, with what to call one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kLeftOut = {
    {{"views", "view"}, {"sequences", "sequence"}, {"roles", "role"}, {"policies", "policy"}}};

bool is_snapshot(const Value& root, support::Diagnostics& diagnostics) {
  if (text_of(root, "dialect") == "postgresql" && text_of(root, "version") == "7" &&
      root.find("tables") != nullptr) {
    return true;
  }
  diagnostics
      .error(root.span, "SC1701", "this is no snapshot of drizzle-kit",
             "it has no \"dialect\": \"postgresql\", \"version\": \"7\" and \"tables\"")
      .help = "give a meta/*_snapshot.json that drizzle-kit 0.22 or later has written for PostgreSQL";
  return false;
}

}  // namespace

std::optional<ImportedSchema> read_drizzle(const syntax::Document& snapshot,
                                           support::Diagnostics& diagnostics) {
  const Value& root = snapshot.root;
  if (!is_snapshot(root, diagnostics)) return std::nullopt;
  warn_of_rest(diagnostics, root, "the snapshot",
               {"id", "prevId", "version", "dialect", "tables", "enums", "schemas", "_meta", "views",
                "sequences", "roles", "policies"});
  for (const auto& [key, kind] : kLeftOut) {
    for (const Member& member : members_of(root, key))
      warn_left_out(diagnostics, member.key_span, "the " + std::string(kind) + " `" + member.key + "`");
  }
  ImportedSchema schema;
  for (const Member& member : members_of(root, "enums")) {
    ImportedEnum each{text_of(member.value, "schema"), text_of(member.value, "name"),
                      texts_of(member.value, "values")};
    if (each.schema.empty()) each.schema = kPublic;
    schema.enums.push_back(std::move(each));
  }
  for (const Member& member : members_of(root, "tables"))
    schema.tables.push_back(read_drizzle_table(member.value, schema.extensions, diagnostics));
  return schema;
}

}  // namespace schemac::compiler::importers
