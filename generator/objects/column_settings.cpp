// How columns are stored and sampled, of tables, materialised views and foreign tables: read from databases
// only.
#include "model/column.hpp"
#include "model/table.hpp"
#include "model/view.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::ColumnSettings;
using model::Object;
using model::ObjectId;

// pg_attver is PostgreSQL's own mark of when a column was last changed (since 15.20): no option, and never
// the same twice.
constexpr std::string_view kCatalogue = R"(
SELECT 0 AS class, 0 AS oid, 0 AS sub, n.nspname AS schema, c.relname AS table, a.attname AS name,
       CASE WHEN a.attstorage <> t.typstorage THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' WHEN 'x' THEN 'EXTENDED' END END AS storage,
       CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' WHEN 'x' THEN 'EXTENDED' END AS type_storage,
       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::text END AS statistics,
       ARRAY(SELECT o FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\_attver=%') AS options
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN user_schemas n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid
 WHERE a.attnum > 0 AND NOT a.attisdropped
   AND (a.attstorage <> t.typstorage OR a.attstattarget >= 0 OR EXISTS (SELECT FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\_attver=%'))
   AND c.relkind IN )";

std::string names_only(const std::vector<std::string>& options) {
  std::string names;
  for (const std::string& option : options)
    names += (names.empty() ? "" : ", ") + option.substr(0, option.find('='));
  return names;
}

std::string listed(const std::vector<std::string>& options) {
  std::string list;
  for (const std::string& option : options) list += (list.empty() ? "" : ", ") + option;
  return list;
}

class ColumnSettingsKind : public model::ObjectKind {
 public:
  /// `words` alter such a relation, and no child of it; `relations` are its letters in pg_class.
  ColumnSettingsKind(std::string_view words, std::string_view relations)
      : words_(words), catalogue_(std::string(kCatalogue) + std::string(relations)) {}

  std::vector<ObjectId> needs(const Object& object, const model::Model&) const override {
    return {*owner(object)};
  }

  std::string_view catalogue() const override { return catalogue_; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    ColumnSettings settings{row.text("storage"), row.text("type_storage"), row.text("statistics"),
                            row.list("options")};
    return Object{{std::string(name()), row.text("schema"), row.text("table"), row.text("name")},
                  std::move(settings),
                  {}};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    return change(object, {}, object.state.as<ColumnSettings>());
  }
  std::string drop(const Object& object) const override {
    return change(object, object.state.as<ColumnSettings>(), {});
  }
  model::Alteration alter(const Object& from, const Object& to, const model::Transition&) const override {
    const std::string sql = change(to, from.state.as<ColumnSettings>(), to.state.as<ColumnSettings>());
    return model::Alteration::in_place({{to.id, sql}});
  }

 private:
  /// The statement that leads from one to the other.
  [[nodiscard]] std::string change(const Object& object, const ColumnSettings& from,
                                   const ColumnSettings& to) const {
    const std::string column = "\n    ALTER COLUMN " + support::quote_identifier(object.id.part);
    std::string sql;
    const auto action = [&](const std::string& words) {
      sql += sql.empty() ? words_ + object.id.qualified_name() : ",";
      sql += column + words;
    };
    if (from.storage != to.storage)
      action(" SET STORAGE " + (to.storage.empty() ? from.type_storage : to.storage));
    if (from.statistics != to.statistics)
      action(" SET STATISTICS " + (to.statistics.empty() ? "-1" : to.statistics));
    if (from.options != to.options && !from.options.empty())
      action(" RESET (" + names_only(from.options) + ")");
    if (from.options != to.options && !to.options.empty()) action(" SET (" + listed(to.options) + ")");
    return sql;
  }

  std::string words_;
  std::string catalogue_;
};

class TableColumnSettingsKind final : public ColumnSettingsKind {
 public:
  TableColumnSettingsKind() : ColumnSettingsKind("ALTER TABLE ONLY ", "('r', 'p')") {}
  std::string_view name() const override { return model::kColumnSettingsKind; }
  std::optional<ObjectId> owner(const Object& object) const override {
    return table_of(object.id).child(model::kColumnKind, object.id.part);
  }
};

/// Of relations whose columns are no objects of their own.
class OwnedColumnSettingsKind final : public ColumnSettingsKind {
 public:
  OwnedColumnSettingsKind(std::string_view name, std::string_view owner, std::string_view words,
                          std::string_view relations)
      : ColumnSettingsKind(words, relations), name_(name), owner_(owner) {}
  std::string_view name() const override { return name_; }
  std::optional<ObjectId> owner(const Object& object) const override {
    return ObjectId{std::string(owner_), object.id.schema, object.id.name, {}};
  }

 private:
  std::string_view name_;
  std::string_view owner_;
};

}  // namespace

const model::ObjectKind& column_settings_kind() {
  static const TableColumnSettingsKind kKind;
  return kKind;
}

const model::ObjectKind& materialized_view_column_kind() {
  static const OwnedColumnSettingsKind kKind("materialized_view_column", model::kMaterializedViewKind,
                                             "ALTER MATERIALIZED VIEW ", "('m')");
  return kKind;
}

const model::ObjectKind& foreign_table_column_kind() {
  static const OwnedColumnSettingsKind kKind("foreign_table_column", model::kForeignTableKind,
                                             "ALTER FOREIGN TABLE ", "('f')");
  return kKind;
}

}  // namespace schemac::compiler::objects
