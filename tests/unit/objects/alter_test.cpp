// How objects get from one state to another: what is done in place, and what may go wrong.
#include <gtest/gtest.h>

#include "model/column.hpp"
#include "model/composite_type.hpp"
#include "model/domain_type.hpp"
#include "model/enumeration.hpp"
#include "model/sequence.hpp"
#include "model/view.hpp"
#include "objects/objects.hpp"
#include "objects/row_conversion.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Alteration;
using model::Model;
using model::Object;
using model::ObjectId;
using model::Step;

const ObjectId kMood{"enum", "public", "mood", {}};

Object object(const ObjectId& id, model::Body state) {
  return {id, std::move(state), {}};
}

Object mood(std::vector<std::string> values) {
  return object(kMood, model::Enumeration{std::move(values)});
}

/// A column as it is read from a database: it needs its type.
Object column(const std::string& name, const std::string& type, const ObjectId& needed) {
  model::Column state;
  state.type = type;
  Object result = object({"column", "public", "people", name}, state);
  result.recorded_needs = {needed};
  return result;
}

std::vector<std::string> statements(const Alteration& alteration) {
  std::vector<std::string> texts;
  for (const Step& step : alteration.steps) texts.push_back(step.sql);
  return texts;
}

std::vector<std::string> codes(const Step& step) {
  std::vector<std::string> found;
  for (const model::Hazard& hazard : step.hazards) found.push_back(hazard.code);
  return found;
}

using Texts = std::vector<std::string>;

TEST(AlterEnum, adds_values_in_their_places_each_alone) {
  const Object from = mood({"b", "d"});
  const Object to = mood({"a", "b", "c1", "c2", "d", "it's"});
  const Alteration alteration = enum_kind().alter(from, to, {Model{}, Model{}});
  EXPECT_EQ(alteration.way, Alteration::Way::in_place);
  EXPECT_EQ(statements(alteration), (Texts{"ALTER TYPE public.mood ADD VALUE 'a' BEFORE 'b'",
                                           "ALTER TYPE public.mood ADD VALUE 'c1' BEFORE 'd'",
                                           "ALTER TYPE public.mood ADD VALUE 'c2' BEFORE 'd'",
                                           "ALTER TYPE public.mood ADD VALUE 'it''s'"}));
  for (const Step& step : alteration.steps) EXPECT_TRUE(step.alone) << step.sql;
}

TEST(AlterEnum, renames_values_as_the_definitions_say) {
  const Object from = mood({"sad", "fine"});
  const Object to = mood({"unhappy", "fine", "great"});
  model::Hints hints;
  hints.renames = {
      {kMood.child(model::kEnumValueKind, "sad"), kMood.child(model::kEnumValueKind, "unhappy"), {}},
      {kMood.child(model::kEnumValueKind, "gone"), kMood.child(model::kEnumValueKind, "great"), {}}};
  const Model before({}, {from});
  const Model after({}, {to}, hints);
  EXPECT_EQ(statements(enum_kind().alter(from, to, {before, after})),
            (Texts{"ALTER TYPE public.mood RENAME VALUE 'sad' TO 'unhappy'",
                   "ALTER TYPE public.mood ADD VALUE 'great'"}));
}

TEST(AlterEnum, that_loses_a_value_asks_every_column_that_may_hold_it) {
  const Object from = mood({"sad", "it's", "fine"});
  const Object to = mood({"fine"});
  model::DomainType domain;
  domain.base = "public.mood";
  const ObjectId feeling{"domain", "public", "feeling", {}};
  const Model before({}, {from, object(feeling, domain), column("many", "public.feeling[]", feeling),
                          column("now", "public.mood", kMood), column("other", "text", kMood)});
  const Model after({}, {to});
  EXPECT_EQ(enum_kind().alter(from, to, {before, after}).way, Alteration::Way::supersede);
  const Step step = enum_kind().move_aside(from, "mood__before", {before, after});
  EXPECT_EQ(step.sql, "ALTER TYPE public.mood RENAME TO mood__before");
  EXPECT_EQ(codes(step), Texts{"SC5008"});
  EXPECT_EQ(step.precondition,
            "SELECT NOT EXISTS (SELECT FROM public.people WHERE many::text[] && ARRAY['sad', 'it''s'])\n"
            "   AND NOT EXISTS (SELECT FROM public.people WHERE now::text IN ('sad', 'it''s'))");
}

TEST(AlterEnum, that_only_turns_its_values_around_loses_nothing) {
  const Object from = mood({"a", "b"});
  const Object to = mood({"b", "a"});
  const Model before({}, {from, column("now", "public.mood", kMood)});
  const Model after({}, {to});
  EXPECT_EQ(enum_kind().alter(from, to, {before, after}).way, Alteration::Way::supersede);
  EXPECT_TRUE(enum_kind().move_aside(from, "mood__before", {before, after}).hazards.empty());
}

