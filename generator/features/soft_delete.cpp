// "soft_delete": true — erase() marks a row instead of removing it, and the other functions pass marked rows
// over. What was deleted is in nobody's way: unique keys hold among the rows that are left.
#include <array>

#include "features/added_column.hpp"
#include "features/features.hpp"
#include "model/constraint.hpp"
#include "model/index.hpp"

namespace schemac::compiler::features {
namespace {

constexpr std::string_view kColumn = "deleted_at";

/// A constraint has no condition; an index has, and cannot wait for the end of a transaction.
std::vector<model::Object> keys_to_limit(const model::ObjectId& table, const model::Draft& draft) {
  std::vector<model::Object> keys;
  for (const model::Object* key : draft.all_of(model::kUniqueKind)) {
    const bool ours = key->id.schema == table.schema && key->id.name == table.name;
    if (ours && key->state.as<model::Key>().deferrable == model::Deferrable::no) keys.push_back(*key);
  }
  return keys;
}

void limit_keys(const model::ObjectId& table, model::Draft& draft) {
  for (const model::Object& key : keys_to_limit(table, draft)) {
    const auto& state = key.state.as<model::Key>();
    model::Index index;
    index.table = table.name;
    index.unique = true;
    for (const std::string& column : state.columns) index.keys.push_back({column, {}, {}, {}, false, {}});
    index.include = state.include;
    index.nulls_not_distinct = state.nulls_not_distinct;
    index.predicate = std::string(kColumn) + " IS NULL";
    draft.remove(key.id);
    draft.add({{std::string(model::kIndexKind), table.schema, key.id.part, {}},
               std::move(index),
               model::IndexNotes{},
               key.origin});
  }
}

class SoftDelete final : public model::Feature {
 public:
  [[nodiscard]] std::span<const model::KeySpec> keys() const override {
    static constexpr std::array<model::KeySpec, 1> kKeys = {
        {{model::Scope::table, "soft_delete",
          "Adds deleted_at: erase() marks the row, reads pass it over, and unique keys hold among the "
          "others.",
          false, &model::kFlagForm}}};
    return kKeys;
  }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!is_on(member, draft)) return;
    model::ColumnDraft column;
    column.name = kColumn;
    column.state.type = "timestamp with time zone";
    column.state.nullable = true;
    column.notes.type.sql = column.state.type;
    column.notes.type.shape = model::Shape::timestamp_tz;
    column.notes.doc = "When the row was deleted; NULL while it is not.";
    add_column(std::move(column), member, *table, draft);
    table->notes.deleted_at_column = kColumn;
    draft.later([id = table->id](model::Draft& complete) { limit_keys(id, complete); });
  }
};

}  // namespace

const model::Feature& soft_delete() {
  static const SoftDelete kFeature;
  return kFeature;
}

}  // namespace schemac::compiler::features
