// Rules: what the server rewrites statements by. The one that is a view's query belongs to the view.
#include "model/reaction.hpp"
#include "model/table.hpp"
#include "model/view.hpp"
#include "objects/firing.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Object;
using model::ObjectId;
using model::Reaction;

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_rewrite'::regclass::oid AS class, r.oid AS oid, 0 AS sub, n.nspname AS schema, c.relname AS relation,
       r.rulename AS name, c.relkind AS relkind, rtrim(pg_get_ruledef(r.oid), ';') AS sql, r.ev_enabled AS firing
  FROM pg_rewrite r
  JOIN pg_class c ON c.oid = r.ev_class
  JOIN user_schemas n ON n.oid = c.relnamespace
 WHERE r.rulename <> '_RETURN' AND c.relkind IN ('r', 'p', 'v', 'm'))";

std::string alter_table(const ObjectId& id) {
  return "ALTER TABLE " + id.qualified_name() + " ";
}

std::string words(const ObjectId& id) {
  return " RULE " + support::quote_identifier(id.part);
}

class RuleKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kRuleKind; }
  std::optional<ObjectId> owner(const Object& object) const override {
    return ObjectId{object.state.as<Reaction>().relation, object.id.schema, object.id.name, {}};
  }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    const std::string relkind = row.text("relkind");
    const std::string_view relation = relkind == "v"   ? model::kViewKind
                                      : relkind == "m" ? model::kMaterializedViewKind
                                                       : model::kTableKind;
    Reaction rule{row.sql("sql"), std::string(relation), firing_of(row.text("firing"))};
    return Object{{std::string(name()), row.text("schema"), row.text("relation"), row.text("name")},
                  std::move(rule),
                  {}};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    const auto& rule = object.state.as<Reaction>();
    return rule.sql + then_firing(rule.firing, alter_table(object.id), words(object.id));
  }
  std::string drop(const Object& object) const override {
    return "DROP" + words(object.id) + " ON " + object.id.qualified_name();
  }
  /// What replaces a rule fires as the old one did.
  model::Alteration alter(const Object& from, const Object& to, const model::Transition&) const override {
    const auto& old = from.state.as<Reaction>();
    const auto& now = to.state.as<Reaction>();
    std::vector<model::Step> steps;
    if (old.sql != now.sql) steps.push_back({to.id, or_replace(now.sql)});
    if (old.firing != now.firing)
      steps.push_back({to.id, alter_table(to.id) + std::string(model::name(now.firing)) + words(to.id)});
    return model::Alteration::in_place(std::move(steps));
  }
};

}  // namespace

const model::ObjectKind& rule_kind() {
  static const RuleKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
