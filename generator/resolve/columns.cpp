// The columns of a table or a mixin.
#include "resolve/columns.hpp"

#include <algorithm>
#include <array>

#include "model/constraint_names.hpp"
#include "model/domain_type.hpp"
#include "model/expression_reading.hpp"
#include "model/hint_reading.hpp"
#include "resolve/core_keys.hpp"
#include "resolve/json_shapes.hpp"
#include "sql/facts.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::resolve {

using model::ColumnDraft;
using model::Refusal;
using model::TableDraft;
using syntax::Kind;
using syntax::Value;

namespace {

/// Arrays of types without an equality operator: PostgreSQL cannot look for a NULL in them.
bool elements_compare(model::Shape shape) {
  return shape != model::Shape::json && shape != model::Shape::xml;
}

/// Every table has these columns already.
void refuse_system_column(model::Draft& draft, const syntax::Member& member) {
  static constexpr std::array<std::string_view, 6> kSystem = {"tableoid", "xmin", "cmin",
                                                              "xmax",     "cmax", "ctid"};
  if (std::find(kSystem.begin(), kSystem.end(), member.key) == kSystem.end()) return;
  draft.diagnostics().error(member.key_span, "SC1306", "the column name `" + member.key + "` is taken",
                            "PostgreSQL keeps a column of that name in every table");
}

/// A database that was there first may have such columns: "keep" says why, and SQL quotes the name.
bool keeps_odd_name(const syntax::Member& member) {
  const bool printable = std::all_of(member.key.begin(), member.key.end(),
                                     [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
  return printable && !support::is_snake_case(member.key) && !member.key.empty() &&
         member.key.size() <= support::kMaxIdentifierBytes && member.value.is(Kind::object) &&
         member.value.find("keep") != nullptr;
}

/// A type that PostgreSQL has without any extension: "point", "circle[]".
bool is_servers_own(std::string_view sql) {
  const sql::TypeId type = sql::facts::type_named(sql);
  return type != sql::kNoType && sql::facts::type(type).extension == 0;
}

}  // namespace

ColumnReader::ColumnReader(const model::Vocabulary& vocabulary, model::Draft& draft, References& references)
    : draft_(draft),
      references_(references),
      types_(vocabulary, draft),
      typed_keys_(model::keys_of(type_keys())) {
  for (const std::string_view key : model::keys_of(column_keys())) typed_keys_.push_back(key);
  for (const model::ValidatorRule* rule : vocabulary.rules) {
    rules_.emplace(rule->key(), rule);
    typed_keys_.push_back(rule->key());
  }
}

void ColumnReader::read(const Value& columns, TableDraft& table) {
  if (!draft_.expect(columns, Kind::object, "\"columns\"")) return;
  for (const syntax::Member& member : columns.members) {
    if (member.key != "//") read_column(member, table);
  }
}

void ColumnReader::expect_column_name(const syntax::Member& member, const TableDraft& table) {
  std::string in_code = member.key;
  bool clashes = false;
  if (keeps_odd_name(member)) {
    in_code = support::cpp_identifier(member.key);
    clashes = !odd_names_.emplace(table.id.name, in_code).second || table.column(in_code) != nullptr;
  } else {
    draft_.expect_name(member.key, member.key_span);
    clashes = odd_names_.count({table.id.name, member.key}) > 0;
  }
  if (!clashes) return;
  draft_.diagnostics().error(member.key_span, "SC1303",
                             "another column of `" + table.id.name + "` is called `" + in_code + "` in C++");
}

void ColumnReader::read_column(const syntax::Member& member, TableDraft& table) {
  expect_column_name(member, table);
  refuse_system_column(draft_, member);
  if (const ColumnDraft* first = table.column(member.key)) {
    draft_.diagnostics().error(member.key_span, "SC1302", "there are two columns `" + member.key + "`",
                               "the other stands at " + draft_.place(first->origin));
    return;
  }
  ColumnDraft column;
  column.name = member.key;
  column.origin = member.key_span;
  if (member.value.is(Kind::string)) {
    read_string(member.value, column);
  } else if (member.value.is(Kind::object)) {
    read_object(member.value, column, table);
  } else {
    draft_.diagnostics().error(member.value.span, "SC1101", std::string(kColumnSentence));
    return;
  }
  add_length_rule(column);
  if (column.notes.type.dimensions == 1 && !column.notes.type.nullable_elements)
    add_element_check(column, table);
  table.columns.push_back(std::move(column));
}

/// varchar(n) says how long a value may be, so the validator knows before the server; SQL needs no CHECK for
/// it.
void ColumnReader::add_length_rule(ColumnDraft& column) {
  const model::TypeUse& type = column.notes.type;
  const auto limits = [](const model::RuleUse& use) {
    return use.rule == "max_length" || use.rule == "length";
  };
  const auto rule = rules_.find("max_length");
  if (type.shape != model::Shape::text || type.length == 0 || type.dimensions > 0 || rule == rules_.end())
    return;
  if (std::any_of(column.notes.rules.begin(), column.notes.rules.end(), limits)) return;
  Value length;
  length.kind = Kind::number;
  length.text = std::to_string(type.length);
  auto use = rule->second->use(length, type, support::quote_identifier(column.name));
  if (auto* found = std::get_if<model::RuleUse>(&use)) column.notes.rules.push_back(std::move(*found));
}

/// `text[]` promises elements that are not NULL, as `text` does of the column: a CHECK keeps the promise.
void ColumnReader::add_element_check(const ColumnDraft& column, const TableDraft& table) {
  if (!elements_compare(column.notes.type.shape) || column.notes.type.domain_not_null) return;
  const std::string name = model::constraint_name(table.id.name, {column.name}, "elements");
  model::expect_name_fits(draft_, name, column.origin);
  const std::string sql = "array_position(" + support::quote_identifier(column.name) + ", NULL) IS NULL";
  draft_.add({table.id.child(model::kCheckKind, name), model::Check{sql},
              model::CheckNotes{"elements cannot be NULL"}, column.origin});
}

void ColumnReader::set_type(ColumnDraft& column, const ResolvedType& type) {
  column.state.type = type.sql();
  column.notes.type = type.use;
  if (type.use.serial) column.state.identity = model::Identity::by_default;
  if (type.domain != nullptr) column.notes.rules = type.domain->notes.as<model::DomainTypeNotes>().rules;
}

/// SC1121 where the column lets NULL in and its domain type does not.
void ColumnReader::expect_nullable(const ColumnDraft& column, support::Span place) {
  const model::TypeUse& type = column.notes.type;
  if (!type.domain_not_null || !column.state.nullable || type.dimensions > 0) return;
  draft_.diagnostics()
      .error(place, "SC1121", "`" + type.domain + "` is never NULL", "its own definition says so")
      .help = "take the `?` away, or \"not_null\" from the type";
}

void ColumnReader::read_string(const Value& value, ColumnDraft& column) {
  auto parsed = parse_column_form(value.text);
  if (const auto* error = std::get_if<FormError>(&parsed)) {
    draft_.diagnostics().error(
        syntax::span_inside(draft_.sources(), value, error->range.begin, error->range.end), "SC1101",
        error->message);
    return;
  }
  const auto& form = std::get<ColumnForm>(parsed);
  column.state.nullable = form.nullable;
  const auto type = types_.resolve(form, value);
  if (!type) return;
  set_type(column, *type);
  expect_nullable(column, value.span);
  if (!form.default_sql.empty())
    column.state.default_sql = read_sql_default(draft_, value, form.default_range, *type);
}

void ColumnReader::read_object(const Value& value, ColumnDraft& column, TableDraft& table) {
  if (value.find("ref") != nullptr) {
    references_.read(value, column, table);
    if (const Value* sql = value.find("default_sql");
        sql && draft_.expect(*sql, Kind::string, "\"default_sql\"")) {
      column.state.default_sql = read_sql_default(draft_, *sql, {0, sql->text.size()}, {});
    }
  } else {
    read_typed(value, column, table);
  }
  read_notes(value, column, table);
}

std::optional<ResolvedType> ColumnReader::read_type(const Value& value, ColumnDraft& column) {
  if (!draft_.expect(value, Kind::string, "\"type\"")) return std::nullopt;
  auto parsed = parse_column_form(value.text);
  if (const auto* error = std::get_if<FormError>(&parsed)) {
    draft_.diagnostics().error(
        syntax::span_inside(draft_.sources(), value, error->range.begin, error->range.end), "SC1101",
        error->message);
    return std::nullopt;
  }
  const auto& form = std::get<ColumnForm>(parsed);
  if (!form.default_sql.empty()) {
    draft_.diagnostics()
        .error(syntax::span_inside(draft_.sources(), value, form.default_range.begin, form.default_range.end),
               "SC1101", "in the object form the default is a key of its own")
        .help = "write \"default_sql\": \"" + form.default_sql + "\"";
  }
  column.state.nullable = form.nullable;
  return types_.resolve(form, value);
}

std::optional<ResolvedType> ColumnReader::read_sql_type(const Value& value, const Value& definition,
                                                        ColumnDraft& column) {
  if (!draft_.expect(value, Kind::string, "\"sql_type\"")) return std::nullopt;
  ResolvedType type;
  type.use.sql = value.text;
  if (type.use.sql.ends_with('?')) {
    type.use.sql.pop_back();
    column.state.nullable = true;
  }
  const auto parsed = sql::parse_expression("CAST(NULL AS " + type.use.sql + ")");
  if (const auto* error = std::get_if<sql::SqlError>(&parsed)) {
    draft_.diagnostics().error(value.span, "SC1201", "`" + type.use.sql + "` is no type: " + error->message);
  }
  const Value* extension = definition.find("extension");
  if (extension == nullptr && is_servers_own(type.use.sql)) return type;
  if (extension == nullptr) {
    draft_.diagnostics().error(value.span, "SC1107", "a \"sql_type\" needs the extension that owns it").help =
        "add \"extension\": \"<name>\" here, and list it under \"extensions\"";
  } else if (draft_.expect(*extension, Kind::string, "\"extension\"")) {
    draft_.expect_extension(extension->text, type.use.sql, extension->span);
  }
  return type;
}

void ColumnReader::read_typed(const Value& value, ColumnDraft& column, TableDraft& table) {
  draft_.refuse_unknown_keys(value, typed_keys_, "a column");
  const Value* spelled = value.find("type");
  const Value* passed = value.find("sql_type");
  if ((spelled == nullptr) == (passed == nullptr)) {
    draft_.diagnostics().error(value.span, "SC1101",
                               "a column has one of \"type\", \"sql_type\" and \"ref\"");
    return;
  }
  const auto type = spelled ? read_type(*spelled, column) : read_sql_type(*passed, value, column);
  if (!type) return;
  set_type(column, *type);
  expect_nullable(column, (spelled != nullptr ? spelled : passed)->span);
  if (const Value* shape = value.find("shape")) read_column_shape(*shape, column, table, draft_);
  read_default(value, column, *type);
  read_identity(value, column);
  read_generated(value, column, table);
  read_rules(value, column, table);
}

void ColumnReader::read_default(const Value& value, ColumnDraft& column, const ResolvedType& type) {
  const Value* literal = value.find("default");
  const Value* sql = value.find("default_sql");
  if (literal != nullptr && sql != nullptr) {
    draft_.diagnostics().error(sql->span, "SC1101", "a column has one of \"default\" and \"default_sql\"");
  } else if (literal != nullptr) {
    column.state.default_sql = read_json_default(draft_, *literal, type);
    const auto* shape = model::find_shape(draft_.project.shapes, column.notes.type.json_shape);
    if (shape != nullptr) expect_shape(*literal, *shape, draft_);
  } else if (sql != nullptr && draft_.expect(*sql, Kind::string, "\"default_sql\"")) {
    column.state.default_sql = read_sql_default(draft_, *sql, {0, sql->text.size()}, type);
  }
}

void ColumnReader::read_identity(const Value& value, ColumnDraft& column) {
  const Value* identity = value.find("identity");
  if (identity == nullptr) return;
  if (identity->is(Kind::string) && identity->text == "always") {
    column.state.identity = model::Identity::always;
  } else if (identity->is(Kind::string) && identity->text == "by default") {
    column.state.identity = model::Identity::by_default;
  } else {
    draft_.diagnostics().error(identity->span, "SC1101", "\"identity\" is \"always\" or \"by default\"");
  }
  const model::Shape shape = column.notes.type.shape;
  const bool integer =
      shape == model::Shape::int16 || shape == model::Shape::int32 || shape == model::Shape::int64;
  if (!integer || column.notes.type.dimensions > 0 || column.state.nullable ||
      !column.state.default_sql.empty()) {
    draft_.diagnostics().error(
        identity->span, "SC1101",
        "an identity column is a smallint, integer or bigint, NOT NULL and without a default");
  }
}

void ColumnReader::read_generated(const Value& value, ColumnDraft& column, const TableDraft& table) {
  const Value* generated = value.find("generated");
  if (generated == nullptr || !draft_.expect(*generated, Kind::string, "\"generated\"")) return;
  if (!column.state.default_sql.empty() || column.state.identity != model::Identity::none) {
    draft_.diagnostics().error(generated->span, "SC1101",
                               "a generated column has no default and no identity");
  }
  generated_.push_back({table.id.name, column.name, generated});
}

void ColumnReader::resolve_generated() {
  for (const Generated& generated : generated_) {
    TableDraft& table = draft_.tables.find(generated.table)->second;
    ColumnDraft& column = *table.column(generated.column);
    auto expression =
        model::read_expression(draft_, *generated.value, table, sql::Place::generated, column.state.type);
    if (!expression) continue;
    for (const sql::Mention& mention : expression->columns)
      refuse_generated_reference(generated, mention, table);
    column.state.generated = std::move(expression->canonical);
  }
}

/// PostgreSQL computes all generated columns of a row at once, so none may rest on another.
void ColumnReader::refuse_generated_reference(const Generated& generated, const sql::Mention& mention,
                                              const TableDraft& table) {
  const bool read_here = std::any_of(generated_.begin(), generated_.end(), [&](const Generated& other) {
    return other.table == generated.table && other.column == mention.name;
  });
  const ColumnDraft* column = table.column(mention.name);
  if (!read_here && (column == nullptr || column->state.generated.empty())) return;
  draft_.diagnostics()
      .error(syntax::span_inside(draft_.sources(), *generated.value, mention.begin, mention.end), "SC1115",
             "a generated column cannot refer to the generated column `" + mention.name + "`",
             "all of a row's generated columns are computed at once")
      .help = "repeat its expression here";
}

void ColumnReader::read_rules(const Value& value, ColumnDraft& column, TableDraft& table) {
  for (const syntax::Member& member : value.members) {
    const auto rule = rules_.find(member.key);
    if (rule == rules_.end()) continue;
    auto use = rule->second->use(member.value, column.notes.type, support::quote_identifier(column.name));
    if (const auto* refusal = std::get_if<Refusal>(&use)) {
      draft_.refuse_rule(member.value, *refusal);
      continue;
    }
    auto& found = std::get<model::RuleUse>(use);
    if (!found.sql.empty()) {
      found.constraint = model::constraint_name(table.id.name, {column.name}, found.rule);
      model::expect_name_fits(draft_, found.constraint, member.key_span);
      draft_.add({table.id.child(model::kCheckKind, found.constraint), model::Check{found.sql},
                  model::CheckNotes{found.message}, member.key_span});
    }
    column.notes.rules.push_back(std::move(found));
  }
}

std::string ColumnReader::read_text(const Value& value, std::string_view key) {
  const Value* text = value.find(key);
  if (text == nullptr || !draft_.expect(*text, Kind::string, "\"" + std::string(key) + "\"")) return {};
  return text->text;
}

void ColumnReader::read_notes(const Value& value, ColumnDraft& column, TableDraft& table) {
  column.notes.doc = read_text(value, "doc");
  column.notes.deprecated = read_text(value, "deprecated");
  column.notes.keep = read_text(value, "keep");
  model::read_renamed_from(draft_, value, table.id.child(model::kColumnKind, column.name));
  if (const Value* pii = value.find("pii"); pii && draft_.expect(*pii, Kind::boolean, "\"pii\"")) {
    column.notes.pii = pii->is_true();
  }
  if (const Value* unique = value.find("unique");
      unique && draft_.expect(*unique, Kind::boolean, "\"unique\"")) {
    if (!unique->is_true()) return;
    model::expect_indexable(draft_, column, unique->span);
    const std::string name = model::constraint_name(table.id.name, {column.name}, "key");
    model::expect_name_fits(draft_, name, column.origin);
    model::Key key;
    key.columns = {column.name};
    draft_.add({table.id.child(model::kUniqueKind, name), std::move(key), {}, column.origin});
  }
}

}  // namespace schemac::compiler::resolve
