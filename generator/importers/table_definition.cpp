// Everything takes its shortest form: a column is a string unless it refers to a table or says more, a name
// is left out where the convention gives it.
#include "importers/table_definition.hpp"

#include <algorithm>

#include "importers/definition_text.hpp"
#include "importers/index_definition.hpp"
#include "model/constraint_names.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::importers {

using model::constraint_name;
using syntax::Value;

namespace {

class TableWriter {
 public:
  TableWriter(const ImportedSchema& schema, const ImportedTable& table,
              const std::vector<const FoundMixin*>& mixins)
      : schema_(schema), table_(table), mixins_(mixins) {}

  Value write() {
    Value definition = object_value();
    add_text(definition, "doc", table_.doc);
    if (!mixins_.empty()) {
      std::vector<std::string> names;
      for (const FoundMixin* mixin : mixins_) names.push_back(mixin->name);
      add_member(definition, "mixins", list_value(names));
    }
    write_columns(definition);
    write_primary_key(definition);
    write_uniques(definition);
    write_checks(definition);
    write_foreign_keys(definition);
    write_indexes(definition);
    for (const syntax::Member& member : table_.more) add_member(definition, member.key, member.value);
    return definition;
  }

 private:
  void write_columns(Value& definition) {
    Value columns = object_value();
    for (const ImportedColumn& column : table_.columns) {
      const bool mixed = std::any_of(mixins_.begin(), mixins_.end(),
                                     [&](const FoundMixin* mixin) { return mixin->holds(column.name); });
      if (!mixed) add_member(columns, column.name, column_value(column));
    }
    if (!columns.members.empty()) add_member(definition, "columns", std::move(columns));
  }

  Value column_value(const ImportedColumn& column) {
    if (is_plain(table_, column)) return text_value(column_form(column));
    if (const ImportedForeignKey* key = reference_of(column)) return reference_value(column, *key);
    const bool odd_name = !support::is_snake_case(column.name);
    const bool plain = column.doc.empty() && !column.passed_on && column.generated.empty();
    if (plain && column.identity.empty() && !odd_name) return text_value(column_form(column));
    Value value = object_value();
    add_member(value, column.passed_on ? "sql_type" : "type",
               text_value(column.type + (column.nullable ? "?" : "")));
    add_text(value, "extension", column.extension);
    add_text(value, "default_sql", column.default_sql);
    add_text(value, "generated", column.generated);
    add_text(value, "identity", column.identity);
    add_text(value, "doc", column.doc);
    if (odd_name) add_member(value, "keep", text_value("the name that the database has"));
    return value;
  }

  static void add_text(Value& object, std::string key, const std::string& text) {
    if (!text.empty()) add_member(object, std::move(key), text_value(text));
  }

  /// The foreign key that the column's "ref" can say: the first one of this column alone that points at a key
  /// of one column and the same type, in a table whose name is found.
  const ImportedForeignKey* reference_of(const ImportedColumn& column) {
    if (column.passed_on || !column.generated.empty() || !column.identity.empty()) return nullptr;
    if (!support::is_snake_case(column.name)) return nullptr;
    for (const ImportedForeignKey& key : table_.foreign_keys) {
      if (key.columns == std::vector{column.name} && can_be_ref(column, key)) return &key;
    }
    return nullptr;
  }

  [[nodiscard]] bool can_be_ref(const ImportedColumn& column, const ImportedForeignKey& key) const {
    if (key.target_columns.size() != 1) return false;
    for (const ImportedTable& target : schema_.tables) {
      if (target.name != key.table || target.primary_key.columns != key.target_columns) continue;
      const ImportedColumn* key_column = target.column(key.target_columns.front());
      const bool own_key = &target == &table_ && target.primary_key.columns.front() == column.name;
      return key_column != nullptr && key_column->type == column.type && !own_key;
    }
    return false;
  }

