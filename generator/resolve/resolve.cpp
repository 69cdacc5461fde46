// The order in which definitions are read. Each stage may rely on what the ones before it have made known:
//   1. settings, then the shared and domain scopes: enums, extensions, schemas; domain types, whose bases may
//   be enums
//   2. tables with their columns; a reference's type stays open
//   3. features, which add columns
//   4. primary keys, then references (their types are keys' types) and generated columns (their SQL names
//   columns)
//   5. what views declare of their columns; all other keys: constraints, indexes, page orders
//   6. the rows of seeds, which keep to columns and keys; then the drafts become objects
//   7. what asked to wait for all of the above: views, whatever calls a function
//   8. hints about the schema before this one
#include "resolve/resolve.hpp"

#include <algorithm>

#include "model/enumeration.hpp"
#include "model/hint_reading.hpp"
#include "resolve/core_keys.hpp"
#include "resolve/defaults.hpp"
#include "resolve/domain_types.hpp"
#include "resolve/finish.hpp"
#include "resolve/hints.hpp"
#include "resolve/json_shapes.hpp"
#include "resolve/seeds.hpp"
#include "resolve/settings.hpp"
#include "resolve/tables.hpp"
#include "resolve/view_columns.hpp"

namespace schemac::compiler::resolve {

using model::DefinitionReader;
using model::Scope;
using syntax::Kind;
using syntax::Value;

namespace {

/// "legislative" of "schema-defs/legislative.json".
std::string_view file_stem(std::string_view path) {
  path.remove_prefix(path.find_last_of('/') + 1);
  return path.substr(0, path.rfind('.'));
}

class Resolver {
 public:
  Resolver(const Definitions& definitions, const model::Vocabulary& vocabulary, model::Draft& draft)
      : definitions_(definitions),
        vocabulary_(vocabulary),
        draft_(draft),
        domain_types_(vocabulary, draft),
        shapes_(vocabulary, draft),
        references_(draft),
        columns_(vocabulary, draft, references_),
        tables_(vocabulary, draft, columns_),
        types_(vocabulary, draft),
        view_columns_(vocabulary, draft) {
    draft_.literal_of = [this](const Value& value, const model::TypeUse& type) {
      return read_json_default(draft_, value, types_.of_column(type));
    };
    draft_.value_mistake = [this](std::string_view text, std::string_view type) {
      return types_.value_mistake(text, type);
    };
  }

  void run() {
    if (definitions_.settings) read_settings(*definitions_.settings, draft_);
    read_file_scopes();
    read_everywhere("types", domain_types_);
    read_everywhere("shapes", shapes_);
    declare_tables();
    for (const model::Feature* feature : vocabulary_.features)
      read_table_keys(*feature, nullptr, "primary_key");
    for (const model::ObjectKind* kind : vocabulary_.kinds) read_table_keys(*kind, "primary_key", nullptr);
    references_.resolve_all();
    columns_.resolve_generated();
    read_everywhere("views", view_columns_);
    for (const model::ObjectKind* kind : vocabulary_.kinds) read_table_keys(*kind, nullptr, "primary_key");
    read_seeds();
    for (const auto& [name, table] : draft_.tables) finish_table(table, draft_);
    draft_.finish();
    draft_.report_objections();
  }

 private:
  void read_file_scopes() {
    if (definitions_.shared) {
      draft_.schema = model::kDefaultSchema;
      read_scope(definitions_.shared->root, Scope::shared, shared_keys(), "shared.json");
      if (const Value* mixins = definitions_.shared->root.find("mixins")) tables_.add_mixins(*mixins);
      model::read_dropped(draft_, definitions_.shared->root);
    }
    for (const syntax::Document& domain : definitions_.domains) {
      enter(domain);
      add_schema(domain.root.find("schema"));
      read_scope(domain.root, Scope::domain, domain_keys(), "a domain");
      model::read_dropped(draft_, domain.root);
    }
  }

  /// Has `reader` read the key of all files, of shared.json first.
  template <class Reader>
  void read_everywhere(std::string_view key, Reader& reader) {
    const auto read = [&](const syntax::Document& file) {
      if (const Value* types = file.root.find(key)) reader.read(*types);
    };
    draft_.schema = model::kDefaultSchema;
    if (definitions_.shared) read(*definitions_.shared);
    for (const syntax::Document& domain : definitions_.domains) {
      enter(domain);
      read(domain);
    }
  }

