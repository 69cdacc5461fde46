// Reads the JSON in two passes: first the tables with their mixins and features expanded, then the
// references, which take their type from the key of another table.
#include "acceptance/catalogue/definitions.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "acceptance/catalogue/audit.hpp"
#include "acceptance/catalogue/sql_literal.hpp"

namespace schemac::testing {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> strings(const Json& list) {
  return list.get<std::vector<std::string>>();
}

std::string text_at(const Json& object, const char* key) {
  return object.contains(key) ? object.at(key).get<std::string>() : std::string{};
}

/// Splits the mark for NULL off a type or a reference.
bool take_question_mark(std::string& type) {
  if (type.empty() || type.back() != '?') return false;
  type.pop_back();
  return true;
}

/// A JSON value as an SQL constant; a list is an empty or a one-dimensional array.
std::string sql_constant(const Json& value) {
  if (value.is_string()) return sql_literal(value.get<std::string>());
  if (value.is_object()) return sql_literal(value.dump());
  if (!value.is_array()) return value.dump();
  if (!value.empty()) throw std::runtime_error{"the test knows no default for a list with elements"};
  return "'{}'";
}

std::string sql_list(const Json& values) {
  std::string out;
  for (const Json& value : values) out += (out.empty() ? "" : ", ") + sql_constant(value);
  return out;
}

/// The condition of one validator rule; nothing for a key that is no rule.
std::optional<std::string> rule_sql(const std::string& rule, const std::string& column,
                                    const std::string& type, const Json& argument) {
  const std::string size = (type == "bytea" ? "octet_length(" : "char_length(") + column + ")";
  if (rule == "min") return column + " >= " + argument.dump();
  if (rule == "max") return column + " <= " + argument.dump();
  if (rule == "min_length") return size + " >= " + argument.dump();
  if (rule == "max_length") return size + " <= " + argument.dump();
  if (rule == "length") return size + " = " + argument.dump();
  if (rule == "one_of") return column + " IN (" + sql_list(argument) + ")";
  if (rule == "format" || rule == "pattern") return std::string{};
  return std::nullopt;
}

/// `type[?][ = SQL]`.
ColumnDefinition short_form(const std::string& name, const std::string& text) {
  ColumnDefinition column;
  column.name = name;
  const std::size_t equals = text.find(" = ");
  column.type = text.substr(0, equals);
  if (equals != std::string::npos) column.default_sql = text.substr(equals + 3);
  column.nullable = take_question_mark(column.type);
  return column;
}

ReferenceDefinition reference(const std::string& column, const std::string& target, const Json& form) {
  ReferenceDefinition out;
  out.column = column;
  out.target = target;
  if (form.contains("on_delete")) out.on_delete = form.at("on_delete");
  if (form.contains("on_update")) out.on_update = form.at("on_update");
  out.deferrable = text_at(form, "deferrable");
  return out;
}

/// One key of a column's long form other than those that say what it is.
void read_column_key(const std::string& key, const Json& value, ColumnDefinition& column,
                     TableDefinition& table) {
  static const std::vector<std::string> elsewhere{"type", "ref", "on_delete", "on_update", "deferrable"};
  static const std::vector<std::string> not_in_sql{"as", "keep", "//"};
  const auto among = [&key](const auto& keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  if (among(elsewhere) || among(not_in_sql)) return;
  if (key == "default") {
    column.default_sql = sql_constant(value);
  } else if (key == "default_sql") {
    column.default_sql = value;
  } else if (key == "identity") {
    column.identity = value;
  } else if (key == "doc") {
    column.doc = value.get<std::string>() + column.doc;
  } else if (key == "deprecated") {
    column.doc += " Deprecated: " + value.get<std::string>() + ".";
  } else if (key == "pii") {
    column.personal = value;
  } else if (key == "unique") {
    if (value.get<bool>()) table.uniques.push_back({column.name});
  } else if (key == "shape") {
    table.checks.push_back(
        {table.name + "_" + column.name + "_shape", "jsonb_typeof(" + column.name + ") = 'object'"});
  } else if (const auto sql = rule_sql(key, column.name, column.type, value)) {
    CheckDefinition check{table.name + "_" + column.name + "_" + key, *sql};
    if (key == "pattern") check.column = column.name, check.pattern = value;
    table.checks.push_back(std::move(check));
  } else {
    throw std::runtime_error{"the test does not know the column key " + key};
  }
}

void read_columns(const Json& columns, TableDefinition& table) {
  for (const auto& [name, form] : columns.items()) {
    if (form.is_string()) {
      table.columns.push_back(short_form(name, form));
      continue;
    }
    const bool refers = form.contains("ref");
    ColumnDefinition column;
    column.name = name;
    column.type = form.at(refers ? "ref" : "type");
    column.nullable = take_question_mark(column.type);
    if (refers) table.references.push_back(reference(name, column.type, form));
    for (const auto& [key, value] : form.items()) read_column_key(key, value, column, table);
    table.columns.push_back(column);
  }
}

IndexDefinition index(const Json& form) {
  IndexDefinition out;
  if (form.is_array()) {
    out.keys = strings(form);
    return out;
  }
  for (const auto& [key, value] : form.items()) {
    if (key == "on") {
      out.keys = strings(value);
    } else if (key == "unique") {
      out.unique = value;
    } else if (key == "include") {
      out.include = strings(value);
    } else if (key == "where") {
      out.predicate = value;
    } else if (key == "using") {
      out.method = value;
    } else if (key != "keep") {
      throw std::runtime_error{"the test does not know the index key " + key};
    }
  }
  return out;
}

ColumnDefinition documented(ColumnDefinition column, const char* doc) {
  column.doc = doc;
  return column;
}

bool nullable(const TableDefinition& table, const std::string& name) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [&](const ColumnDefinition& column) { return column.name == name && column.nullable; });
}

