// Each lint on the smallest schema that shows it, and on the nearest one that does not.
#include "lint/lint.hpp"

#include <gtest/gtest.h>

#include "lint/lints.hpp"
#include "model/policy.hpp"
#include "model/role.hpp"
#include "support/small_schema.hpp"

namespace schemac::compiler::lint {
namespace {

using testing::SmallSchema;

std::vector<support::Diagnostic> findings(const Lint& lint, const SmallSchema& schema) {
  support::Diagnostics diagnostics;
  const model::Model model = schema.model();
  const Lint* lints[] = {&lint};
  run(lints, {model}, diagnostics);
  for (const auto& finding : diagnostics.all()) {
    EXPECT_EQ(finding.code, lint.code());
    EXPECT_EQ(finding.severity, lint.severity());
    EXPECT_FALSE(finding.help.empty());
  }
  return diagnostics.all();
}

std::size_t count(const Lint& lint, const SmallSchema& schema) {
  return findings(lint, schema).size();
}

model::Index with_predicate(model::Index index, const std::string& predicate) {
  index.predicate = predicate;
  return index;
}

SmallSchema reference() {
  SmallSchema schema;
  schema.table_with_id("users").table_with_id("bills").column("bills", "user_id", "uuid", true);
  schema.column("bills", "number", "text");
  return schema.reference("bills", "user_id", "users");
}

TEST(ForeignKeyIndex, wants_an_index_that_the_columns_lead) {
  EXPECT_EQ(count(foreign_key_index(), reference()), 1u);
  EXPECT_EQ(count(foreign_key_index(), reference().index("i", "bills", {"number", "user_id"})), 1u);
  EXPECT_EQ(count(foreign_key_index(), reference().index("i", "bills", {"user_id", "number"})), 0u);
  EXPECT_EQ(count(foreign_key_index(), reference().unique("bills", {"user_id"})), 0u);
}

TEST(ForeignKeyIndex, takes_a_partial_index_only_if_it_holds_every_reference) {
  const auto index = SmallSchema::btree("bills", {"user_id"});
  EXPECT_EQ(count(foreign_key_index(), reference().index("i", with_predicate(index, "user_id IS NOT NULL"))),
            0u);
  EXPECT_EQ(count(foreign_key_index(), reference().index("i", with_predicate(index, "number <> ''"))), 1u);
}

TEST(ForeignKeyIndex, is_silenced_by_keep) {
  SmallSchema schema;
  schema.table_with_id("users").table("bills").column("bills", "user_id", "uuid");
  schema.reference("bills", "user_id", "users", {"user", "bills", "users are never deleted"});
  EXPECT_EQ(count(foreign_key_index(), schema), 0u);
}

TEST(RedundantIndex, finds_a_prefix_in_either_direction) {
  SmallSchema schema = reference();
  schema.index("long", "bills", {"user_id", "-number"});
  EXPECT_EQ(count(redundant_index(), schema), 0u);
  EXPECT_EQ(count(redundant_index(), SmallSchema(schema).index("short", "bills", {"user_id"})), 1u);
  EXPECT_EQ(count(redundant_index(), SmallSchema(schema).index("flipped", "bills", {"-user_id", "number"})),
            1u);
  EXPECT_EQ(count(redundant_index(), SmallSchema(schema).index("other", "bills", {"user_id", "number"})), 0u);
}

TEST(RedundantIndex, reports_one_of_two_equal_ones) {
  SmallSchema schema = reference();
  schema.index("a", "bills", {"number"}).index("b", "bills", {"number"});
  const auto found = findings(redundant_index(), schema);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].message, "the index `b` is redundant");
}

TEST(RedundantIndex, a_partial_index_is_not_the_whole_one) {
  SmallSchema schema = reference();
  schema.index("whole", "bills", {"number"});
  schema.index("part", with_predicate(SmallSchema::btree("bills", {"number"}), "user_id IS NULL"));
  EXPECT_EQ(count(redundant_index(), schema), 0u);
}

TEST(RedundantIndex, a_unique_index_stays_beside_a_longer_one) {
  auto unique = SmallSchema::btree("bills", {"number"});
  unique.unique = true;
  SmallSchema schema = reference();
  schema.index("u", unique).index("long", "bills", {"number", "user_id"});
  EXPECT_EQ(count(redundant_index(), schema), 0u);
  EXPECT_EQ(count(redundant_index(), schema.unique("bills", {"number"})), 1u);
}

