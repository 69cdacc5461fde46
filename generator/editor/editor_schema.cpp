// The editor's schema. One file serves settings, shared definitions and domains: which of them a document is,
// the keys "domain" and "namespace" tell. A column has three forms (text, typed object, reference), and a
// language server takes the one that fits best; each form's errors are therefore about that form.
#include "editor/editor_schema.hpp"

#include <algorithm>

#include "editor/form_writer.hpp"
#include "editor/project_names.hpp"
#include "editor/type_names.hpp"
#include "resolve/column_form.hpp"
#include "resolve/core_keys.hpp"

namespace schemac::compiler::editor {

using model::MemberSpec;
using model::Scope;

namespace {

constexpr std::string_view kSettingsFile = "settings_file";
constexpr std::string_view kSharedFile = "shared_file";
constexpr std::string_view kDomainFile = "domain_file";
constexpr std::string_view kColumnText = "column_text";
constexpr std::string_view kTypedColumn = "typed_column";
constexpr std::string_view kReferenceColumn = "reference_column";

bool contains(const std::vector<MemberSpec>& members, std::string_view key) {
  return std::any_of(members.begin(), members.end(),
                     [&](const MemberSpec& member) { return member.key == key; });
}

class SchemaWriter {
 public:
  SchemaWriter(const resolve::Definitions& definitions, const model::Model& model,
               const model::Vocabulary& vocabulary)
      : definitions_(definitions),
        model_(model),
        vocabulary_(vocabulary),
        types_(type_names(model, vocabulary)) {}

  std::string write() {
    out_.begin_object();
    out_.member("$schema", "http://json-schema.org/draft-07/schema#");
    out_.member("title", "The definition files of " + model_.project().cpp_namespace);
    out_.member("type", "object");
    file_choice();
    out_.key("definitions").begin_object();
    files();
    tables();
    columns();
    types();
    names();
    out_.end_object();
    out_.end_object();
    return out_.take();
  }

 private:
  /// {"if": {"required": [key]}, "then": …} for the two files that a key tells; else it is shared.json.
  void file_choice() {
    const auto when = [&](std::string_view key, std::string_view definition) {
      out_.key("if").begin_object().key("required").begin_array().value(key).end_array().end_object();
      out_.key("then");
      reference(definition);
      out_.key("else").begin_object();
    };
    when("domain", kDomainFile);
    when("namespace", kSettingsFile);
    out_.member("$ref", "#/definitions/" + std::string(kSharedFile));
    out_.end_object();
    out_.end_object();
  }

  void files() {
    const auto domain = with_readers(resolve::domain_keys(), Scope::domain);
    object(kSettingsFile, resolve::settings_keys());
    object(kDomainFile, domain);
    shared_file(domain);
  }

  /// shared.json, or a file that does not yet say what it is: the others' keys complete, and ask for the key
  /// that tells.
  void shared_file(std::span<const MemberSpec> domain) {
    std::vector<MemberSpec> members = with_readers(resolve::shared_keys(), Scope::shared);
    std::vector<std::pair<std::string_view, std::string_view>> asked;
    const auto take = [&](std::span<const MemberSpec> others, std::string_view telling) {
      for (MemberSpec member : others) {
        if (contains(members, member.key)) continue;
        member.required = false;
        members.push_back(member);
        if (member.key != telling) asked.emplace_back(member.key, telling);
      }
    };
    take(domain, "domain");
    take(resolve::settings_keys(), "namespace");
    out_.key(kSharedFile).begin_object();
    forms_.object_keywords(members);
    out_.key("dependencies").begin_object();
    for (const auto& [key, telling] : asked) out_.key(key).begin_array().value(telling).end_array();
    out_.end_object();
    out_.end_object();
  }

  void tables() {
    object(resolve::kTableForm, with_readers(resolve::table_keys(), Scope::table));
    object(resolve::kMixinForm, with_readers(resolve::mixin_keys(), Scope::table));
    name_list(resolve::kMixinNameForm, "mixin", mixin_names(definitions_), false);
  }

  void columns() {
    out_.key(resolve::kColumnForm).begin_object();
    alternatives("oneOf", {kColumnText, kTypedColumn, kReferenceColumn});
    out_.end_object();
    type_text(kColumnText, true);
    typed_column();
    object(kReferenceColumn, resolve::reference_keys());
  }

  void types() {
    type_text(resolve::kTypeForm, false);
    object(resolve::kDomainTypeForm, with_rules(resolve::domain_type_keys()));
  }

  void names() {
    for (const FormWriter::NameUse& use : forms_.names())
      name_list(FormWriter::definition_of(use), use.first, object_names(model_, use.first), use.second);
  }