/// A weighted text-search column and its index.
void add_search(const Json& form, TableDefinition& table) {
  ColumnDefinition column = short_form(form.at("column"), "tsvector?");
  for (const auto& [weight, sources] : form.at("weights").items()) {
    for (const std::string& source : strings(sources)) {
      const std::string text = nullable(table, source) ? "coalesce(" + source + ", '')" : source;
      if (!column.generated.empty()) column.generated += " || ";
      column.generated += "setweight(to_tsvector(" + sql_constant(form.at("config")) + ", " + text + "), " +
                          sql_literal(weight) + ")";
    }
  }
  table.indexes.push_back({"gin", false, {column.name}, {}, {}});
  table.columns.push_back(documented(column, "What full-text search looks in; made by the server."));
}

/// `text[]` promises that no element is NULL, as `text` promises it of the column.
void add_element_checks(TableDefinition& table) {
  for (const ColumnDefinition& column : table.columns) {
    if (!column.type.ends_with("[]")) continue;
    table.checks.push_back(
        {table.name + "_" + column.name + "_elements", "array_position(" + column.name + ", NULL) IS NULL"});
  }
}

/// The columns of the features, in the order in which they stand in a table.
void add_features(const std::map<std::string, Json>& keys, TableDefinition& table) {
  const auto on = [&keys](const char* key) { return keys.contains(key) && keys.at(key) == Json(true); };
  const auto add = [&table](const char* name, const char* form, const char* doc) {
    table.columns.push_back(documented(short_form(name, form), doc));
  };
  if (on("timestamps")) {
    add("created_at", "timestamptz = now()", "When the row was made.");
    add("updated_at", "timestamptz = now()", "When the row was last changed.");
  }
  if (on("versioned")) {
    add("version", "integer = 1",
        "Grows by one with every update; an update from an older version is refused.");
  }
  if (on("soft_delete")) {
    add("deleted_at", "timestamptz?", "When the row was deleted; NULL while it is not.");
  }
  if (keys.contains("search")) add_search(keys.at("search"), table);
}

void read_checks(const Json& checks, TableDefinition& table) {
  for (const auto& [name, form] : checks.items()) {
    table.checks.push_back({table.name + "_" + name, form.is_string() ? form : form.at("sql")});
  }
}

/// Reads one key of a table or a mixin; features wait until all columns are there.
void read_table_key(const std::string& key, const Json& value, TableDefinition& table,
                    std::map<std::string, Json>& features) {
  if (key == "columns") {
    read_columns(value, table);
  } else if (key == "primary_key") {
    table.primary_key = strings(value);
  } else if (key == "unique") {
    for (const Json& columns : value) table.uniques.push_back(strings(columns));
  } else if (key == "indexes") {
    for (const Json& form : value) table.indexes.push_back(index(form));
  } else if (key == "checks") {
    read_checks(value, table);
  } else if (key == "search" || key == "timestamps" || key == "versioned" || key == "soft_delete") {
    features[key] = value;
  } else if (key != "doc" && key != "mixins" && key != "pages" && key != "singular" && key != "keep" &&
             key != "grants" && key != "rls" && key != "rls_force" && key != "audit" && key != "partition" &&
             key != "ttl" && key != "routing" && key != "distribution" && key != "seeds" && key != "//") {
    throw std::runtime_error{"the test does not know the table key " + key};
  }
}

