// Functions and procedures: the key "functions" of shared.json or of a domain. What they are is said in SQL;
// the definition only names the file.
#include <algorithm>
#include <array>

#include "model/column.hpp"
#include "model/constraint_names.hpp"
#include "model/domain_type.hpp"
#include "model/enumeration.hpp"
#include "model/function.hpp"
#include "model/hint_reading.hpp"
#include "model/key_reading.hpp"
#include "model/state_reader.hpp"
#include "objects/dependencies.hpp"
#include "objects/function_catalogue.hpp"
#include "objects/function_sql.hpp"
#include "objects/objects.hpp"
#include "objects/sql_source.hpp"
#include "sql/function_statement.hpp"
#include "sql/names.hpp"
#include "sql/plpgsql.hpp"
#include "sql/query.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Function;
using model::ObjectId;

constexpr std::string_view kDoc =
    "Functions and procedures, by name: \"file\" (or \"sql\") holds one CREATE FUNCTION.";
constexpr std::array<model::MemberSpec, 6> kMembers = {{
    {"file", "A file in the folder of the definitions that holds its CREATE FUNCTION.", &model::kTextForm},
    {"sql", "Its CREATE FUNCTION, where that is short.", &model::kTextForm},
    {"returns", "What it returns, for readers: must be what the SQL says.", &model::kTextForm},
    {"doc", "What it does; becomes a COMMENT ON.", &model::kTextForm},
    {"keep", "Why warnings about it do not apply here.", &model::kTextForm},
    model::kRenamedFromKey,
}};
constexpr model::ValueForm kFunctionForm = model::object_of(kMembers);
constexpr model::ValueForm kFunctions = model::map_of(kFunctionForm);
constexpr std::array<model::KeySpec, 2> kKeys = {
    {{model::Scope::shared, "functions", kDoc, false, &kFunctions},
     {model::Scope::domain, "functions", kDoc, false, &kFunctions}}};

/// What is read of a function before all types of the project are known.
struct Pending {
  std::string schema;
  const syntax::Member* definition;
  SqlSource source;
  sql::FunctionStatement statement;
};

/// A type without its schema is the project's own where it has one of that name.
std::string type_text(sql::SignatureType type, const std::string& schema, const model::Draft& draft) {
  constexpr std::array<std::string_view, 3> kTypes = {model::kEnumKind, model::kDomainTypeKind,
                                                      model::kTableKind};
  const bool own = std::any_of(kTypes.begin(), kTypes.end(), [&](std::string_view kind) {
    return draft.find({std::string(kind), schema, type.name, {}}) != nullptr;
  });
  if (!type.qualified && own) type.name = schema + "." + type.name;
  return type.text();
}

Function to_function(const Pending& pending, const model::Draft& draft) {
  const sql::FunctionStatement& from = pending.statement;
  Function to;
  to.procedure = from.procedure;
  for (const sql::FunctionParameter& parameter : from.parameters) {
    to.arguments.push_back({parameter.name, type_text(parameter.type, pending.schema, draft), parameter.mode,
                            parameter.default_sql});
  }
  if (from.returns) to.returns = type_text(*from.returns, pending.schema, draft);
  to.language = from.language;
  to.body = from.body;
  to.volatility = from.volatility;
  to.parallel = from.parallel;
  to.strict = from.strict;
  to.security_definer = from.security_definer;
  to.leakproof = from.leakproof;
  to.window = from.window;
  to.cost = from.cost;
  to.rows = from.rows;
  to.settings = from.settings;
  return to;
}

void expect_its_name(const Pending& pending, model::Draft& draft) {
  const sql::FunctionStatement& statement = pending.statement;
  const auto place = pending.source.span(draft, statement.name_begin, statement.name_end);
  const std::string& name = pending.definition->key;
  if (statement.name != name) {
    draft.diagnostics()
        .error(place, "SC1502", "this is `" + statement.name + "`, the definition is of `" + name + "`",
               "the definition stands at " + draft.place(pending.definition->key_span))
        .help = "give both one name";
  }
  if (!statement.schema.empty() && statement.schema != pending.schema) {
    draft.diagnostics()
        .error(place, "SC1502", "`" + name + "` is defined in the schema `" + pending.schema + "`",
               "this names `" + statement.schema + "`")
        .help = "leave the schema out, or name `" + pending.schema + "`";
  }
}

void expect_fixed_path(const Pending& pending, model::Draft& draft) {
  const sql::FunctionStatement& statement = pending.statement;
  const bool fixed = std::any_of(statement.settings.begin(), statement.settings.end(),
                                 [](const std::string& s) { return s.starts_with("search_path "); });
  if (!statement.security_definer || fixed) return;
  draft.diagnostics()
      .error(pending.source.span(draft, statement.name_begin, statement.name_end), "SC1503",
             "`" + statement.name + "` runs with its owner's rights and its caller's search_path",
             "a caller can put tables and functions of their own before the ones that are meant")
      .help = "add SET search_path = '' and name tables with their schema";
}

