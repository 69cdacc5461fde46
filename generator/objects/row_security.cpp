// Whether row security is on for a table: on where the table has the key "rls", even an empty one (then
// nobody but its owner sees a row); "rls_force": true makes it hold for the owner too.
#include <array>

#include "model/policy.hpp"
#include "model/state_reader.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"

namespace schemac::compiler::objects {
namespace {

using model::RowSecurity;

constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::table, "rls_force", "true: row security holds for the table's owner too.", false,
      &model::kFlagForm}}};

// The flags are part of a table's row in the catalogue: nothing there depends on them.
constexpr std::string_view kCatalogue = R"(
SELECT 0 AS class, 0 AS oid, 0 AS sub, n.nspname AS schema, c.relname AS relation, c.relrowsecurity AS enabled,
       c.relforcerowsecurity AS forced
  FROM pg_class c
  JOIN user_schemas n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p') AND (c.relrowsecurity OR c.relforcerowsecurity))";

class RowSecurityKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  // "rls" is read by the policies' kind, which turns row security on.
  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::boolean, "\"rls_force\"") || !member.value.is_true())
      return;
    draft.replace({table->id.child(name(), {}), model::RowSecurity{true, true}, {}, member.key_span});
  }

  std::string_view name() const override { return model::kRowSecurityKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::RowSecurity>(state);
  }
  std::optional<model::ObjectId> owner(const model::Object& object) const override {
    return table_of(object.id);
  }
  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model&) const override {
    return {table_of(object.id)};
  }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    return model::Object{{std::string(name()), row.text("schema"), row.text("relation"), {}},
                         RowSecurity{row.flag("enabled"), row.flag("forced")},
                         {}};
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return statement(object.id, kOff, object.state.as<RowSecurity>());
  }
  std::string drop(const model::Object& object) const override {
    return statement(object.id, object.state.as<RowSecurity>(), kOff);
  }
  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition&) const override {
    return model::Alteration::in_place(
        {{to.id, statement(to.id, from.state.as<RowSecurity>(), to.state.as<RowSecurity>())}});
  }

 private:
  static constexpr RowSecurity kOff{false, false};

  static std::string statement(const model::ObjectId& id, const RowSecurity& from, const RowSecurity& to) {
    std::string words;
    if (from.enabled != to.enabled) words = to.enabled ? " ENABLE" : " DISABLE";
    if (!words.empty()) words += " ROW LEVEL SECURITY";
    if (from.forced != to.forced)
      words += std::string(words.empty() ? "" : ",") + (to.forced ? " FORCE" : " NO FORCE") +
               " ROW LEVEL SECURITY";
    return "ALTER TABLE " + id.qualified_name() + words;
  }
};

}  // namespace

const model::ObjectKind& row_security_kind() {
  static const RowSecurityKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