TEST(AlterDomain, looks_at_rows_apart_from_adding_a_check) {
  const ObjectId id{"domain", "public", "positive", {}};
  model::DomainType old;
  old.base = "integer";
  model::DomainType now = old;
  now.not_null = true;
  now.checks = {{"more", "(VALUE > 0)", false}};
  const Object from = object(id, old);
  const Model stored({}, {from, column("n", "public.positive", id)});
  const Alteration alteration = domain_type_kind().alter(from, object(id, now), {stored, Model{}});
  EXPECT_EQ(statements(alteration),
            (Texts{"ALTER DOMAIN public.positive SET NOT NULL",
                   "ALTER DOMAIN public.positive ADD CONSTRAINT more CHECK ((VALUE > 0)) NOT VALID",
                   "ALTER DOMAIN public.positive VALIDATE CONSTRAINT more"}));
  EXPECT_EQ(codes(alteration.steps[0]), (Texts{"SC5005", "SC5007"}));
  EXPECT_EQ(alteration.steps[0].precondition,
            "SELECT NOT EXISTS (SELECT FROM public.people WHERE n IS NULL)");
  EXPECT_FALSE(alteration.steps[1].alone);
  EXPECT_TRUE(alteration.steps[2].alone);
  EXPECT_EQ(codes(alteration.steps[2]), (Texts{"SC5005", "SC5007"}));

  const Model unused({}, {from});
  EXPECT_EQ(statements(domain_type_kind().alter(from, object(id, now), {unused, Model{}})),
            (Texts{"ALTER DOMAIN public.positive SET NOT NULL",
                   "ALTER DOMAIN public.positive ADD CONSTRAINT more CHECK ((VALUE > 0))"}));
}

TEST(AlterComposite, changes_an_attribute_where_no_value_is_stored) {
  const ObjectId id{"composite_type", "public", "pair", {}};
  const Object from = object(id, model::CompositeType{{{"a", "integer", {}}, {"b", "text", {}}}});
  const Object wider = object(id, model::CompositeType{{{"a", "bigint", {}}, {"b", "text", {}}}});
  const Object shorter = object(id, model::CompositeType{{{"a", "integer", {}}}});
  const Model unused({}, {from});
  const Model stored({}, {from, column("p", "public.pair", id)});
  const auto& kind = composite_type_kind();
  EXPECT_EQ(statements(kind.alter(from, wider, {unused, Model{}})),
            Texts{"ALTER TYPE public.pair\n    ALTER ATTRIBUTE a SET DATA TYPE bigint"});
  EXPECT_EQ(kind.alter(from, wider, {stored, Model{}}).way, Alteration::Way::supersede);

  const Alteration lossy = kind.alter(from, shorter, {stored, Model{}});
  EXPECT_EQ(statements(lossy), Texts{"ALTER TYPE public.pair\n    DROP ATTRIBUTE b"});
  EXPECT_EQ(codes(lossy.steps[0]), Texts{"SC5002"});
}

TEST(AlterComposite, takes_stored_values_over_by_the_names_of_attributes) {
  const ObjectId id{"composite_type", "public", "pair", {}};
  const Object from =
      object(id, model::CompositeType{{{"a", "integer", {}}, {"b", "text", {}}, {"c", "public.mood", {}}}});
  const Object to = object(
      id, model::CompositeType{
              {{"new", "date", {}}, {"c", "public.mood", {}}, {"b", "integer", {}}, {"a", "bigint", {}}}});
  const Model before({}, {from});
  const Model after({}, {to});
  EXPECT_EQ(row_conversion("p", "public.pair", {before, after}),
            "CASE WHEN p IS DISTINCT FROM NULL THEN ROW(NULL, (p).c::text::public.mood, (p).b::integer, "
            "(p).a)::public.pair END");
  EXPECT_EQ(row_conversion("p", "text", {before, after}), "");
}

TEST(AlterSequence, keeps_the_position_within_the_new_bounds) {
  const ObjectId id{"sequence", "public", "numbers", {}};
  model::Sequence old;
  model::Sequence now;
  now.minimum = 10;
  now.start = 10;
  const Alteration alteration = sequence_kind().alter(object(id, old), object(id, now), {Model{}, Model{}});
  EXPECT_EQ(statements(alteration),
            Texts{"SELECT pg_catalog.setval('public.numbers', least(greatest(last_value, '10'), "
                  "'9223372036854775807'), is_called) FROM public.numbers;\n"
                  "ALTER SEQUENCE public.numbers MINVALUE 10 START WITH 10"});
  EXPECT_EQ(codes(alteration.steps[0]), Texts{"SC5008"});
  EXPECT_EQ(statements(sequence_kind().alter(object(id, now), object(id, old), {Model{}, Model{}})),
            Texts{"ALTER SEQUENCE public.numbers MINVALUE 1 START WITH 1"});
}

TEST(AlterMaterializedView, that_had_rows_has_rows_again) {
  const ObjectId id{"materialized_view", "public", "totals", {}};
  model::ViewNotes unfilled;
  unfilled.without_data = true;
  const Object filled{id, model::View{"SELECT 1", {}}, model::ViewNotes{}};
  const Object empty{id, model::View{"SELECT 2", {}}, unfilled};
  const Model before({}, {filled});
  const Model after({}, {empty});
  const auto back = materialized_view_kind().add(empty, {before, after});
  EXPECT_EQ(back[0].sql, "CREATE MATERIALIZED VIEW public.totals AS\n    SELECT 2");
  EXPECT_EQ(codes(back[0]), Texts{"SC5009"});
  const auto fresh = materialized_view_kind().add(empty, {Model{}, after});
  EXPECT_EQ(fresh[0].sql, "CREATE MATERIALIZED VIEW public.totals AS\n    SELECT 2\n    WITH NO DATA");
  EXPECT_TRUE(fresh[0].hazards.empty());
}

}  // namespace
}  // namespace schemac::compiler::objects