TEST(RedundantIndex, is_silenced_by_keep) {
  SmallSchema schema = reference();
  schema.index("a", "bills", {"id"}, {"measured: half the size"});
  EXPECT_EQ(count(redundant_index(), schema), 0u);
}

TEST(TimestampWithoutZone, tells_the_two_apart) {
  SmallSchema schema;
  schema.table("a").column("a", "x", "timestamp with time zone").column("a", "y", "time without time zone");
  EXPECT_EQ(count(timestamp_without_zone(), schema), 0u);
  EXPECT_EQ(count(timestamp_without_zone(), schema.column("a", "z", "timestamp(3) without time zone")), 1u);
}

TEST(FloatMoney, goes_by_the_words_of_the_name) {
  SmallSchema schema;
  schema.table("a").column("a", "unit_price", "numeric(12,2)").column("a", "priceless", "real");
  EXPECT_EQ(count(float_money(), schema), 0u);
  EXPECT_EQ(count(float_money(), schema.column("a", "price_in_kes", "double precision")), 1u);
}

TEST(NullableBoolean, lets_not_null_pass) {
  SmallSchema schema;
  schema.table("a").column("a", "x", "boolean").column("a", "y", "text", true);
  EXPECT_EQ(count(nullable_boolean(), schema), 0u);
  EXPECT_EQ(count(nullable_boolean(), schema.column("a", "z", "boolean", true)), 1u);
}

TEST(TableWithoutKey, is_silenced_by_keep) {
  EXPECT_EQ(count(table_without_key(), SmallSchema().table_with_id("a")), 0u);
  EXPECT_EQ(count(table_without_key(), SmallSchema().table("a")), 1u);
  model::TableNotes notes;
  notes.keep = "a log";
  EXPECT_EQ(count(table_without_key(), SmallSchema().table("a", notes)), 0u);
}

SmallSchema paged(const std::vector<model::PageKey>& keys) {
  model::TableNotes notes;
  notes.deleted_at_column = "deleted_at";
  notes.pages = {{"latest", keys}};
  SmallSchema schema;
  schema.table("a", notes).column("a", "id", "uuid").column("a", "at", "date").primary_key("a", {"id"});
  return schema;
}

TEST(PageIndex, wants_an_index_in_the_order_or_its_opposite) {
  const SmallSchema schema = paged({{"at", true}, {"id", true}});
  EXPECT_EQ(count(page_index(), schema), 1u);
  EXPECT_EQ(count(page_index(), SmallSchema(schema).index("i", "a", {"at", "id"})), 0u);
  EXPECT_EQ(count(page_index(), SmallSchema(schema).index("i", "a", {"at", "-id"})), 1u);
  const auto live = with_predicate(SmallSchema::btree("a", {"-at", "-id"}), "deleted_at IS NULL");
  EXPECT_EQ(count(page_index(), SmallSchema(schema).index("i", live)), 0u);
  EXPECT_EQ(count(page_index(), paged({{"id", false}})), 0u);
}

TEST(PageUnique, wants_a_key_among_the_columns) {
  EXPECT_EQ(count(page_unique(), paged({{"at", true}, {"id", true}})), 0u);
  EXPECT_EQ(count(page_unique(), paged({{"at", true}})), 1u);
}

TEST(ForeignKeyTarget, wants_just_the_columns_of_a_key) {
  EXPECT_EQ(count(foreign_key_target(), reference()), 0u);
  SmallSchema schema;
  schema.table("users").column("users", "id", "uuid").column("users", "name", "text");
  schema.table("bills").column("bills", "user_id", "uuid").reference("bills", "user_id", "users");
  EXPECT_EQ(count(foreign_key_target(), schema), 1u);
  EXPECT_EQ(count(foreign_key_target(), SmallSchema(schema).unique("users", {"id", "name"})), 1u);
  EXPECT_EQ(count(foreign_key_target(), SmallSchema(schema).unique("users", {"id"})), 0u);
  auto index = SmallSchema::btree("users", {"id"});
  index.unique = true;
  EXPECT_EQ(count(foreign_key_target(), SmallSchema(schema).index("i", index)), 0u);
  EXPECT_EQ(count(foreign_key_target(), SmallSchema(schema).index("i", with_predicate(index, "name <> ''"))),
            1u);
}