void expect_result(const Pending& pending, const Function& function, model::Draft& draft) {
  const syntax::Value* returns = pending.definition->value.find("returns");
  if (returns == nullptr || !draft.expect(*returns, syntax::Kind::string, "\"returns\"")) return;
  const auto& written = pending.statement.returns;
  const std::string said = written ? written->text() : std::string(function.procedure ? "nothing" : "record");
  if (returns->text == function.returns || returns->text == said) return;
  draft.diagnostics().error(returns->span, "SC1502",
                            "`" + pending.definition->key + "` does not return " + returns->text,
                            "its SQL says " + said);
}

void add(const Pending& pending, model::Draft& draft) {
  const syntax::Value& definition = pending.definition->value;
  Function function = to_function(pending, draft);
  expect_result(pending, function, draft);
  const ObjectId id = model::function_id(pending.schema, pending.definition->key, function);
  model::FunctionNotes notes{read_text(definition, "doc", draft), read_text(definition, "keep", draft)};
  if (!notes.doc.empty()) draft.add(model::make_comment(id, notes.doc, definition.find("doc")->span));
  draft.add({id, std::move(function), std::move(notes), pending.definition->key_span});
  model::read_renamed_from(draft, definition, id);
}

void read_one(const syntax::Member& member, model::Draft& draft) {
  draft.expect_name(member.key, member.key_span);
  if (!draft.expect(member.value, syntax::Kind::object, "a function")) return;
  draft.refuse_unknown_keys(member.value, kMembers, "a function");
  const auto source = read_sql_source(member.value, member.key_span, draft);
  if (!source) return;
  auto parsed = sql::parse_function(source->text);
  if (const auto* error = std::get_if<sql::SqlError>(&parsed)) return report(*error, *source, draft);
  Pending pending{draft.schema, &member, *source, std::get<sql::FunctionStatement>(std::move(parsed))};
  expect_its_name(pending, draft);
  expect_fixed_path(pending, draft);
  draft.later([pending = std::move(pending)](model::Draft& complete) { add(pending, complete); });
}

class FunctionKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  void read(const syntax::Member& member, model::TableDraft*, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::object, "\"functions\"")) return;
    for (const syntax::Member& definition : member.value.members) {
      if (definition.key != "//") read_one(definition, draft);
    }
  }

  std::string_view name() const override { return model::kFunctionKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Function>(state);
  }

  std::string_view catalogue() const override { return function_catalogue(); }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    return decode_function(row);
  }

  /// The server looks at the types of the signature and, of the body, at what its language has it look at:
  /// all of SQL, the declarations of PL/pgSQL.
  Ids needs(const model::Object& object, const model::Model& model) const override {
    const auto& function = object.state.as<Function>();
    Ids ids{{std::string(model::kSchemaKind), {}, object.id.schema, {}}};
    std::string signature = function.returns;
    for (const auto& argument : function.arguments) {
      signature += " " + argument.type;
      append_functions(ids, model, sql::names_in(argument.default_sql));
    }
    append_types(ids, model, sql::names_in(signature));
    if (function.language == "plpgsql") append_types(ids, model, sql::declared_names(function.body));
    if (function.language == "sql") append_body(ids, object, function.body, model);
    return ids;
  }

  /// What the server cannot know of one that was read from it.
  Ids wishes(const model::Object& object, const model::Model& model) const override {
    const auto& function = object.state.as<Function>();
    Ids ids;
    if (!object.recorded_needs || function.language != "sql" || function.standard_body) return ids;
    append_body(ids, object, function.body, model);
    std::erase_if(ids, [](const ObjectId& id) { return id.kind == model::kColumnKind; });
    return ids;
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return create_function(object.id, object.state.as<Function>(), "CREATE ");
  }
  std::string rename(const model::Object& object, const std::string& name) const override {
    return (object.state.as<model::Function>().procedure ? "ALTER PROCEDURE " : "ALTER FUNCTION ") +
           model::signature(object.id) + " RENAME TO " + support::quote_identifier(name);
  }
  std::string drop(const model::Object& object) const override {
    return "DROP ROUTINE " + model::signature(object.id);
  }
  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition&) const override {
    const auto& function = to.state.as<Function>();
    if (!takes_place_of(from.state.as<Function>(), function)) return model::Alteration::replace();
    return model::Alteration::in_place({{to.id, create_function(to.id, function, "CREATE OR REPLACE ")}});
  }

 private:
  static void append_body(Ids& ids, const model::Object& object, const std::string& body,
                          const model::Model& model) {
    const auto names = sql::names_in(body);
    append_enums(ids, model, names);
    for (const sql::RelationMention& mention : sql::relations_in(body)) {
      const std::string schema = mention.schema.empty() ? std::string(model::kDefaultSchema) : mention.schema;
      const auto* relation = find_relation(model, schema, mention.name);
      if (relation != nullptr) append_relation(ids, model, relation->id, names);
    }
    append_functions(ids, model, names);
    std::erase(ids, object.id);  // one that calls itself
  }
};

}  // namespace

const model::ObjectKind& function_kind() {
  static const FunctionKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
