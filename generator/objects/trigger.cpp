// Triggers: the key "triggers" of tables and views.
#include "model/trigger.hpp"
#include "model/function.hpp"
#include "model/state_reader.hpp"
#include "objects/dependencies.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"
#include "objects/trigger_catalogue.hpp"
#include "objects/trigger_definition.hpp"
#include "objects/trigger_sql.hpp"
#include "sql/names.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::ObjectId;
using model::Trigger;

class TriggerKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return trigger_specs(); }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    read_triggers(member.value, *table, draft);
  }

  std::string_view name() const override { return model::kTriggerKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Trigger>(state);
  }

  std::optional<ObjectId> owner(const model::Object& object) const override {
    return ObjectId{object.state.as<Trigger>().relation, object.id.schema, object.id.name, {}};
  }

  Ids needs(const model::Object& object, const model::Model& model) const override {
    const auto& trigger = object.state.as<Trigger>();
    const ObjectId relation = *owner(object);
    Ids ids{relation, {std::string(model::kFunctionKind), trigger.function_schema, trigger.function, {}}};
    const auto names = sql::names_in(trigger.when);
    append_functions(ids, model, names);
    for (auto& id : columns_of(relation, trigger.of)) ids.push_back(std::move(id));
    for (auto& id : columns_of(relation, names)) ids.push_back(std::move(id));
    return ids;
  }

  std::string_view catalogue() const override { return trigger_catalogue(); }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    return decode_trigger(row);
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return create_trigger(object.id, object.state.as<Trigger>());
  }
  std::vector<model::Step> add(const model::Object& object, const model::Transition&) const override {
    return {{object.id, create(object, {}), trigger_lock(object.id)}};
  }
  std::string rename(const model::Object& object, const std::string& name) const override {
    return "ALTER TRIGGER " + support::quote_identifier(object.id.part) + " ON " +
           object.id.qualified_name() + " RENAME TO " + support::quote_identifier(name);
  }
  std::string drop(const model::Object& object) const override {
    return "DROP TRIGGER " + support::quote_identifier(object.id.part) + " ON " + object.id.qualified_name();
  }
  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition&) const override {
    return alter_trigger(to.id, from.state.as<Trigger>(), to.state.as<Trigger>());
  }
  /// What is done to a partitioned table's trigger is done to those of its partitions.
  bool disturbs(const model::Object&, const model::Object&, const model::Object& dependent) const override {
    return dependent.id.kind == model::kPartitionTriggerKind;
  }
};

}  // namespace

const model::ObjectKind& trigger_kind() {
  static const TriggerKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
