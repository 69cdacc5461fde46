// Drizzle keeps what it takes from TypeScript as it was written there: expressions name the table before each
// column, defaults are SQL in a string or a JSON literal, and actions are always given.
#include "importers/drizzle_table.hpp"

#include "importers/snapshot_reader.hpp"
#include "importers/type_spelling.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::importers {

using syntax::Member;
using syntax::Value;

namespace {

class TableReader {
 public:
  TableReader(std::set<std::string>& extensions, support::Diagnostics& diagnostics)
      : extensions_(extensions), diagnostics_(diagnostics) {}

  ImportedTable read(const Value& value) {
    table_.name = text_of(value, "name");
    table_.schema = text_of(value, "schema");
    if (table_.schema.empty()) table_.schema = kPublic;
    warn_of_rest(diagnostics_, value, "the table `" + table_.name + "`",
                 {"name", "schema", "columns", "indexes", "foreignKeys", "compositePrimaryKeys",
                  "uniqueConstraints", "checkConstraints", "policies"});
    for (const Member& member : members_of(value, "columns")) read_column(member.value);
    for (const Member& member : members_of(value, "compositePrimaryKeys"))
      table_.primary_key = read_key(member.value, "primary key");
    for (const Member& member : members_of(value, "uniqueConstraints"))
      add_unique(read_key(member.value, "unique constraint"), member.key_span);
    for (const Member& member : members_of(value, "checkConstraints")) read_check(member.value);
    for (const Member& member : members_of(value, "foreignKeys")) read_foreign_key(member.value);
    for (const Member& member : members_of(value, "indexes")) read_index(member.value);
    for (const Member& member : members_of(value, "policies"))
      warn_left_out(diagnostics_, member.key_span,
                    "the policy `" + member.key + "` of " + named(table_.name));
    return std::move(table_);
  }

 private:
  static std::string named(std::string_view name) { return '`' + std::string(name) + '`'; }
  [[nodiscard]] std::string whole(std::string_view part) const {
    return '`' + table_.name + '.' + std::string(part) + '`';
  }
  [[nodiscard]] std::string bare(std::string_view sql) const {
    return bare_expression(sql, table_.schema, table_.name);
  }
  std::string name_of(const Value& value) {
    const Value* name = value.find("name");
    return name == nullptr ? std::string() : kept_name(diagnostics_, name->text, name->span);
  }

  void read_column(const Value& value) {
    ImportedColumn column;
    column.name = text_of(value, "name");
    const std::string what = "the column " + whole(column.name);
    warn_of_rest(diagnostics_, value, what,
                 {"name", "type", "typeSchema", "primaryKey", "notNull", "default", "generated", "identity"});
    SpelledType type = spell_type(text_of(value, "type"));
    if (type.text == "serial" || type.text == "bigserial" || type.text == "smallserial") {
      warn_left_out(diagnostics_, value.find("type")->span,
                    "the sequence of " + what + " (it becomes an identity column)");
    }
    if (!type.extension.empty()) extensions_.insert(type.extension);
    column.type = std::move(type.text);
    column.extension = std::move(type.extension);
    column.passed_on = type.passed_on;
    const bool key = flag_of(value, "primaryKey");
    column.nullable = !key && !flag_of(value, "notNull");
    if (key) table_.primary_key.columns.push_back(column.name);
    if (const Value* fallback = value.find("default")) column.default_sql = read_default(*fallback, what);
    if (const Value* generated = value.find("generated")) column.generated = bare(text_of(*generated, "as"));
    if (const Value* identity = value.find("identity")) column.identity = read_identity(*identity, column);
    table_.columns.push_back(std::move(column));
  }

  std::string read_default(const Value& value, const std::string& what) {
    switch (value.kind) {
      case syntax::Kind::string:
      case syntax::Kind::number:
      case syntax::Kind::boolean:
        return value.text;
      case syntax::Kind::null:
        return {};
      case syntax::Kind::array:
      case syntax::Kind::object:
        warn_left_out(diagnostics_, value.span, "the default of " + what);
        return {};
    }
    return {};
  }

