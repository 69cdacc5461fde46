// What is shared first, then the domains in the order in which their first tables come.
#include "importers/definitions.hpp"

#include <algorithm>

#include "importers/definition_text.hpp"
#include "importers/domains.hpp"
#include "importers/mixins.hpp"
#include "importers/table_definition.hpp"

namespace schemac::compiler::importers {

using syntax::Value;

namespace {

Value settings(const std::string& project) {
  Value root = object_value();
  add_member(root, "namespace", text_value(project));
  add_member(root, "postgres", number_value("15"));
  return root;
}

Value mixins_value(const FoundMixins& mixins) {
  Value value = object_value();
  for (const FoundMixin& mixin : mixins.all) {
    Value columns = object_value();
    std::vector<std::string> names;
    for (const ImportedColumn& column : mixin.columns) {
      add_member(columns, column.name, text_value(column_form(column)));
      names.push_back(column.name);
    }
    Value& definition = add_member(value, mixin.name, object_value());
    add_member(definition, "columns", std::move(columns));
    if (mixin.primary_key) add_member(definition, "primary_key", list_value(names));
  }
  return value;
}

void add_enums(Value& root, const ImportedSchema& schema, const std::string& database_schema) {
  Value enums = object_value();
  for (const ImportedEnum& each : schema.enums) {
    if (each.schema != database_schema) continue;
    Value value = list_value(each.values);
    if (!each.doc.empty()) {
      value = object_value();
      add_member(value, "doc", text_value(each.doc));
      add_member(value, "values", list_value(each.values));
    }
    add_member(enums, each.name, std::move(value));
  }
  if (!enums.members.empty()) add_member(root, "enums", std::move(enums));
}

/// Adds a part under its key, which comes before the tables; a second one of its name (another function) has
/// no place.
void add_part(Value& root, const ImportedPart& part) {
  auto own = std::find_if(root.members.begin(), root.members.end(),
                          [&](const syntax::Member& member) { return member.key == part.key; });
  if (own == root.members.end()) {
    const auto first = root.members.begin() + (root.find("domain") != nullptr ? 1 : 0);
    own = root.members.insert(first, {part.key, {}, object_value()});
  }
  if (own->value.find(part.name) == nullptr) add_member(own->value, part.name, part.value);
}

Value shared(const ImportedSchema& schema, const FoundMixins& mixins) {
  Value root = object_value();
  if (!schema.extensions.empty()) {
    add_member(root, "extensions", list_value({schema.extensions.begin(), schema.extensions.end()}));
  }
  add_enums(root, schema, std::string(kPublic));
  for (const ImportedPart& part : schema.parts) {
    if (part.schema.empty()) add_part(root, part);
  }
  if (!mixins.all.empty()) add_member(root, "mixins", mixins_value(mixins));
  return root;
}

Value domain_head(const ImportedSchema& schema, const std::string& name, const std::string& database_schema) {
  Value root = object_value();
  add_member(root, "domain", text_value(name));
  if (database_schema != kPublic) {
    add_member(root, "schema", text_value(database_schema));
    add_enums(root, schema, database_schema);
  }
  add_member(root, "tables", object_value());
  return root;
}

/// The first domain of a schema; a new one where it has none.
DefinitionFile& domain_of(const ImportedSchema& schema, const Domains& domains,
                          const std::string& database_schema, std::vector<DefinitionFile>& files) {
  for (DefinitionFile& file : files) {
    const Value* own = file.root.find("schema");
    const std::string stands_in = own == nullptr ? std::string(kPublic) : own->text;
    if (file.root.find("domain") != nullptr && stands_in == database_schema) return file;
  }
  const std::string name = database_schema == kPublic ? "core" : domains.of_schemas.at(database_schema);
  files.push_back({name + ".json", domain_head(schema, name, database_schema)});
  return files.back();
}

}  // namespace

std::vector<DefinitionFile> write_definitions(const ImportedSchema& schema, const std::string& project) {
  const FoundMixins mixins = find_mixins(schema);
  const Domains domains = domains_of(schema);
  std::vector<DefinitionFile> files{{"schemac.json", settings(project)},
                                    {"shared.json", shared(schema, mixins)}};
  for (std::size_t i = 0; i < schema.tables.size(); ++i) {
    const std::string& domain = domains.of_tables[i];
    const std::string path = domain + ".json";
    auto file = std::find_if(files.begin(), files.end(),
                             [&](const DefinitionFile& each) { return each.path == path; });
    if (file == files.end()) {
      const ImportedTable& first = schema.tables[i];
      file = files.insert(file, {path, domain_head(schema, domain, first.schema)});
    }
    std::vector<const FoundMixin*> own;
    for (const std::size_t mixin : mixins.of_table[i]) own.push_back(&mixins.all[mixin]);
    add_member(file->root.members.back().value, schema.tables[i].name,
               table_definition(schema, schema.tables[i], own));
  }
  for (const ImportedPart& part : schema.parts) {
    if (!part.schema.empty()) add_part(domain_of(schema, domains, part.schema, files).root, part);
  }
  if (schema.tables.empty()) domain_of(schema, domains, std::string(kPublic), files);
  return files;
}

}  // namespace schemac::compiler::importers
