// "distribution": {"key": "bill_id"} — the column by whose value a cluster spreads the rows over its nodes.
#include <array>

#include "features/features.hpp"

namespace schemac::compiler::features {
namespace {

using syntax::Kind;

constexpr std::array<model::MemberSpec, 1> kMembers = {
    {{"key", "A column that is NOT NULL: rows of one value stand on one node.", &model::kTextForm, true}}};
constexpr model::ValueForm kDistribution = model::object_of(kMembers);

class Distribution final : public model::Feature {
 public:
  [[nodiscard]] std::span<const model::KeySpec> keys() const override {
    static constexpr std::array<model::KeySpec, 1> kKeys = {
        {{model::Scope::table, "distribution",
          "How a cluster would spread the rows; for whoever sets one up.", false, &kDistribution}}};
    return kKeys;
  }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, Kind::object, "\"distribution\"")) return;
    draft.refuse_unknown_keys(member.value, kMembers, "\"distribution\"");
    const syntax::Value* key = member.value.find("key");
    if (key == nullptr) {
      draft.diagnostics().error(member.value.span, "SC1401", "\"distribution\" names no column",
                                "\"key\" is missing");
      return;
    }
    if (!draft.expect(*key, Kind::string, "\"key\"")) return;
    const model::ColumnDraft* column = draft.expect_column(*table, key->text, key->span);
    if (column == nullptr) return;
    if (column->state.nullable) {
      draft.diagnostics()
          .error(key->span, "SC1461", "column `" + key->text + "` may be NULL",
                 "a row without a value belongs to no node")
          .help = "distribute by a NOT NULL column";
    }
    table->notes.distribution_column = key->text;
  }
};

}  // namespace

const model::Feature& distribution() {
  static const Distribution kFeature;
  return kFeature;
}

}  // namespace schemac::compiler::features
