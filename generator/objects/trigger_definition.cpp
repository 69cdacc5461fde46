// Triggers of definitions. The function that one calls must be known once everything is read.
#include "objects/trigger_definition.hpp"

#include <algorithm>
#include <array>

#include "model/constraint_names.hpp"
#include "model/function.hpp"
#include "model/hint_reading.hpp"
#include "model/key_reading.hpp"
#include "model/trigger.hpp"
#include "model/view.hpp"
#include "objects/sql_text.hpp"
#include "sql/names.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::objects {
namespace {

using model::ObjectId;
using model::Trigger;
using model::TriggerTiming;
using syntax::Kind;

constexpr std::array<std::string_view, 4> kEvents = {"insert", "update", "delete", "truncate"};
constexpr std::array<std::string_view, 2> kLevels = {"row", "statement"};
constexpr model::ValueForm kEvent = model::one_of(kEvents);
constexpr model::ValueForm kEventList = model::list_of(kEvent);
constexpr model::ValueForm kLevel = model::one_of(kLevels);
constexpr std::array<model::MemberSpec, 13> kMembers = {{
    {"before", "The events before which it fires.", &kEventList},
    {"after", "The events after which it fires.", &kEventList},
    {"instead_of", "The events that it takes the place of; for views only.", &kEventList},
    {"of", "The columns whose update it fires on; all unless given.", &model::kColumnsForm},
    {"for_each", "Whether it fires for each row, or once a statement.", &kLevel},
    {"when", "SQL over NEW and OLD: it fires for the rows that meet it.", &model::kTextForm},
    {"call", "The function that it calls, which returns trigger.", &model::kTextForm, true},
    {"arguments", "What the function finds in TG_ARGV.", &model::kTextsForm},
    {"deferrable", "Whether it may wait for the end of the transaction.", &model::kDeferrableForm},
    {"old_table", "The name under which the function sees the rows before the statement.", &model::kTextForm},
    {"new_table", "The name under which the function sees the rows after the statement.", &model::kTextForm},
    {"doc", "Becomes a COMMENT ON.", &model::kTextForm},
    model::kRenamedFromKey,
}};
constexpr model::ValueForm kTrigger = model::object_of(kMembers);
constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::table, "triggers",
      "Triggers, by name: \"before\" or \"after\" with the events, and the function to \"call\".", true,
      &kTriggersForm}}};

/// Trigger functions that every server has.
constexpr std::array<std::string_view, 3> kBuiltIn = {
    "suppress_redundant_updates_trigger", "tsvector_update_trigger", "tsvector_update_trigger_column"};

bool fires_on(const Trigger& trigger, std::string_view event) {
  return std::find(trigger.events.begin(), trigger.events.end(), event) != trigger.events.end();
}

void refuse(const syntax::Value& place, std::string message, model::Draft& draft) {
  draft.diagnostics().error(place.span, "SC1505", std::move(message));
}

/// The events in the order of kEvents.
std::vector<std::string> read_events(const syntax::Value& list, model::Draft& draft) {
  std::vector<std::string> events;
  if (!draft.expect(list, Kind::array, "a trigger's events") ||
      !expect_not_empty(list, "the list of events", draft)) {
    return events;
  }
  for (const syntax::Value& item : list.items) {
    if (!draft.expect(item, Kind::string, "an event")) continue;
    if (std::find(kEvents.begin(), kEvents.end(), item.text) == kEvents.end()) {
      draft.diagnostics()
          .error(item.span, "SC1505", "unknown event `" + item.text + "`",
                 "one of: insert, update, delete, truncate")
          .help = support::did_you_mean(item.text, kEvents);
    }
  }
  for (const std::string_view event : kEvents) {
    const bool named = std::any_of(list.items.begin(), list.items.end(),
                                   [&](const syntax::Value& item) { return item.text == event; });
    if (named) events.emplace_back(event);
  }
  return events;
}

void read_timing(const syntax::Member& member, Trigger& trigger, model::Draft& draft) {
  constexpr std::array<std::pair<std::string_view, TriggerTiming>, 3> kTimings = {
      {{"before", TriggerTiming::before},
       {"after", TriggerTiming::after},
       {"instead_of", TriggerTiming::instead_of}}};
  int given = 0;
  for (const auto& [key, timing] : kTimings) {
    const syntax::Value* events = member.value.find(key);
    if (events == nullptr) continue;
    ++given;
    trigger.timing = timing;
    trigger.events = read_events(*events, draft);
  }
  if (given == 1) return;
  draft.diagnostics()
      .error(
          member.key_span, "SC1505",
          given == 0 ? "the trigger does not say when it fires" : "a trigger fires before or after, not both")
      .help = "write \"before\": [\"update\"] or \"after\": [\"insert\", \"update\"]";
}

