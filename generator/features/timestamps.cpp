// "timestamps": true — when a row was made and last changed. The repository's update() keeps updated_at.
#include <array>

#include "features/added_column.hpp"
#include "features/features.hpp"

namespace schemac::compiler::features {

namespace {

class Timestamps final : public model::Feature {
 public:
  [[nodiscard]] std::span<const model::KeySpec> keys() const override {
    static constexpr std::array<model::KeySpec, 1> kKeys = {
        {{model::Scope::table, "timestamps", "Adds created_at and updated_at, both now() for a new row.",
          false, &model::kFlagForm}}};
    return kKeys;
  }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!is_on(member, draft)) return;
    add_column(moment("created_at", "When the row was made."), member, *table, draft);
    add_column(moment("updated_at", "When the row was last changed."), member, *table, draft);
    table->notes.updated_at_column = "updated_at";
  }

 private:
  static model::ColumnDraft moment(std::string name, std::string doc) {
    model::ColumnDraft column;
    column.name = std::move(name);
    column.state.type = "timestamp with time zone";
    column.state.default_sql = "now()";
    column.notes.type.sql = column.state.type;
    column.notes.type.shape = model::Shape::timestamp_tz;
    column.notes.doc = std::move(doc);
    return column;
  }
};

}  // namespace

const model::Feature& timestamps() {
  static const Timestamps kFeature;
  return kFeature;
}

}  // namespace schemac::compiler::features
