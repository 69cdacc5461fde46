// Event triggers: what fires when a schema itself changes.
#include "model/reaction.hpp"
#include "objects/firing.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Object;
using model::Reaction;

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_event_trigger'::regclass::oid AS class, e.oid AS oid, 0 AS sub, e.evtname AS name,
       format(E'CREATE EVENT TRIGGER %I\n    ON %s%s\n    EXECUTE FUNCTION %s()', e.evtname, e.evtevent,
              E'\n    WHEN TAG IN (' || (SELECT string_agg(quote_literal(t), ', ') FROM unnest(e.evttags) t) || ')',
              e.evtfoid::regproc) AS sql,
       e.evtenabled AS firing
  FROM pg_event_trigger e)";

std::string alter_trigger(const model::ObjectId& id) {
  return "ALTER EVENT TRIGGER " + support::quote_identifier(id.name) + " ";
}

class EventTriggerKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kEventTriggerKind; }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    return Object{{std::string(name()), {}, row.text("name"), {}},
                  Reaction{row.text("sql"), {}, firing_of(row.text("firing"))},
                  {}};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    const auto& trigger = object.state.as<Reaction>();
    return trigger.sql + then_firing(trigger.firing, alter_trigger(object.id), {});
  }
  std::string drop(const Object& object) const override {
    return "DROP EVENT TRIGGER " + support::quote_identifier(object.id.name);
  }
  model::Alteration alter(const Object& from, const Object& to, const model::Transition&) const override {
    const auto& now = to.state.as<Reaction>();
    if (from.state.as<Reaction>().sql != now.sql) return model::Alteration::replace();
    return model::Alteration::in_place(
        {{to.id, alter_trigger(to.id) + std::string(model::name(now.firing))}});
  }
};

}  // namespace

const model::ObjectKind& event_trigger_kind() {
  static const EventTriggerKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
