// Domain types. A rule's CHECK reads `value` where a column's reads the column; what a column inherits is the
// rule's use, with the name of that CHECK.
#include "resolve/domain_types.hpp"

#include <algorithm>
#include <array>

#include "model/constraint_names.hpp"
#include "model/enumeration.hpp"
#include "model/expression_reading.hpp"
#include "model/hint_reading.hpp"
#include "resolve/core_keys.hpp"
#include "resolve/defaults.hpp"
#include "sql/expression.hpp"

namespace schemac::compiler::resolve {

using syntax::Kind;
using syntax::Value;

namespace {

/// The value that is checked, as an expression in CREATE DOMAIN names it.
constexpr std::string_view kValue = "value";
/// The key of a domain's check in RuleUse: no rule of the vocabulary, since only the server can test it.
constexpr std::string_view kCheckRule = "check";

}  // namespace

DomainTypes::DomainTypes(const model::Vocabulary& vocabulary, model::Draft& draft)
    : draft_(draft), types_(vocabulary, draft), keys_(model::keys_of(domain_type_keys())) {
  for (const model::ValidatorRule* rule : vocabulary.rules) {
    rules_.emplace(rule->key(), rule);
    keys_.push_back(rule->key());
  }
}

void DomainTypes::read(const Value& types) {
  if (!draft_.expect(types, Kind::object, "\"types\"")) return;
  for (const syntax::Member& definition : types.members) {
    if (definition.key == "//") continue;
    if (draft_.expect(definition.value, Kind::object, "a domain type")) read_one(definition);
  }
}

void DomainTypes::read_one(const syntax::Member& definition) {
  const Value& value = definition.value;
  draft_.refuse_unknown_keys(value, keys_, "a domain type");
  draft_.expect_name(definition.key, definition.key_span);
  expect_free_name(definition);
  const auto base = read_base(definition);
  if (!base) return;

  model::DomainType state;
  model::DomainTypeNotes notes;
  state.base = base->sql();
  notes.type = base->use;
  if (base->type != nullptr) notes.spelling = base->type->spellings().front();
  if (base->domain != nullptr) {
    notes.rules = base->domain->notes.as<model::DomainTypeNotes>().rules;
    state.not_null = base->domain->state.as<model::DomainType>().not_null;
  }
  if (const Value* flag = value.find("not_null"); flag && draft_.expect(*flag, Kind::boolean, "\"not_null\""))
    state.not_null = state.not_null || flag->is_true();
  read_default(value, *base, state);
  read_rules(definition, state, notes);
  read_checks(definition, state, notes);
  std::sort(state.checks.begin(), state.checks.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  if (const Value* doc = value.find("doc"); doc && draft_.expect(*doc, Kind::string, "\"doc\""))
    notes.doc = doc->text;
  if (const Value* keep = value.find("keep"); keep && draft_.expect(*keep, Kind::string, "\"keep\""))
    notes.keep = keep->text;

  const model::ObjectId id{std::string(model::kDomainTypeKind), draft_.schema, definition.key, {}};
  if (!notes.doc.empty()) draft_.add(model::make_comment(id, notes.doc, value.find("doc")->span));
  draft_.add({id, std::move(state), std::move(notes), definition.key_span});
  model::read_renamed_from(draft_, value, id);
}

/// Domain types share their names with enums; one named like a built-in type would hide it.
void DomainTypes::expect_free_name(const syntax::Member& definition) {
  if (types_.is_built_in(definition.key)) {
    draft_.diagnostics().error(definition.key_span, "SC1120",
                               "`" + definition.key + "` is PostgreSQL's own type",
                               "columns could not tell the two apart");
  }
  const auto* other = draft_.find({std::string(model::kEnumKind), draft_.schema, definition.key, {}});
  if (other == nullptr) return;
  draft_.diagnostics().error(definition.key_span, "SC1302", "there are two types `" + definition.key + "`",
                             "the enum stands at " + draft_.place(other->origin));
}

std::optional<ResolvedType> DomainTypes::read_base(const syntax::Member& definition) {
  const Value* base = definition.value.find("base");
  if (base == nullptr) {
    draft_.diagnostics().error(definition.key_span, "SC1120",
                               "the domain type `" + definition.key + "` has no base", "\"base\" is missing");
    return std::nullopt;
  }
  if (!draft_.expect(*base, Kind::string, "\"base\"")) return std::nullopt;
  auto parsed = parse_column_form(base->text);
  if (const auto* error = std::get_if<FormError>(&parsed)) {
    draft_.diagnostics().error(
        syntax::span_inside(draft_.sources(), *base, error->range.begin, error->range.end), "SC1101",
        error->message);
    return std::nullopt;
  }
  const auto& form = std::get<ColumnForm>(parsed);
  if (form.dimensions > 0 || form.nullable || !form.default_sql.empty()) {
    draft_.diagnostics().error(base->span, "SC1120", "a base is the name of a type and nothing more").help =
        "`[]` and `?` follow the domain type's name where a column uses it; a default is a key";
  }
  auto type = types_.resolve(form, *base);
  if (type && type->use.serial) {
    draft_.diagnostics().error(base->span, "SC1120", "`" + form.type + "` is no type but a short form",
                               "it makes a column with a sequence of its own");
    return std::nullopt;
  }
  return type;
}

void DomainTypes::read_default(const Value& definition, const ResolvedType& base, model::DomainType& state) {
  const Value* literal = definition.find("default");
  const Value* sql = definition.find("default_sql");
  if (literal != nullptr && sql != nullptr) {
    draft_.diagnostics().error(sql->span, "SC1101", "a type has one of \"default\" and \"default_sql\"");
  } else if (literal != nullptr) {
    state.default_sql = read_json_default(draft_, *literal, base);
  } else if (sql != nullptr && draft_.expect(*sql, Kind::string, "\"default_sql\"")) {
    state.default_sql = read_sql_default(draft_, *sql, {0, sql->text.size()}, base);
  }
}

void DomainTypes::read_rules(const syntax::Member& definition, model::DomainType& state,
                             model::DomainTypeNotes& notes) {
  for (const syntax::Member& member : definition.value.members) {
    const auto rule = rules_.find(member.key);
    if (rule == rules_.end()) continue;
    auto use = rule->second->use(member.value, notes.type, kValue);
    if (const auto* refusal = std::get_if<model::Refusal>(&use)) {
      draft_.refuse_rule(member.value, *refusal);
      continue;
    }
    auto& found = std::get<model::RuleUse>(use);
    found.domain = true;
    if (!found.sql.empty()) {
      found.constraint = model::constraint_name(definition.key, {}, found.rule);
      model::expect_name_fits(draft_, found.constraint, member.key_span);
      state.checks.push_back({found.constraint, found.sql});
    }
    notes.rules.push_back(std::move(found));
  }
}

void DomainTypes::read_checks(const syntax::Member& definition, model::DomainType& state,
                              model::DomainTypeNotes& notes) {
  const Value* checks = definition.value.find("checks");
  if (checks == nullptr || !draft_.expect(*checks, Kind::object, "\"checks\"")) return;
  for (const syntax::Member& check : checks->members) {
    if (check.key == "//") continue;
    const Value* sql = &check.value;
    std::string message;
    if (sql->is(Kind::object)) {
      draft_.refuse_unknown_keys(check.value, domain_check_keys(), "a check");
      if (const Value* text = check.value.find("message");
          text && draft_.expect(*text, Kind::string, "\"message\""))
        message = text->text;
      sql = check.value.find("sql");
    }
    if (sql == nullptr) {
      draft_.diagnostics().error(check.key_span, "SC1401", "the check `" + check.key + "` has no condition",
                                 "\"sql\" is missing");
      continue;
    }
    const std::string name = model::constraint_name(definition.key, {}, check.key);
    model::expect_name_fits(draft_, name, check.key_span);
    const auto taken = [&](const model::DomainCheck& other) { return other.name == name; };
    if (std::any_of(state.checks.begin(), state.checks.end(), taken)) {
      draft_.diagnostics().error(check.key_span, "SC1302", "there are two checks `" + name + "`",
                                 "the rule of that name makes one");
    }
    const std::string condition = read_condition(*sql, notes.type);
    if (message.empty()) message = "must meet " + condition;
    state.checks.push_back({name, condition});
    notes.rules.push_back({std::string(kCheckRule), {}, condition, message, name, true});
  }
}

std::string DomainTypes::read_condition(const Value& value, const model::TypeUse& base) {
  if (!draft_.expect(value, Kind::string, "a check")) return {};
  model::TableDraft row;  // VALUE is its only column
  row.columns.push_back({std::string(kValue), {}, {}, {}});
  row.columns.back().state.type = base.sql;
  const model::DraftScope scope(draft_, &row);
  const sql::Context context{scope, sql::Place::check};
  auto parsed = sql::parse_expression(value.text, false, &context);
  if (const auto* error = std::get_if<sql::SqlError>(&parsed)) {
    draft_.sql_error(value, error->begin, error->end, error->message);
    return {};
  }
  const auto& expression = std::get<sql::Expression>(parsed);
  for (const sql::Mention& column : expression.columns) {
    if (column.name == kValue) continue;
    draft_.diagnostics()
        .error(syntax::span_inside(draft_.sources(), value, column.begin, column.end), "SC1122",
               "a domain type knows no `" + column.name + "`")
        .help = "its checks see one value, which is called VALUE";
  }
  model::object(draft_, value, 0, expression);
  return expression.canonical;
}

}  // namespace schemac::compiler::resolve
