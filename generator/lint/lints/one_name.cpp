// Refuses one name for two things that share a namespace of PostgreSQL: relations (tables, indexes, the
// indexes of keys, views), types (enums, domains, and a row type for every table and view), and the
// constraints of a table.
#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include "lint/lints.hpp"
#include "model/constraint.hpp"
#include "model/index.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

struct Claim {
  std::string_view space;  ///< the schema, or the table of a constraint
  std::string_view table;
  std::string_view name;
  const model::Object* object;

  [[nodiscard]] auto key() const { return std::tie(space, table, name); }
};

using Claims = std::vector<Claim>;

void claim(Claims& claims, const model::Model& model, std::string_view kind, bool in_table) {
  for (const model::Object& object : model.of_kind(kind)) {
    const model::ObjectId& id = object.id;
    const bool part = !id.part.empty();
    claims.push_back({id.schema, in_table ? std::string_view(id.name) : std::string_view(),
                      part ? std::string_view(id.part) : std::string_view(id.name), &object});
  }
}

/// Kinds that this compiler may come to have are named too: a kind without objects claims nothing.
Claims claims_of(const model::Model& model, std::span<const std::string_view> kinds, bool in_table) {
  Claims claims;
  for (const std::string_view kind : kinds) claim(claims, model, kind, in_table);
  std::stable_sort(claims.begin(), claims.end(),
                   [](const Claim& a, const Claim& b) { return a.key() < b.key(); });
  return claims;
}

std::string words(const model::Object& object) {
  std::string text = object.id.kind;
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

class OneName final : public Lint {
 public:
  std::string_view code() const override { return "SC1305"; }
  support::Severity severity() const override { return support::Severity::error; }
  std::string_view explanation() const override {
    return "Relations share one namespace, and so do types, to which every table adds its row type.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    static constexpr std::array<std::string_view, 6> kRelations = {
        model::kTableKind, "view", "materialized_view", model::kIndexKind, model::kPrimaryKeyKind,
        model::kUniqueKind};
    static constexpr std::array<std::string_view, 5> kTypes = {model::kTableKind, "enum", "domain", "view",
                                                               "materialized_view"};
    static constexpr std::array<std::string_view, 4> kConstraints = {
        model::kPrimaryKeyKind, model::kUniqueKind, model::kCheckKind, model::kForeignKeyKind};
    refuse_twins(claims_of(input.model, kRelations, false), "relations share one namespace", diagnostics);
    refuse_twins(claims_of(input.model, kTypes, false), "every table is a type, too", diagnostics);
    refuse_twins(claims_of(input.model, kConstraints, true), "the constraints of a table share one namespace",
                 diagnostics);
  }

 private:
  void refuse_twins(const Claims& claims, const std::string& why, support::Diagnostics& diagnostics) const {
    for (std::size_t i = 1; i < claims.size(); ++i) {
      const Claim& first = claims[i - 1];
      const Claim& second = claims[i];
      if (first.key() != second.key() || first.object->id.kind == second.object->id.kind) continue;
      report(diagnostics, second.object->origin,
             "the " + words(*second.object) + " `" + std::string(second.name) + "` has the name of a " +
                 words(*first.object),
             why)
          .help = "give one of them another name";
    }
  }
};

}  // namespace

const Lint& one_name() {
  static const OneName kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
