// Composite types: a row's shape under a name.
#include "model/composite_type.hpp"

#include <algorithm>
#include <array>

#include "model/function.hpp"
#include "model/row_type.hpp"
#include "objects/objects.hpp"
#include "objects/type_aside.hpp"
#include "objects/type_users.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Alteration;
using model::Attribute;
using model::CompositeType;
using model::Object;
using Attributes = std::vector<Attribute>;

// pg_depend knows the type by its row in pg_type.
constexpr std::string_view kCatalogue = R"(
SELECT 'pg_type'::regclass::oid AS class, t.oid AS oid, 0 AS sub, n.nspname AS schema, t.typname AS name,
       a.names, a.types, a.collations
  FROM pg_class c
  JOIN pg_type t ON t.oid = c.reltype
  JOIN user_schemas n ON n.oid = c.relnamespace
  LEFT JOIN LATERAL (
    SELECT array_agg(a.attname::text ORDER BY a.attnum) AS names,
           array_agg(format_type(a.atttypid, a.atttypmod) ORDER BY a.attnum) AS types,
           array_agg(CASE WHEN a.attcollation <> b.typcollation THEN a.attcollation::regcollation::text END
                     ORDER BY a.attnum) AS collations
      FROM pg_attribute a
      JOIN pg_type b ON b.oid = a.atttypid
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) a ON true
 WHERE c.relkind = 'c')";

const Attribute* find(const Attributes& attributes, const std::string& name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& attribute) { return attribute.name == name; });
  return found == attributes.end() ? nullptr : &*found;
}

std::string type_of(const Attribute& attribute) {
  return attribute.type + (attribute.collation.empty() ? "" : " COLLATE " + attribute.collation);
}

std::string definition(const Attribute& attribute) {
  return support::quote_identifier(attribute.name) + " " + type_of(attribute);
}

/// Whether the attributes that both have come first in the new one, in the order of the old one: new ones can
/// only be added behind them.
bool keeps_order(const Attributes& from, const Attributes& to) {
  auto at = to.begin();
  for (const Attribute& attribute : from) {
    if (find(to, attribute.name) == nullptr) continue;
    if (at->name != attribute.name) return false;
    ++at;
  }
  return true;
}

bool changes_a_type(const Attributes& from, const Attributes& to) {
  return std::any_of(to.begin(), to.end(), [&](const Attribute& now) {
    const Attribute* old = find(from, now.name);
    return old != nullptr && !(*old == now);
  });
}

bool drops_any(const Attributes& from, const Attributes& to) {
  return std::any_of(from.begin(), from.end(),
                     [&](const Attribute& old) { return find(to, old.name) == nullptr; });
}

class CompositeTypeKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kCompositeTypeKind; }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    CompositeType type;
    const auto names = row.list("names");
    const auto types = row.list("types");
    const auto collations = row.list("collations");
    for (std::size_t i = 0; i < names.size(); ++i)
      type.attributes.push_back({names[i], types[i], collations[i]});
    return Object{{std::string(name()), row.text("schema"), row.text("name"), {}}, std::move(type), {}};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    std::string list;
    for (const Attribute& attribute : object.state.as<CompositeType>().attributes)
      list += (list.empty() ? "\n    " : ",\n    ") + definition(attribute);
    return "CREATE TYPE " + object.id.qualified_name() + " AS (" + list + (list.empty() ? ")" : "\n)");
  }
  std::string drop(const Object& object) const override { return "DROP TYPE " + object.id.qualified_name(); }

  /// PostgreSQL changes the type of an attribute only where no value of it is stored.
  Alteration alter(const Object& from, const Object& to, const model::Transition& transition) const override {
    const Attributes& old = from.state.as<CompositeType>().attributes;
    const Attributes& now = to.state.as<CompositeType>().attributes;
    const bool stored = is_stored(transition.before, from.id);
    if (!keeps_order(old, now) || (stored && changes_a_type(old, now))) return Alteration::supersede();
    std::vector<std::string> actions;
    for (const Attribute& attribute : old) {
      if (find(now, attribute.name) == nullptr)
        actions.push_back("DROP ATTRIBUTE " + support::quote_identifier(attribute.name));
    }
    for (const Attribute& attribute : now) {
      const Attribute* before = find(old, attribute.name);
      if (before == nullptr) actions.push_back("ADD ATTRIBUTE " + definition(attribute));
      if (before != nullptr && !(*before == attribute))
        actions.push_back("ALTER ATTRIBUTE " + support::quote_identifier(attribute.name) + " SET DATA TYPE " +
                          type_of(attribute));
    }
    std::string sql = "ALTER TYPE " + to.id.qualified_name();
    for (std::size_t i = 0; i < actions.size(); ++i) sql += (i == 0 ? "\n    " : ",\n    ") + actions[i];
    model::Step step{to.id, std::move(sql)};
    if (stored && drops_any(old, now)) {
      step.hazards = {{std::string(model::hazards::kDropsColumn),
                       "drops attributes of " + to.id.qualified_name() + " with their values"}};
    }
    return Alteration::in_place({std::move(step)});
  }

  bool endures(const Object&) const override { return true; }
  /// What may read an attribute that goes, or whose type changes.
  bool disturbs(const Object& from, const Object& to, const Object& dependent) const override {
    static constexpr std::array<std::string_view, 7> kReaders = {
        "view", "materialized_view", "rule", "index", "policy", "trigger", "check"};
    if (dependent.id.kind == model::kRowTypeKind) return true;
    const Attributes& old = from.state.as<CompositeType>().attributes;
    const Attributes& now = to.state.as<CompositeType>().attributes;
    if (!drops_any(old, now) && !changes_a_type(old, now)) return false;
    if (dependent.id.kind == model::kFunctionKind) return dependent.state.as<model::Function>().standard_body;
    return std::find(kReaders.begin(), kReaders.end(), dependent.id.kind) != kReaders.end();
  }
  std::optional<std::string> relation_name(const Object& object) const override { return object.id.name; }

  std::string rename(const Object& object, const std::string& name) const override {
    return "ALTER TYPE " + object.id.qualified_name() + " RENAME TO " + support::quote_identifier(name);
  }
  std::optional<Object> with_type_aside(const Object& object, const model::ObjectId& type,
                                        const std::string& aside) const override {
    CompositeType state = object.state.as<CompositeType>();
    bool any = false;
    for (Attribute& attribute : state.attributes) {
      any |= name_aside(attribute.type, type, aside);
      any |= name_aside(attribute.collation, type, aside);
    }
    if (!any) return std::nullopt;
    return with_state(object, std::move(state));
  }
};

}  // namespace

const model::ObjectKind& composite_type_kind() {
  static const CompositeTypeKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