  std::string read_identity(const Value& value, const ImportedColumn& column) {
    const std::string what = "the identity of " + whole(column.name);
    for (const auto& [key, usual] :
         {std::pair<std::string_view, std::string>{"name", table_.name + "_" + column.name + "_seq"},
          {"increment", "1"},
          {"minValue", "1"},
          {"startWith", "1"},
          {"cache", "1"}}) {
      const Value* given = value.find(key);
      if (given != nullptr && !given->text.empty() && given->text != usual)
        warn_left_out(diagnostics_, given->span, "`" + std::string(key) + "` of " + what);
    }
    warn_of_rest(diagnostics_, value, what,
                 {"type", "name", "schema", "increment", "minValue", "maxValue", "startWith", "cache"});
    return text_of(value, "type") == "always" ? "always" : "by default";
  }

  ImportedKey read_key(const Value& value, std::string_view kind) {
    ImportedKey key;
    key.name = name_of(value);
    key.columns = texts_of(value, "columns");
    key.nulls_not_distinct = flag_of(value, "nullsNotDistinct");
    warn_of_rest(diagnostics_, value, "the " + std::string(kind) + " " + whole(key.name),
                 {"name", "columns", "nullsNotDistinct"});
    return key;
  }

  /// CREATE TABLE makes one constraint of several on the same columns, the first.
  void add_unique(ImportedKey key, support::Span place) {
    for (const ImportedKey& other : table_.uniques) {
      if (other.columns != key.columns || other.nulls_not_distinct != key.nulls_not_distinct) continue;
      diagnostics_.warning(place, "SC1705",
                           "the unique constraint " + whole(key.name) + " repeats " + whole(other.name),
                           "PostgreSQL makes one of them, the first");
      return;
    }
    table_.uniques.push_back(std::move(key));
  }

  void read_check(const Value& value) {
    ImportedCheck check{name_of(value), bare(text_of(value, "value"))};
    warn_of_rest(diagnostics_, value, "the check " + whole(check.name), {"name", "value"});
    table_.checks.push_back(std::move(check));
  }

  static std::string read_action(const Value& value, std::string_view key) {
    std::string action = text_of(value, key);
    return action == "no action" ? std::string() : action;
  }

  void read_foreign_key(const Value& value) {
    ImportedForeignKey key;
    key.name = name_of(value);
    key.columns = texts_of(value, "columnsFrom");
    key.table = text_of(value, "tableTo");
    key.target_columns = texts_of(value, "columnsTo");
    key.on_delete = read_action(value, "onDelete");
    key.on_update = read_action(value, "onUpdate");
    warn_of_rest(
        diagnostics_, value, "the foreign key " + whole(key.name),
        {"name", "tableFrom", "tableTo", "schemaTo", "columnsFrom", "columnsTo", "onDelete", "onUpdate"});
    table_.foreign_keys.push_back(std::move(key));
  }

  /// One key of an index as SQL. Methods other than btree know no order, whatever the snapshot says.
  std::string index_key(const Value& value, bool ordered) {
    const std::string text = text_of(value, "expression");
    std::string key =
        flag_of(value, "isExpression") ? "(" + bare(text) + ")" : support::quote_identifier(text);
    if (const std::string opclass = text_of(value, "opclass"); !opclass.empty()) {
      key += " " + opclass;
      if (const auto owner = extension_of_opclass(opclass); !owner.empty()) extensions_.emplace(owner);
    }
    if (!ordered) return key;
    const Value* ascending = value.find("asc");
    const bool descending = ascending != nullptr && !ascending->is_true();
    const std::string nulls = text_of(value, "nulls");
    if (descending) key += " desc";
    if (!nulls.empty() && nulls != (descending ? "first" : "last")) key += " nulls " + nulls;
    return key;
  }

  void read_index(const Value& value) {
    ImportedIndex index;
    index.name = name_of(value);
    index.unique = flag_of(value, "isUnique");
    index.method = text_of(value, "method");
    if (index.method == "btree") index.method.clear();
    if (const Value* keys = value.find("columns")) {
      for (const Value& key : keys->items) index.keys.push_back(index_key(key, index.method.empty()));
    }
    if (const std::string where = text_of(value, "where"); !where.empty()) index.where = bare(where);
    warn_of_rest(diagnostics_, value, "the index " + named(index.name),
                 {"name", "columns", "isUnique", "concurrently", "method", "where"});
    table_.indexes.push_back(std::move(index));
  }

  std::set<std::string>& extensions_;
  support::Diagnostics& diagnostics_;
  ImportedTable table_;
};

}  // namespace

ImportedTable read_drizzle_table(const Value& value, std::set<std::string>& extensions,
                                 support::Diagnostics& diagnostics) {
  return TableReader(extensions, diagnostics).read(value);
}

}  // namespace schemac::compiler::importers
