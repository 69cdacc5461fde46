// Whether row security is on for a table: on where the table has the key "rls", even an empty one (then
// nobody but its owner sees a row); "rls_force": true makes it hold for the owner too.
#include <array>

#include "model/policy.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::table, "rls_force", "true: row security holds for the table's owner too.", false,
      &model::kFlagForm}}};

class RowSecurityKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  // "rls" is read by the policies' kind, which turns row security on.
  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::boolean, "\"rls_force\"") || !member.value.is_true())
      return;
    draft.replace({table->id.child(name(), {}), model::RowSecurity{true}, {}, member.key_span});
  }

  std::string_view name() const override { return model::kRowSecurityKind; }
  std::optional<model::ObjectId> owner(const model::Object& object) const override {
    return table_of(object.id);
  }
  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model&) const override {
    return {table_of(object.id)};
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    std::string sql = "ALTER TABLE " + object.id.qualified_name() + " ENABLE ROW LEVEL SECURITY";
    if (object.state.as<model::RowSecurity>().forced) sql += ", FORCE ROW LEVEL SECURITY";
    return sql;
  }
  std::string drop(const model::Object& object) const override {
    std::string sql = "ALTER TABLE " + object.id.qualified_name() + " DISABLE ROW LEVEL SECURITY";
    if (object.state.as<model::RowSecurity>().forced) sql += ", NO FORCE ROW LEVEL SECURITY";
    return sql;
  }
  std::optional<model::Clause> clause(const model::Object&) const override { return std::nullopt; }
};

}  // namespace

const model::ObjectKind& row_security_kind() {
  static const RowSecurityKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