void read_level(const syntax::Value& definition, Trigger& trigger, model::Draft& draft) {
  const bool truncate = fires_on(trigger, "truncate");
  trigger.for_each_row = !truncate;
  const syntax::Value* level = definition.find("for_each");
  if (level == nullptr || !draft.expect(*level, Kind::string, "\"for_each\"")) return;
  if (level->text != kLevels[0] && level->text != kLevels[1]) {
    return refuse(*level, "\"for_each\" is \"row\" or \"statement\"", draft);
  }
  trigger.for_each_row = level->text == kLevels[0];
  if (truncate && trigger.for_each_row) refuse(*level, "TRUNCATE fires once a statement, never a row", draft);
}

/// NEW and OLD are there for rows, and only where the event has them.
void expect_rows(const std::string& condition, const Trigger& trigger, const syntax::Value& place,
                 model::Draft& draft) {
  const auto names = sql::names_in(condition);
  for (const auto& [row, event] : {std::pair{"old", "insert"}, std::pair{"new", "delete"}}) {
    if (!std::binary_search(names.begin(), names.end(), std::string(row))) continue;
    if (!trigger.for_each_row) {
      refuse(place, "a trigger for each statement has no rows to look at", draft);
    } else if (fires_on(trigger, event)) {
      refuse(place, std::string("on ") + event + " there is no " + (row[0] == 'o' ? "OLD" : "NEW") + " row",
             draft);
    }
  }
}

void read_condition(const syntax::Value& when, const model::TableDraft& table, Trigger& trigger,
                    model::Draft& draft) {
  if (!draft.expect(when, Kind::string, "\"when\"")) return;
  auto parsed = sql::parse_expression(when.text);
  if (const auto* error = std::get_if<sql::SqlError>(&parsed)) {
    return draft.sql_error(when, error->begin, error->end, error->message);
  }
  auto& expression = std::get<sql::Expression>(parsed);
  std::erase_if(expression.columns, [](const sql::Mention& column) {
    return column.name == "*" || column.name == "new" || column.name == "old";
  });
  expect_columns(expression.columns, when, table, draft);
  trigger.when = expression.canonical;
  expect_rows(trigger.when, trigger, when, draft);
}

void read_constraint(const syntax::Value& deferrable, Trigger& trigger, model::Draft& draft) {
  trigger.deferrable = model::read_deferrable(draft, deferrable);
  trigger.constraint = trigger.deferrable != model::Deferrable::no;
  if (!trigger.constraint) return;
  if (trigger.timing != TriggerTiming::after || !trigger.for_each_row) {
    refuse(deferrable, "only a trigger after each row can wait for the end of the transaction", draft);
  }
}

/// A view has no rows of its own: what is to be done with one happens instead.
void expect_timing_of_relation(const syntax::Member& member, const Trigger& trigger, model::Draft& draft) {
  const bool of_view = trigger.relation == model::kViewKind;
  const bool instead = trigger.timing == TriggerTiming::instead_of;
  if (!of_view && instead) {
    refuse(*member.value.find("instead_of"), "a table has no triggers instead of its events, only a view has",
           draft);
  } else if (of_view && instead && !trigger.for_each_row) {
    draft.diagnostics().error(member.key_span, "SC1505", "a trigger instead of an event is one for each row");
  } else if (of_view && !instead && trigger.for_each_row) {
    draft.diagnostics()
        .error(member.key_span, "SC1505", "a view has no rows before or after which a trigger could fire")
        .help = "write \"instead_of\", or \"for_each\": \"statement\"";
  }
  if (!instead) return;
  for (const std::string_view key : {"of", "when"}) {
    if (const syntax::Value* value = member.value.find(key))
      refuse(*value,
             "a trigger instead of an event fires for every row: \"" + std::string(key) + "\" is for tables",
             draft);
  }
}