  void reference(std::string_view definition) {
    out_.begin_object().member("$ref", "#/definitions/" + std::string(definition)).end_object();
  }

  void alternatives(std::string_view keyword, std::initializer_list<std::string_view> definitions) {
    out_.key(keyword).begin_array();
    for (const std::string_view definition : definitions) reference(definition);
    out_.end_array();
  }

  void object(std::string_view name, std::span<const MemberSpec> members) {
    out_.key(name).begin_object();
    forms_.object_keywords(members);
    out_.end_object();
  }

  /// `own`, and the keys of that scope that kinds and features read.
  [[nodiscard]] std::vector<MemberSpec> with_readers(std::span<const MemberSpec> own, Scope scope) const {
    std::vector<MemberSpec> members(own.begin(), own.end());
    const auto take = [&](const model::KeySpec& spec) {
      if (spec.scope == scope && !contains(members, spec.key))
        members.push_back({spec.key, spec.doc, spec.form});
    };
    for (const model::ObjectKind* kind : vocabulary_.kinds)
      for (const model::KeySpec& spec : kind->keys()) take(spec);
    for (const model::Feature* feature : vocabulary_.features)
      for (const model::KeySpec& spec : feature->keys()) take(spec);
    return members;
  }

  /// `own`, and the keys of all rules.
  [[nodiscard]] std::vector<MemberSpec> with_rules(std::span<const MemberSpec> own) const {
    std::vector<MemberSpec> members(own.begin(), own.end());
    for (const model::ValidatorRule* rule : vocabulary_.rules)
      members.push_back({rule->key(), rule->doc(), &rule->takes()});
    return members;
  }

  void typed_column() {
    const auto type_keys = resolve::type_keys();
    std::vector<MemberSpec> members(type_keys.begin(), type_keys.end());
    const auto column_keys = with_rules(resolve::column_keys());
    members.insert(members.end(), column_keys.begin(), column_keys.end());
    out_.key(kTypedColumn).begin_object();
    forms_.object_keywords(members);
    out_.key("oneOf").begin_array();
    for (const MemberSpec& key : type_keys)
      out_.begin_object().key("required").begin_array().value(key.key).end_array().end_object();
    out_.end_array();
    out_.end_object();
  }

  /// A text that begins with a type. What an editor inserts are the types, each also with "?".
  void type_text(std::string_view name, bool with_default) {
    out_.key(name).begin_object();
    out_.member("type", "string");
    out_.member("errorMessage", resolve::kColumnSentence);
    out_.member("pattern", type_pattern(types_, with_default));
    out_.member("patternErrorMessage", with_default ? resolve::kColumnTextSentence : resolve::kTypeSentence);
    out_.key("defaultSnippets").begin_array();
    for (const std::string_view mark : {"", "?"}) {
      for (const TypeName& type : types_) {
        if (!type.recommended) continue;
        out_.begin_object().member("label", type.spelling + std::string(mark));
        if (!type.doc.empty()) out_.member("description", type.doc);
        out_.member("body", type.spelling + std::string(mark)).end_object();
      }
    }
    out_.end_array();
    out_.end_object();
  }

  void name_list(std::string_view definition, const std::string& kind, const std::vector<ProjectName>& names,
                 bool marked) {
    out_.key(definition).begin_object();
    out_.member("type", "string");
    if (!names.empty()) {  // an empty enum is no schema
      const std::initializer_list<std::string_view> both = {"", "?"};
      const std::span<const std::string_view> marks(both.begin(), marked ? 2 : 1);
      list("enum", names, marks,
           [](const ProjectName& name, std::string_view mark) { return name.name + std::string(mark); });
      list("enumDescriptions", names, marks, [](const ProjectName& name, std::string_view mark) {
        return name.doc + (mark.empty() ? "" : " May be NULL.");
      });
      out_.member("errorMessage", "this project has no " + kind + " of that name");
    }
    out_.end_object();
  }

  template <class Text>
  void list(std::string_view keyword, const std::vector<ProjectName>& names,
            std::span<const std::string_view> marks, Text text) {
    out_.key(keyword).begin_array();
    for (const std::string_view mark : marks)
      for (const ProjectName& name : names) out_.value(text(name, mark));
    out_.end_array();
  }

  const resolve::Definitions& definitions_;
  const model::Model& model_;
  const model::Vocabulary& vocabulary_;
  std::vector<TypeName> types_;
  model::JsonWriter out_;
  FormWriter forms_{out_};
};

}  // namespace

std::string editor_schema(const resolve::Definitions& definitions, const model::Model& model,
                          const model::Vocabulary& vocabulary) {
  return SchemaWriter(definitions, model, vocabulary).write();
}

}  // namespace schemac::compiler::editor
