// "versioned": true — optimistic locking: update() succeeds only for the version that the caller has read.
#include <array>

#include "features/added_column.hpp"
#include "features/features.hpp"

namespace schemac::compiler::features {

namespace {

class Versioned final : public model::Feature {
 public:
  [[nodiscard]] std::span<const model::KeySpec> keys() const override {
    static constexpr std::array<model::KeySpec, 1> kKeys = {
        {{model::Scope::table, "versioned", "Adds version, which every update() checks and increments.",
          false, &model::kFlagForm}}};
    return kKeys;
  }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!is_on(member, draft)) return;
    model::ColumnDraft column;
    column.name = "version";
    column.state.type = "integer";
    column.state.default_sql = "1";
    column.notes.type.sql = column.state.type;
    column.notes.type.shape = model::Shape::int32;
    column.notes.doc = "Grows by one with every update; an update from an older version is refused.";
    add_column(std::move(column), member, *table, draft);
    table->notes.version_column = "version";
  }
};

}  // namespace

const model::Feature& versioned() {
  static const Versioned kFeature;
  return kFeature;
}

}  // namespace schemac::compiler::features