  void declare_tables() {
    for (const syntax::Document& domain : definitions_.domains) {
      enter(domain);
      if (const Value* tables = domain.root.find("tables")) tables_.declare(*tables, domain_name(domain));
    }
    draft_.schema = model::kDefaultSchema;
  }

  void read_seeds() {
    SeedReader reader(vocabulary_, draft_);
    for (const DeclaredTable& table : tables_.declared()) {
      if (table.seeds != nullptr) reader.read(*table.seeds, *table.draft);
    }
  }

  std::string domain_name(const syntax::Document& domain) {
    const Value* name = domain.root.find("domain");
    if (name == nullptr) {
      draft_.diagnostics()
          .error({domain.file, 0, 0}, "SC1022", "the file does not say which domain it defines")
          .help = "add \"domain\": \"<name>\" at its top";
      return {};
    }
    if (!draft_.expect(*name, Kind::string, "\"domain\"")) return {};
    draft_.expect_name(name->text, name->span);
    if (name->text != file_stem(draft_.sources().name(domain.file))) {
      draft_.diagnostics()
          .error(name->span, "SC1022", "the domain `" + name->text + "` stands in a file of another name")
          .help = "one domain, one file: rename it to " + name->text + ".json";
    }
    return name->text;
  }

  void enter(const syntax::Document& domain) {
    const Value* schema = domain.root.find("schema");
    draft_.schema =
        schema != nullptr && schema->is(Kind::string) ? schema->text : std::string(model::kDefaultSchema);
  }

  void add_schema(const Value* schema) {
    if (schema == nullptr || !draft_.expect(*schema, Kind::string, "\"schema\"")) return;
    draft_.expect_name(schema->text, schema->span);
    const model::ObjectId id{std::string(model::kSchemaKind), {}, schema->text, {}};
    if (schema->text != model::kDefaultSchema && draft_.find(id) == nullptr) {
      draft_.add({id, model::Named{}, {}, schema->span});
    }
  }

  void read_scope(const Value& root, Scope scope, std::span<const model::MemberSpec> own_keys,
                  std::string_view what) {
    std::vector<std::string_view> known = model::keys_of(own_keys);
    for_each_key(scope, [&](const DefinitionReader&, std::string_view key) { known.push_back(key); });
    draft_.refuse_unknown_keys(root, std::span<const std::string_view>(known), what);
    for_each_key(scope, [&](const DefinitionReader& reader, std::string_view key) {
      for (const syntax::Member& member : root.members) {
        if (member.key == key) reader.read(member, nullptr, draft_);
      }
    });
  }

  template <class Visit>
  void for_each_key(Scope scope, Visit visit) {
    const auto each = [&](const auto& readers) {
      for (const DefinitionReader* reader : readers) {
        for (const model::KeySpec& spec : reader->keys()) {
          if (spec.scope == scope) visit(*reader, spec.key);
        }
      }
    };
    each(vocabulary_.kinds);
    each(vocabulary_.features);
  }

  /// Has `reader` read its keys in every table: only the key `only`, or all but the key `but`, where these
  /// are given.
  void read_table_keys(const DefinitionReader& reader, const char* only, const char* but) {
    for (const model::KeySpec& spec : reader.keys()) {
      if (spec.scope != Scope::table) continue;
      if ((only != nullptr && spec.key != only) || (but != nullptr && spec.key == but)) continue;
      for (const DeclaredTable& table : tables_.declared()) {
        draft_.schema = table.draft->id.schema;
        for (const syntax::Member* member : table.keys) {
          if (member->key == spec.key) reader.read(*member, table.draft, draft_);
        }
      }
    }
  }

  const Definitions& definitions_;
  const model::Vocabulary& vocabulary_;
  model::Draft& draft_;
  DomainTypes domain_types_;
  JsonShapes shapes_;
  References references_;
  ColumnReader columns_;
  Tables tables_;
  TypeTable types_;
  ViewColumns view_columns_;
};

}  // namespace

model::Model resolve(const Definitions& definitions, const model::Vocabulary& vocabulary,
                     const support::Sources& sources, support::Diagnostics& diagnostics) {
  model::Draft draft(sources, diagnostics);
  draft.files = definitions.files;
  Resolver(definitions, vocabulary, draft).run();
  model::Model model(draft.project, draft.take(), std::move(draft.hints));
  check_hints(model, draft);
  return model;
}

}  // namespace schemac::compiler::resolve
