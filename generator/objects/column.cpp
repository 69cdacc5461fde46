// Columns. Made by resolve and by features; how they change is column_change.cpp's.
#include "model/column.hpp"

#include <algorithm>
#include <array>

#include "model/enumeration.hpp"
#include "model/index.hpp"
#include "model/state_reader.hpp"
#include "objects/column_change.hpp"
#include "objects/dependencies.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"
#include "objects/type_aside.hpp"
#include "objects/type_change.hpp"
#include "sql/names.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Column;
using model::Object;
using model::ObjectId;

// The name of an identity's sequence is said where it is not the one that PostgreSQL would choose. A default
// names no columns; PostgreSQL, told so by the 0, prints it ten times as quickly.
constexpr std::string_view kCatalogue = R"(
SELECT 'pg_class'::regclass::oid AS class, a.attrelid AS oid, a.attnum::int AS sub,
       n.nspname AS schema, c.relname AS table, a.attname AS name,
       format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null,
       pg_get_expr(d.adbin, CASE a.attgenerated WHEN '' THEN 0 ELSE d.adrelid END) AS expression,
       a.attgenerated AS generated, a.attidentity AS identity,
       CASE WHEN a.attcollation <> t.typcollation
            THEN (SELECT format('%I.%I', cn.nspname, co.collname) FROM pg_collation co
                    JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = a.attcollation) END AS collation,
       CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
       NOT a.attislocal AND NOT c.relispartition AS inherited,
       parents.schemas AS parent_schemas, parents.tables AS parent_tables,
       CASE WHEN a.attinhcount = 0 THEN true
            ELSE NOT coalesce(parents.defaults @> ARRAY[coalesce(pg_get_expr(d.adbin, d.adrelid), '')], false) END
         AS own_default,
       CASE WHEN a.attidentity <> '' THEN (
         SELECT array_remove(ARRAY[
           CASE WHEN sn.nspname <> n.nspname OR sc.relname <> left(c.relname || '_' || a.attname || '_seq', 63)
                THEN format('SEQUENCE NAME %I.%I', sn.nspname, sc.relname) END,
           CASE WHEN s.seqstart <> CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END
                THEN 'START WITH ' || s.seqstart END,
           CASE WHEN s.seqincrement <> 1 THEN 'INCREMENT BY ' || s.seqincrement END,
           CASE WHEN s.seqmin <> CASE WHEN s.seqincrement > 0 THEN 1 ELSE b.low END THEN 'MINVALUE ' || s.seqmin END,
           CASE WHEN s.seqmax <> CASE WHEN s.seqincrement > 0 THEN b.high ELSE -1 END THEN 'MAXVALUE ' || s.seqmax END,
           CASE WHEN s.seqcache <> 1 THEN 'CACHE ' || s.seqcache END,
           CASE WHEN s.seqcycle THEN 'CYCLE' END], NULL)
           FROM pg_depend sd JOIN pg_sequence s ON s.seqrelid = sd.objid
           JOIN pg_class sc ON sc.oid = s.seqrelid JOIN pg_namespace sn ON sn.oid = sc.relnamespace
           CROSS JOIN LATERAL (SELECT CASE s.seqtypid WHEN 21 THEN -32768 WHEN 23 THEN -2147483648
                                      ELSE -9223372036854775808 END::bigint AS low,
                                      CASE s.seqtypid WHEN 21 THEN 32767 WHEN 23 THEN 2147483647
                                      ELSE 9223372036854775807 END AS high) b
          WHERE sd.refclassid = 'pg_class'::regclass AND sd.refobjid = a.attrelid AND sd.refobjsubid = a.attnum
            AND sd.classid = 'pg_class'::regclass AND sd.deptype = 'i') END AS identity_options
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN user_schemas n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  LEFT JOIN LATERAL (
    SELECT array_agg(pn.nspname::text) AS schemas, array_agg(pc.relname::text) AS tables,
           array_agg(coalesce(pg_get_expr(pd.adbin, pd.adrelid), '')) AS defaults
      FROM pg_inherits i JOIN pg_class pc ON pc.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = pc.relnamespace
      JOIN pg_attribute pa ON pa.attrelid = pc.oid AND pa.attname = a.attname AND NOT pa.attisdropped
      LEFT JOIN pg_attrdef pd ON pd.adrelid = pa.attrelid AND pd.adnum = pa.attnum
     WHERE i.inhrelid = a.attrelid AND a.attinhcount > 0) parents ON true
 WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p'))";

model::Identity identity_of(const std::string& code) {
  if (code == "a") return model::Identity::always;
  return code == "d" ? model::Identity::by_default : model::Identity::none;
}

/// Whether it is an expression over columns, into whose constants the server has written types.
bool has_expression(const Object& object) {
  if (object.id.kind == model::kCheckKind) return true;
  if (object.id.kind != model::kIndexKind) return false;
  const auto& index = object.state.as<model::Index>();
  return !index.predicate.empty() ||
         std::any_of(index.keys.begin(), index.keys.end(),
                     [](const model::IndexKey& key) { return !key.expression.empty(); });
}

class ColumnKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kColumnKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Column>(state);
  }
  std::optional<ObjectId> owner(const Object& object) const override { return table_of(object.id); }

  std::vector<ObjectId> needs(const Object& object, const model::Model& model) const override {
    const auto& column = object.state.as<Column>();
    const ObjectId table = table_of(object.id);
    std::vector<ObjectId> ids{table};
    for (auto& id : types_named(column.type)) ids.push_back(std::move(id));
    const auto names = sql::names_in(column.generated);
    for (auto& id : columns_of(table, names)) ids.push_back(std::move(id));
    append_functions(ids, model, names);
    append_functions(ids, model, sql::names_in(column.default_sql));
    return ids;
  }

  std::string_view catalogue() const override { return kCatalogue; }

  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    Column column;
    column.type = row.text("type");
    column.nullable = !row.flag("not_null");
    (row.text("generated") == "s" ? column.generated : column.default_sql) = row.sql("expression");
    column.identity = identity_of(row.text("identity"));
    column.identity_options = row.list("identity_options");
    column.collation = row.text("collation");
    column.compression = row.text("compression");
    column.inherited = row.flag("inherited");
    column.own_default = column.inherited && row.flag("own_default");
    model::ColumnNotes notes;
    notes.position = static_cast<std::uint32_t>(std::stoul(row.text("sub")));
    Object object{
        {std::string(name()), row.text("schema"), row.text("table"), row.text("name")}, column, notes};
    object.recorded_needs.emplace();
    const auto tables = row.list("parent_tables");
    const auto schemas = row.list("parent_schemas");
    for (std::size_t i = 0; i < tables.size(); ++i) {
      object.recorded_needs->push_back({object.id.kind, schemas[i], tables[i], object.id.part});
    }
    return object;
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    const auto& column = object.state.as<Column>();
    const std::string table = "ALTER TABLE " + object.id.qualified_name() + "\n    ";
    if (!column.inherited) return table + "ADD COLUMN " + column_definition(object);
    if (!column.own_default) return {};
    const std::string head = table + "ALTER COLUMN " + support::quote_identifier(object.id.part);
    if (column.default_sql.empty()) return head + " DROP DEFAULT";
    return head + " SET DEFAULT " + restricted_expression(column.default_sql);
  }
  std::string drop(const Object& object) const override {
    return "ALTER TABLE " + object.id.qualified_name() + "\n    DROP COLUMN " +
           support::quote_identifier(object.id.part);
  }
  std::optional<model::Clause> clause(const Object& object) const override {
    if (object.state.as<Column>().inherited) return std::nullopt;
    const auto position = object.notes.empty() ? 0 : object.notes.as<model::ColumnNotes>().position;
    return model::Clause{column_definition(object), static_cast<std::uint32_t>(ClauseRank::column), position};
  }

  std::vector<model::Step> add(const Object& object, const model::Transition& transition) const override {
    return add_column(object, transition);
  }
  std::vector<model::Step> remove(const Object& object, const model::Transition& transition) const override {
    return remove_column(object, transition);
  }
  model::Alteration alter(const Object& from, const Object& to,
                          const model::Transition& transition) const override {
    return alter_column(from, to, transition);
  }

  std::string rename(const Object& object, const std::string& name) const override {
    return "ALTER TABLE " + object.id.qualified_name() + " RENAME COLUMN " +
           support::quote_identifier(object.id.part) + " TO " + support::quote_identifier(name);
  }

  bool endures(const Object& object) const override { return object.state.as<Column>().generated.empty(); }

  bool disturbs(const Object& from, const Object& to, const Object& dependent) const override {
    const auto& old = from.state.as<Column>();
    const auto& now = to.state.as<Column>();
    if (old.type == now.type && old.collation == now.collation) return false;
    static constexpr std::array<std::string_view, 9> kKinds = {
        "view",        "materialized_view",       "rule", "policy", "foreign_key", "trigger", "function",
        "publication", model::kColumnSettingsKind};
    for (const std::string_view kind : kKinds) {
      if (dependent.id.kind == kind) return true;
    }
    const bool users_own = (old.type + now.type).find('.') != std::string::npos;
    if ((users_own || !keeps_bytes(old.type, now.type)) && has_expression(dependent)) return true;
    return dependent.id.kind == name() && !endures(dependent);
  }

  std::optional<Object> make_way(const Object& from, const Object& to) const override {
    Column column = from.state.as<Column>();
    if (column.identity == model::Identity::none || to.state.as<Column>().identity != model::Identity::none)
      return std::nullopt;
    column.identity = model::Identity::none;
    column.identity_options.clear();
    Object reduced = from;
    reduced.state = column;
    return reduced;
  }

  std::optional<Object> without(const Object& object, const ObjectId& needed) const override {
    Column column = object.state.as<Column>();
    const bool is_type = column.type.starts_with(needed.qualified_name());
    if (column.default_sql.empty() || is_type || needed == table_of(object.id)) return std::nullopt;
    column.default_sql.clear();
    Object reduced = object;
    reduced.state = column;
    return reduced;
  }

  std::optional<Object> with_type_aside(const Object& object, const ObjectId& type,
                                        const std::string& aside) const override {
    Column column = object.state.as<Column>();
    const bool of_type = name_aside(column.type, type, aside);
    const bool collated = name_aside(column.collation, type, aside);
    if (!of_type && !collated) return std::nullopt;
    return with_state(object, std::move(column));
  }
};

}  // namespace

const model::ObjectKind& column_kind() {
  static const ColumnKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