  Value reference_value(const ImportedColumn& column, const ImportedForeignKey& key) {
    in_columns_.push_back(&key);
    Value value = object_value();
    add_member(value, "ref", text_value(key.table + (column.nullable ? "?" : "")));
    add_text(value, "on_delete", key.on_delete);
    add_text(value, "on_update", key.on_update);
    add_text(value, "deferrable", key.deferrable);
    add_text(value, "default_sql", column.default_sql);
    add_text(value, "doc", column.doc);
    add_name(value, "fk_name", key.name, constraint_name(table_.name, key.columns, "fkey"));
    return value;
  }

  void write_primary_key(Value& definition) {
    const ImportedKey& key = table_.primary_key;
    const bool mixed = std::any_of(mixins_.begin(), mixins_.end(),
                                   [](const FoundMixin* mixin) { return mixin->primary_key; });
    if (key.columns.empty() || mixed) return;
    Value named = object_value();
    add_name(named, "name", key.name, constraint_name(table_.name, {}, "pkey"));
    add_member(definition, "primary_key", with_columns(std::move(named), "columns", key.columns));
  }

  void write_uniques(Value& definition) {
    Value list = list_value({});
    for (const ImportedKey& key : table_.uniques) {
      Value more = object_value();
      add_name(more, "name", key.name, constraint_name(table_.name, key.columns, "key"));
      if (key.nulls_not_distinct) add_member(more, "nulls_not_distinct", flag_value(true));
      if (!key.include.empty()) add_member(more, "include", list_value(key.include));
      add_text(more, "deferrable", key.deferrable);
      list.items.push_back(with_columns(std::move(more), "columns", key.columns));
    }
    if (!list.items.empty()) add_member(definition, "unique", std::move(list));
  }

  void write_checks(Value& definition) {
    Value checks = object_value();
    const std::string prefix = table_.name + "_";
    for (const ImportedCheck& check : table_.checks) {
      const bool usual = check.name.size() > prefix.size() && check.name.starts_with(prefix);
      std::string key = usual ? check.name.substr(prefix.size()) : check.name;
      if (usual && checks.find(key) == nullptr) {
        add_member(checks, std::move(key), text_value(check.sql));
        continue;
      }
      while (checks.find(key) != nullptr) key += "_2";
      Value& value = add_member(checks, std::move(key), object_value());
      add_member(value, "sql", text_value(check.sql));
      add_member(value, "name", text_value(check.name));
    }
    if (!checks.members.empty()) add_member(definition, "checks", std::move(checks));
  }

  void write_foreign_keys(Value& definition) {
    Value list = list_value({});
    for (const ImportedForeignKey& key : table_.foreign_keys) {
      if (std::find(in_columns_.begin(), in_columns_.end(), &key) != in_columns_.end()) continue;
      Value value = object_value();
      add_member(value, "columns", list_value(key.columns));
      add_member(value, "references", text_value(key.table));
      add_member(value, "target_columns", list_value(key.target_columns));
      add_text(value, "on_delete", key.on_delete);
      add_text(value, "on_update", key.on_update);
      add_text(value, "deferrable", key.deferrable);
      add_name(value, "name", key.name, constraint_name(table_.name, key.columns, "fkey"));
      list.items.push_back(std::move(value));
    }
    if (!list.items.empty()) add_member(definition, "foreign_keys", std::move(list));
  }

  void write_indexes(Value& definition) {
    Value list = index_list(table_.name, table_.indexes,
                            [&](const std::string& key) { return table_.column(key) != nullptr; });
    if (!list.items.empty()) add_member(definition, "indexes", std::move(list));
  }

  const ImportedSchema& schema_;
  const ImportedTable& table_;
  const std::vector<const FoundMixin*>& mixins_;
  std::vector<const ImportedForeignKey*> in_columns_;  ///< those that a column's "ref" says
};

}  // namespace

Value table_definition(const ImportedSchema& schema, const ImportedTable& table,
                       const std::vector<const FoundMixin*>& mixins) {
  return TableWriter(schema, table, mixins).write();
}

}  // namespace schemac::compiler::importers
