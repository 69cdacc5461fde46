// What a table inherits from: a table that is there is linked to a parent once it has all that the parent
// has, and let go before either changes.
#include "model/column.hpp"
#include "model/constraint.hpp"
#include "model/inheritance.hpp"
#include "model/state_reader.hpp"
#include "model/table.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Inheritance;
using model::ObjectId;

constexpr std::string_view kCatalogue = R"(
SELECT 0 AS class, 0 AS oid, 0 AS sub, n.nspname AS schema, c.relname AS name,
       pn.nspname AS parent_schema, p.relname AS parent
  FROM pg_inherits i
  JOIN pg_class c ON c.oid = i.inhrelid
  JOIN user_schemas n ON n.oid = c.relnamespace
  JOIN pg_class p ON p.oid = i.inhparent
  JOIN pg_namespace pn ON pn.oid = p.relnamespace
 WHERE NOT c.relispartition AND c.relkind = 'r')";

ObjectId parent_of(const model::Object& object) {
  const auto& state = object.state.as<Inheritance>();
  return {std::string(model::kTableKind), state.parent_schema, state.parent, {}};
}

std::string alter_child(const model::Object& object, std::string_view words) {
  return "ALTER TABLE " + object.id.qualified_name() + "\n    " + std::string(words) + " " +
         parent_of(object).qualified_name();
}

void append_parts(std::vector<ObjectId>& ids, const ObjectId& table, const model::Model& model) {
  ids.push_back(table);
  for (const std::string_view kind : {model::kColumnKind, model::kCheckKind}) {
    for (const model::Object& part : model.parts(kind, table)) ids.push_back(part.id);
  }
}

class InheritanceKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kInheritanceKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<Inheritance>(state);
  }
  std::optional<ObjectId> owner(const model::Object& object) const override { return table_of(object.id); }

  std::vector<ObjectId> needs(const model::Object& object, const model::Model& model) const override {
    std::vector<ObjectId> ids;
    append_parts(ids, parent_of(object), model);
    append_parts(ids, table_of(object.id), model);
    return ids;
  }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    Inheritance state{row.text("parent_schema"), row.text("parent")};
    const ObjectId parent{{}, state.parent_schema, state.parent, {}};
    return model::Object{{std::string(name()), row.text("schema"), row.text("name"), parent.qualified_name()},
                         std::move(state),
                         {}};
  }

  std::string create(const model::Object&, const std::vector<std::string>&) const override { return {}; }
  std::string drop(const model::Object& object) const override { return alter_child(object, "NO INHERIT"); }
  std::vector<model::Step> add(const model::Object& object, const model::Transition&) const override {
    return {{object.id, alter_child(object, "INHERIT"), "ACCESS EXCLUSIVE on " + object.id.qualified_name()}};
  }
};

}  // namespace

const model::ObjectKind& inheritance_kind() {
  static const InheritanceKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
