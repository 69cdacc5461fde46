// "soft_delete": true — erase() marks a row instead of removing it, and the other functions pass marked rows
// over.
#include <array>

#include "features/added_column.hpp"
#include "features/features.hpp"

namespace schemac::compiler::features {

namespace {

class SoftDelete final : public model::Feature {
 public:
  [[nodiscard]] std::span<const model::KeySpec> keys() const override {
    static constexpr std::array<model::KeySpec, 1> kKeys = {
        {{model::Scope::table, "soft_delete",
          "Adds deleted_at: erase() marks the row, and reads pass it over.", false, &model::kFlagForm}}};
    return kKeys;
  }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!is_on(member, draft)) return;
    model::ColumnDraft column;
    column.name = "deleted_at";
    column.state.type = "timestamp with time zone";
    column.state.nullable = true;
    column.notes.type.sql = column.state.type;
    column.notes.type.shape = model::Shape::timestamp_tz;
    column.notes.doc = "When the row was deleted; NULL while it is not.";
    add_column(std::move(column), member, *table, draft);
    table->notes.deleted_at_column = "deleted_at";
  }
};

}  // namespace

const model::Feature& soft_delete() {
  static const SoftDelete kFeature;
  return kFeature;
}

}  // namespace schemac::compiler::features
