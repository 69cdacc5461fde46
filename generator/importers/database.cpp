// Tables with what belongs to them first; the rest is copied part by part.
#include "importers/database.hpp"

#include <algorithm>
#include <map>

#include "importers/bare.hpp"
#include "importers/database_parts.hpp"
#include "importers/index_definition.hpp"
#include "importers/type_spelling.hpp"
#include "model/column.hpp"
#include "model/constraint.hpp"
#include "model/enumeration.hpp"
#include "model/extension.hpp"
#include "model/partition.hpp"
#include "model/table.hpp"
#include "support/naming.hpp"
#include "support/text_scan.hpp"

namespace schemac::compiler::importers {

using model::Object;
using model::ObjectId;

namespace {

std::string action_of(model::ReferentialAction action) {
  return action == model::ReferentialAction::no_action ? std::string()
                                                       : support::lower_case(model::name(action));
}

std::string deferral_of(model::Deferrable deferrable) {
  switch (deferrable) {
    case model::Deferrable::no:
      return {};
    case model::Deferrable::initially_immediate:
      return "initially immediate";
    case model::Deferrable::initially_deferred:
      return "initially deferred";
  }
  return {};
}

ImportedKey key_of(const Object& object) {
  const auto& key = object.state.as<model::Key>();
  return {object.id.part, key.columns, key.nulls_not_distinct, key.include, deferral_of(key.deferrable)};
}

ImportedForeignKey foreign_key_of(const Object& object) {
  const auto& key = object.state.as<model::ForeignKey>();
  return {object.id.part,
          key.columns,
          key.table,
          key.target_columns,
          action_of(key.on_delete),
          action_of(key.on_update),
          deferral_of(key.deferrable)};
}

class Reader {
 public:
  Reader(const model::Model& model, std::span<const model::ObjectKind* const> kinds)
      : model_(model), kinds_(kinds) {}

  ImportedSchema read() {
    for (const Object& object : model_.of_kind(model::kCommentKind))
      docs_.emplace(model::attached_to(object.id), object.state.as<model::Comment>().text);
    for (const Object& object : model_.of_kind(model::kExtensionKind))
      if (object.id.name != "plpgsql") schema_.extensions.insert(object.id.name);
    for (const Object& object : model_.of_kind(model::kEnumKind)) {
      schema_.enums.push_back({object.id.schema, object.id.name, object.state.as<model::Enumeration>().values,
                               doc_of(object.id)});
    }
    for (const Object& object : model_.of_kind(model::kTableKind)) {
      const ObjectId partition = model::attachment_of(object.id);
      if (model_.find(partition) == nullptr) schema_.tables.push_back(read_table(object));
    }
    schema_.parts = read_parts(model_, kinds_, docs_);
    return std::move(schema_);
  }

 private:
  std::string doc_of(const ObjectId& id) const {
    const auto found = docs_.find(id);
    return found == docs_.end() ? std::string() : found->second;
  }

  ImportedTable read_table(const Object& object) {
    const ObjectId& id = object.id;
    ImportedTable table;
    table.schema = id.schema;
    table.name = id.name;
    table.doc = doc_of(id);
    for (const Object* column : columns_in_order(id)) table.columns.push_back(read_column(*column));
    for (const Object& key : model_.parts(model::kPrimaryKeyKind, id)) table.primary_key = key_of(key);
    for (const Object& key : model_.parts(model::kUniqueKind, id)) table.uniques.push_back(key_of(key));
    for (const Object& check : model_.parts(model::kCheckKind, id))
      table.checks.push_back({check.id.part, bare(check.state.as<model::Check>().expression)});
    for (const Object& key : model_.parts(model::kForeignKeyKind, id))
      table.foreign_keys.push_back(foreign_key_of(key));
    table.indexes = read_indexes(id, model_);
    table.more = read_more(object, model_, docs_);
    return table;
  }

  std::vector<const Object*> columns_in_order(const ObjectId& table) const {
    std::vector<const Object*> columns;
    for (const Object& column : model_.parts(model::kColumnKind, table)) columns.push_back(&column);
    const auto position = [](const Object* column) {
      return column->notes.empty() ? 0U : column->notes.as<model::ColumnNotes>().position;
    };
    std::stable_sort(columns.begin(), columns.end(),
                     [&](const Object* a, const Object* b) { return position(a) < position(b); });
    return columns;
  }

  ImportedColumn read_column(const Object& object) {
    const auto& state = object.state.as<model::Column>();
    ImportedColumn column;
    column.name = object.id.part;
    const std::string sql = unqualified(state.type, object.id.schema);
    SpelledType type = spell_type(sql);
    column.type = std::move(type.text);
    column.extension = std::move(type.extension);
    column.passed_on = type.passed_on;
    column.nullable = state.nullable;
    column.default_sql = without_own_cast(state.default_sql, state.type);
    column.generated = bare(state.generated);
    if (state.identity != model::Identity::none)
      column.identity = state.identity == model::Identity::always ? "always" : "by default";
    column.doc = doc_of(object.id);
    take_sequence(object, column);
    return column;
  }

  /// Types of the schema public, and of the table's own, need no schema in definitions.
  static std::string unqualified(const std::string& type, const std::string& schema) {
    for (const std::string& prefix : {std::string("public."), support::quote_identifier(schema) + "."}) {
      if (type.starts_with(prefix)) return type.substr(prefix.size());
    }
    return type;
  }

  /// 'draft'::public.stage -> 'draft', where the column is of that type.
  static std::string without_own_cast(const std::string& sql, const std::string& type) {
    const std::string cast = "'::" + type.substr(0, type.find('('));
    const bool literal =
        sql.starts_with('\'') && sql.ends_with(cast) && sql.find("'::") == sql.size() - cast.size();
    return literal ? sql.substr(0, sql.size() - cast.size() + 1) : sql;
  }

  /// serial: a default from a sequence that is named after the column.
  static void take_sequence(const Object& object, ImportedColumn& column) {
    const std::string sequence =
        "nextval('" + object.id.schema + "." + object.id.name + "_" + column.name + "_seq'::regclass)";
    if (column.default_sql != sequence || column.nullable) return;
    static const std::map<std::string, std::string> kSerials = {
        {"integer", "serial"}, {"bigint", "bigserial"}, {"smallint", "smallserial"}};
    const auto serial = kSerials.find(column.type);
    if (serial == kSerials.end()) return;
    column.type = serial->second;
    column.default_sql.clear();
  }

  const model::Model& model_;
  std::span<const model::ObjectKind* const> kinds_;
  Docs docs_;
  ImportedSchema schema_;
};

}  // namespace

ImportedSchema read_database(const model::Model& model, std::span<const model::ObjectKind* const> kinds) {
  return Reader(model, kinds).read();
}

}  // namespace schemac::compiler::importers
