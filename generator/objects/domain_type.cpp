// Domain types: CREATE DOMAIN. resolve reads their key, "types", since it knows base types and rules.
#include "model/domain_type.hpp"

#include <algorithm>

#include "model/enumeration.hpp"
#include "model/function.hpp"
#include "model/state_reader.hpp"
#include "objects/dependencies.hpp"
#include "objects/domain_change.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"
#include "objects/type_aside.hpp"
#include "sql/names.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::DomainType;

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_type'::regclass::oid AS class, t.oid AS oid, 0 AS sub, n.nspname AS schema, t.typname AS name,
       format_type(t.typbasetype, t.typtypmod) AS base, t.typnotnull AS not_null,
       CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::regcollation::text END AS collation,
       pg_get_expr(t.typdefaultbin, 0) AS default, c.names, c.expressions, c.valid
  FROM pg_type t
  JOIN user_schemas n ON n.oid = t.typnamespace
  JOIN pg_type b ON b.oid = t.typbasetype
  LEFT JOIN LATERAL (
    SELECT array_agg(c.conname::text) AS names, array_agg(pg_get_expr(c.conbin, 0)) AS expressions,
           array_agg(c.convalidated::text) AS valid
      FROM pg_constraint c WHERE c.contypid = t.oid) c ON true
 WHERE t.typtype = 'd')";

/// Whether the expression may call the function.
bool mentions(const std::string& expression, const model::ObjectId& function) {
  const auto names = sql::names_in(expression);
  return std::binary_search(names.begin(), names.end(), function.name);
}

class DomainTypeKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return {}; }
  void read(const syntax::Member&, model::TableDraft*, model::Draft&) const override {}

  std::string_view name() const override { return model::kDomainTypeKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::DomainType>(state);
  }
  bool is_column_type() const override { return true; }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    DomainType type;
    type.base = row.text("base");
    type.collation = row.text("collation");
    type.not_null = row.flag("not_null");
    type.default_sql = row.sql("default");
    const auto names = row.list("names");
    const auto expressions = row.list("expressions");
    const auto valid = row.list("valid");
    for (std::size_t i = 0; i < names.size(); ++i)
      type.checks.push_back({names[i], sql::repeatable(expressions[i]), valid[i] != "true"});
    std::sort(type.checks.begin(), type.checks.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    return model::Object{
        {std::string(name()), row.text("schema"), row.text("name"), {}}, std::move(type), {}};
  }

  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model& model) const override {
    std::vector<model::ObjectId> ids = types_named(object.state.as<DomainType>().base);
    ids.push_back({std::string(model::kSchemaKind), {}, object.id.schema, {}});
    for (const model::Object& extension : model.of_kind(model::kExtensionKind)) ids.push_back(extension.id);
    return ids;
  }

  /// The functions that its checks and its default call. Wishes, because an overload may take the type
  /// itself.
  std::vector<model::ObjectId> wishes(const model::Object& object, const model::Model& model) const override {
    const auto& type = object.state.as<DomainType>();
    std::vector<model::ObjectId> ids;
    append_functions(ids, model, sql::names_in(type.default_sql));
    for (const model::DomainCheck& check : type.checks)
      append_functions(ids, model, sql::names_in(check.expression));
    return ids;
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& type = object.state.as<DomainType>();
    std::string sql = "CREATE DOMAIN " + object.id.qualified_name() + " AS " + type.base;
    if (!type.collation.empty()) sql += " COLLATE " + type.collation;
    if (!type.default_sql.empty()) sql += "\n    DEFAULT " + restricted_expression(type.default_sql);
    if (type.not_null) sql += "\n    NOT NULL";
    std::string later;  // CREATE DOMAIN takes no NOT VALID
    for (const model::DomainCheck& check : type.checks) {
      if (!check.not_valid) sql += "\n    " + domain_check(check);
      if (check.not_valid)
        later +=
            ";\nALTER DOMAIN " + object.id.qualified_name() + " ADD " + domain_check(check) + " NOT VALID";
    }
    return sql + later;
  }
  std::string drop(const model::Object& object) const override {
    return "DROP DOMAIN " + object.id.qualified_name();
  }

  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition& transition) const override {
    return alter_domain(from, to, transition);
  }
  bool endures(const model::Object&) const override { return true; }

  /// While a function goes, the default and the checks that may call it do, too.
  std::optional<model::Object> without(const model::Object& object,
                                       const model::ObjectId& needed) const override {
    if (needed.kind != model::kFunctionKind) return std::nullopt;
    DomainType type = object.state.as<DomainType>();
    if (mentions(type.default_sql, needed)) type.default_sql.clear();
    std::erase_if(type.checks, [&](const auto& check) { return mentions(check.expression, needed); });
    if (type == object.state.as<DomainType>()) return std::nullopt;
    return with_state(object, std::move(type));
  }

  std::string rename(const model::Object& object, const std::string& name) const override {
    return "ALTER DOMAIN " + object.id.qualified_name() + " RENAME TO " + support::quote_identifier(name);
  }
  std::optional<model::Object> with_type_aside(const model::Object& object, const model::ObjectId& type,
                                               const std::string& aside) const override {
    DomainType state = object.state.as<DomainType>();
    const bool of_type = name_aside(state.base, type, aside);
    const bool collated = name_aside(state.collation, type, aside);
    if (!of_type && !collated) return std::nullopt;
    return with_state(object, std::move(state));
  }
};

}  // namespace

const model::ObjectKind& domain_type_kind() {
  static const DomainTypeKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