TEST(ForeignKeyUnlogged, lets_only_unlogged_tables_refer_to_one) {
  const auto referring = [](bool from, bool to) {
    SmallSchema schema;
    schema.add(SmallSchema::table_id("users"), model::Table{.unlogged = to});
    schema.add(SmallSchema::table_id("bills"), model::Table{.unlogged = from});
    return schema.reference("bills", "user_id", "users");
  };
  EXPECT_EQ(count(foreign_key_unlogged(), referring(false, true)), 1u);
  EXPECT_EQ(count(foreign_key_unlogged(), referring(true, true)), 0u);
  EXPECT_EQ(count(foreign_key_unlogged(), referring(true, false)), 0u);
}

TEST(ForeignKeySetNull, wants_a_column_that_may_be_null) {
  const auto with_action = [](bool nullable) {
    SmallSchema schema;
    schema.table_with_id("users").table("bills").column("bills", "user_id", "uuid", nullable);
    model::ForeignKey key;
    key.columns = {"user_id"};
    key.schema = "public";
    key.table = "users";
    key.target_columns = {"id"};
    key.on_delete = model::ReferentialAction::set_null;
    return schema.foreign_key("bills", key);
  };
  EXPECT_EQ(count(foreign_key_set_null(), with_action(true)), 0u);
  EXPECT_EQ(count(foreign_key_set_null(), with_action(false)), 1u);
}

/// A table with personal data.
SmallSchema people(model::TableNotes notes = {}) {
  SmallSchema schema;
  model::ColumnNotes personal;
  personal.pii = true;
  model::Column phone;
  phone.type = "text";
  schema.table("people", std::move(notes)).column("people", "name", "text");
  return schema.add(SmallSchema::table_id("people").child(model::kColumnKind, "phone"), phone, personal);
}

SmallSchema& secure(SmallSchema& schema) {
  return schema.add(SmallSchema::table_id("people").child(model::kRowSecurityKind, ""), model::RowSecurity{});
}

SmallSchema& policy(SmallSchema& schema, const std::string& role, bool restrictive = false) {
  return schema.add(SmallSchema::table_id("people").child(model::kPolicyKind, "own"),
                    model::Policy{restrictive, "ALL", {role}, "true", {}});
}

TEST(UnguardedPersonalData, asks_for_row_security_or_an_audit) {
  SmallSchema schema = people();
  EXPECT_EQ(count(unguarded_personal_data(), schema), 1u);
  model::TableNotes audited;
  audited.audit_table = "people_audit";
  EXPECT_EQ(count(unguarded_personal_data(), people(audited)), 0u);
  EXPECT_EQ(count(unguarded_personal_data(), secure(schema)), 0u);
}

TEST(ExpiryIndex, wants_a_btree_that_leads_to_the_moment) {
  model::TableNotes notes;
  notes.expiry.column = "expires_at";
  SmallSchema schema;
  schema.table("tokens", notes).column("tokens", "kind", "text").column("tokens", "expires_at", "date");
  EXPECT_EQ(count(expiry_index(), schema), 1u);
  schema.index("tokens_kind_expires_at_idx", "tokens", {"kind", "expires_at"});
  EXPECT_EQ(count(expiry_index(), schema), 1u);
  schema.index("tokens_expires_at_idx", "tokens", {"expires_at"});
  EXPECT_EQ(count(expiry_index(), schema), 0u);
}

TEST(OpenToEverybody, names_grants_and_policies_but_restrictive_ones) {
  SmallSchema schema = people();
  policy(schema, "public");
  EXPECT_EQ(count(open_to_everybody(), schema), 1u);
  schema.add({"privilege", "public", "people", "table public"},
             model::Privilege{"TABLE public.people", "public", {{"SELECT", {}}}});
  EXPECT_EQ(count(open_to_everybody(), schema), 2u);
  SmallSchema narrowed = people();
  EXPECT_EQ(count(open_to_everybody(), policy(narrowed, "public", true)), 0u);
  SmallSchema named = people();
  EXPECT_EQ(count(open_to_everybody(), policy(named, "citizen")), 0u);
}

TEST(RowSecurityWithoutPolicy, needs_one_that_allows) {
  SmallSchema schema = people();
  secure(schema);
  EXPECT_EQ(count(row_security_without_policy(), schema), 1u);
  SmallSchema narrowed = schema;
  EXPECT_EQ(count(row_security_without_policy(), policy(narrowed, "citizen", true)), 1u);
  EXPECT_EQ(count(row_security_without_policy(), policy(schema, "citizen")), 0u);
}

}  // namespace
}  // namespace schemac::compiler::lint