TableDefinition read_table(const std::string& name, const Json& form, const Json& mixins) {
  TableDefinition table;
  table.name = name;
  table.doc = text_at(form, "doc");
  std::map<std::string, Json> features;
  if (form.contains("mixins")) {
    for (const std::string& mixin : strings(form.at("mixins"))) {
      for (const auto& [key, value] : mixins.at(mixin).items()) read_table_key(key, value, table, features);
    }
  }
  for (const auto& [key, value] : form.items()) read_table_key(key, value, table, features);
  add_element_checks(table);
  add_features(features, table);
  return table;
}

EnumDefinition read_enum(const std::string& name, const Json& form) {
  if (form.is_array()) return {name, {}, strings(form)};
  return {name, text_at(form, "doc"), strings(form.at("values"))};
}

/// Ranges of time: a default partition, and all others as time goes by.
void add_partition(const Json& form, TableDefinition& table, Definitions& definitions) {
  if (!form.contains("every")) throw std::runtime_error{"the test knows no partitions but those of time"};
  table.partition_key = "RANGE (" + form.at("range").get<std::string>() + ")";
  TableDefinition partition = table;
  partition.name += "_default";
  partition.partition_of = table.name;
  partition.partition_key.clear();
  partition.doc.clear();
  for (ColumnDefinition& column : partition.columns) column.identity.clear(), column.doc.clear();
  definitions.tables.push_back(std::move(partition));
}

FunctionDefinition read_function(const std::string& name, const Json& form, const std::string& folder) {
  std::ifstream stream{folder + "/" + form.at("file").get<std::string>()};
  const std::string sql{std::istreambuf_iterator<char>(stream), {}};
  const std::size_t begin = sql.find("(") + 1;
  return {name + "(" + sql.substr(begin, sql.find(")") - begin) + ")", sql, text_at(form, "doc")};
}

ViewDefinition read_view(const std::string& name, const Json& form) {
  ViewDefinition view{name,
                      form.value("materialized", false),
                      form.value("security_invoker", false),
                      {},
                      text_at(form, "doc")};
  for (const auto& [column, type] : form.at("columns").items()) view.columns.push_back(column);
  std::sort(view.columns.begin(), view.columns.end());
  return view;
}

void read_file(const Json& content, const Json& mixins, const std::string& folder, Definitions& out) {
  if (content.contains("extensions")) {
    for (const std::string& name : strings(content.at("extensions"))) out.extensions.push_back(name);
  }
  if (content.contains("enums")) {
    for (const auto& [name, form] : content.at("enums").items()) out.enums.push_back(read_enum(name, form));
  }
  if (content.contains("functions")) {
    for (const auto& [name, form] : content.at("functions").items())
      out.functions.push_back(read_function(name, form, folder));
  }
  if (content.contains("views")) {
    for (const auto& [name, form] : content.at("views").items()) out.views.push_back(read_view(name, form));
  }
  if (!content.contains("tables")) return;
  for (const auto& [name, form] : content.at("tables").items()) {
    TableDefinition table = read_table(name, form, mixins);
    if (form.contains("partition")) add_partition(form.at("partition"), table, out);
    if (form.contains("audit")) add_audit(form.at("audit"), table, out);
    out.tables.push_back(std::move(table));
  }
}

/// Gives each reference the key that it points at, and its column that key's type.
void bind_references(std::vector<TableDefinition>& tables) {
  std::map<std::string, TableDefinition*> by_name;
  for (TableDefinition& table : tables) by_name[table.name] = &table;
  const auto column_of = [](TableDefinition& table, const std::string& name) -> ColumnDefinition& {
    return *std::find_if(table.columns.begin(), table.columns.end(), [&](auto& c) { return c.name == name; });
  };
  for (TableDefinition& table : tables) {
    for (ReferenceDefinition& reference : table.references) {
      TableDefinition& target = *by_name.at(reference.target);
      reference.target_column = target.primary_key.at(0);
      // A key that is a reference itself would need another round; no table refers to such a one.
      column_of(table, reference.column).type = column_of(target, reference.target_column).type;
    }
  }
}

std::map<std::string, Json> read_files(const std::string& folder) {
  std::map<std::string, Json> files;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".json" || name == "schemac.json" || name == "schemac.schema.json")
      continue;
    std::ifstream stream{entry.path()};
    files[name] = Json::parse(stream);
  }
  return files;
}

}  // namespace

Definitions read_definitions(const std::string& folder) {
  const auto files = read_files(folder);
  const Json& shared = files.at("shared.json");
  Definitions out;
  for (const auto& [file, content] : files) read_file(content, shared.at("mixins"), folder, out);
  bind_references(out.tables);
  out.security = read_security(folder);
  return out;
}

}  // namespace schemac::testing