void read_rest(const syntax::Value& definition, const model::TableDraft& table, Trigger& trigger,
               model::Draft& draft) {
  if (const auto* of = definition.find("of")) {
    trigger.of = read_columns(*of, "\"of\"", table, draft);
    if (!fires_on(trigger, "update")) refuse(*of, "\"of\" names the columns whose update fires it", draft);
  }
  if (const auto* when = definition.find("when")) read_condition(*when, table, trigger, draft);
  if (const auto* arguments = definition.find("arguments")) {
    trigger.arguments = draft.strings(*arguments, "\"arguments\"");
  }
  if (const auto* deferrable = definition.find("deferrable")) read_constraint(*deferrable, trigger, draft);
  trigger.old_table = read_text(definition, "old_table", draft);
  trigger.new_table = read_text(definition, "new_table", draft);
}

/// "on_change" is looked for in the table's schema, then in the one of shared.json.
const model::Object* find_function(std::string_view name, const std::string& schema, model::Draft& draft) {
  const auto dot = name.find('.');
  std::vector<std::string> schemas{schema, std::string(model::kDefaultSchema)};
  if (dot != std::string_view::npos) schemas = {std::string(name.substr(0, dot))};
  const std::string base(dot == std::string_view::npos ? name : name.substr(dot + 1));
  for (const std::string& home : schemas) {
    if (const auto* found = draft.find({std::string(model::kFunctionKind), home, base, {}})) return found;
  }
  return nullptr;
}

/// Sets the function that `call` names; false where it is none that a trigger can call.
bool resolve_call(const syntax::Value& call, const std::string& schema, Trigger& trigger,
                  model::Draft& draft) {
  if (std::find(kBuiltIn.begin(), kBuiltIn.end(), call.text) != kBuiltIn.end()) {
    trigger.function_schema = "pg_catalog";
    trigger.function = call.text;
    return true;
  }
  const model::Object* function = find_function(call.text, schema, draft);
  if (function != nullptr && function->state.as<model::Function>().returns == "trigger") {
    trigger.function_schema = function->id.schema;
    trigger.function = function->id.name;
    return true;
  }
  std::vector<std::string_view> candidates;
  for (const model::Object* known : draft.all_of(model::kFunctionKind)) {
    if (known->state.as<model::Function>().returns == "trigger") candidates.push_back(known->id.name);
  }
  auto& finding = draft.diagnostics().error(
      call.span, "SC1504", "there is no trigger function `" + call.text + "`",
      function != nullptr ? "the function of that name does not return trigger" : "");
  finding.help = support::did_you_mean(call.text, candidates);
  if (finding.help.empty())
    finding.help = "define it under \"functions\": {\"" + call.text + "\": {\"file\": …}}";
  return false;
}

void add_trigger(const ObjectId& id, const syntax::Member& member, Trigger trigger, model::Draft& draft) {
  const std::string doc = read_text(member.value, "doc", draft);
  if (!doc.empty()) draft.add(model::make_comment(id, doc, member.value.find("doc")->span));
  draft.add({id, std::move(trigger), {}, member.key_span});
  model::read_renamed_from(draft, member.value, id);
}

void read_one(const syntax::Member& member, const model::TableDraft& table, model::Draft& draft) {
  draft.expect_name(member.key, member.key_span);
  if (!draft.expect(member.value, Kind::object, "a trigger")) return;
  draft.refuse_unknown_keys(member.value, kMembers, "a trigger");
  Trigger trigger;
  trigger.relation = table.id.kind;
  read_timing(member, trigger, draft);
  read_level(member.value, trigger, draft);
  expect_timing_of_relation(member, trigger, draft);
  read_rest(member.value, table, trigger, draft);
  const syntax::Value* call = member.value.find("call");
  if (call == nullptr) {
    draft.diagnostics().error(member.key_span, "SC1401", "the trigger `" + member.key + "` calls nothing",
                              "\"call\" is missing");
  } else if (draft.expect(*call, Kind::string, "\"call\"") && !trigger.events.empty()) {
    draft.later([&member, call, id = table.id, trigger](model::Draft& complete) mutable {
      if (!resolve_call(*call, id.schema, trigger, complete)) return;
      add_trigger(id.child(model::kTriggerKind, member.key), member, std::move(trigger), complete);
    });
  }
}

}  // namespace

constexpr model::ValueForm kTriggersForm = model::map_of(kTrigger);

std::span<const model::KeySpec> trigger_specs() {
  return kKeys;
}

void read_triggers(const syntax::Value& triggers, const model::TableDraft& relation, model::Draft& draft) {
  if (!draft.expect(triggers, Kind::object, "\"triggers\"")) return;
  for (const syntax::Member& definition : triggers.members) {
    if (definition.key != "//") read_one(definition, relation, draft);
  }
}

}  // namespace schemac::compiler::objects
