// Tables. Made by resolve; their columns and most constraints are clauses of CREATE TABLE when all are new.
#include <array>

#include "model/enumeration.hpp"
#include "model/table.hpp"
#include "objects/objects.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::table, "unlogged",
      "true: not written to the log; fast, empty after a crash, and absent from replicas."}}};

class TableKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (draft.expect(member.value, syntax::Kind::boolean, "\"unlogged\"")) {
      table->state.unlogged = member.value.is_true();
    }
  }

  std::string_view name() const override { return model::kTableKind; }
  std::optional<model::ObjectId> owner(const model::Object&) const override { return std::nullopt; }

  // Types, functions and operator classes may be an extension's, and only a server knows which: all of them
  // come before all tables.
  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model& model) const override {
    std::vector<model::ObjectId> ids{{std::string(model::kSchemaKind), {}, object.id.schema, {}}};
    for (const model::Object& extension : model.of_kind(model::kExtensionKind)) ids.push_back(extension.id);
    return ids;
  }

  std::string create(const model::Object& object, const std::vector<std::string>& clauses) const override {
    const auto& table = object.state.as<model::Table>();
    std::string sql = table.unlogged ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ";
    sql += object.id.qualified_name() + " (";
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      sql += (i == 0 ? "\n    " : ",\n    ") + clauses[i];
    }
    sql += clauses.empty() ? ")" : "\n)";
    return table.partition_key.empty() ? sql : sql + " PARTITION BY " + table.partition_key;
  }
  std::string drop(const model::Object& object) const override {
    return "DROP TABLE " + object.id.qualified_name();
  }
  std::optional<model::Clause> clause(const model::Object&) const override { return std::nullopt; }
};

}  // namespace

const model::ObjectKind& table_kind() {
  static const TableKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
