// Primary keys and unique constraints: the table keys "primary_key" and "unique".
#include <array>

#include "model/constraint_names.hpp"
#include "model/expression_reading.hpp"
#include "model/hint_reading.hpp"
#include "model/key_reading.hpp"
#include "model/state_reader.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Key;

constexpr std::array<model::MemberSpec, 3> kPrimaryMembers = {{
    {"columns", "The columns of the key.", &model::kColumnsForm, true},
    {"name", "The constraint's name, where `<table>_pkey` is not wanted.", &model::kTextForm},
    model::kRenamedFromKey,
}};
constexpr model::ValueForm kPrimaryObject = model::object_of(kPrimaryMembers);
constexpr std::array<const model::ValueForm*, 2> kPrimaryForms = {&model::kColumnsForm, &kPrimaryObject};
constexpr model::ValueForm kPrimary = model::either_of(kPrimaryForms);
constexpr std::array<model::KeySpec, 1> kPrimaryKeys = {
    {{model::Scope::table, "primary_key", "The columns of the primary key, or an object to name it.", false,
      &kPrimary}}};
constexpr std::array<model::MemberSpec, 6> kUniqueMembers = {{
    {"columns", "The columns in which no two rows may agree.", &model::kColumnsForm, true},
    {"name", "The constraint's name, where PostgreSQL's own convention is not wanted.", &model::kTextForm},
    {"include", "Columns that its index carries, so that a query need not read the table.",
     &model::kColumnsForm},
    {"nulls_not_distinct", "Whether two NULLs agree; they do not unless asked for.", &model::kFlagForm},
    {"deferrable", "Whether the check may wait for the end of the transaction.", &model::kDeferrableForm},
    model::kRenamedFromKey,
}};
constexpr model::ValueForm kUniqueObject = model::object_of(kUniqueMembers);
constexpr std::array<const model::ValueForm*, 2> kUniqueForms = {&model::kColumnsForm, &kUniqueObject};
constexpr model::ValueForm kUnique = model::either_of(kUniqueForms);
constexpr model::ValueForm kUniques = model::list_of(kUnique);
constexpr std::array<model::KeySpec, 1> kUniqueKeys = {
    {{model::Scope::table, "unique", "Unique constraints: each a list of columns, or an object for more.",
      true, &kUniques}}};

std::string body(std::string_view words, const Key& key) {
  std::string sql(words);
  if (key.nulls_not_distinct) sql += " NULLS NOT DISTINCT";
  sql += " " + column_list(key.columns);
  if (!key.include.empty()) sql += " INCLUDE " + column_list(key.include);
  return sql + deferrable_clause(key.deferrable);
}

/// The list of a key in its long form; SC1401 where there is none.
const syntax::Value* find_columns(const syntax::Value& definition, std::string_view what,
                                  model::Draft& draft) {
  const syntax::Value* columns = definition.find("columns");
  if (columns == nullptr) {
    draft.diagnostics().error(definition.span, "SC1401", std::string(what) + " names no columns",
                              "\"columns\" is missing");
  }
  return columns;
}

/// What both kinds do alike; they differ in their words and in what they read.
class KeyKind : public model::ObjectKind {
 public:
  model::Body load(const syntax::Value& state) const override { return model::read_state<model::Key>(state); }
  std::optional<model::ObjectId> owner(const model::Object& object) const final {
    return table_of(object.id);
  }

  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model&) const final {
    const auto& key = object.state.as<Key>();
    const model::ObjectId table = table_of(object.id);
    std::vector<model::ObjectId> ids = columns_of(table, key.columns);
    for (auto& id : columns_of(table, key.include)) ids.push_back(std::move(id));
    ids.push_back(table);
    return ids;
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const final {
    return add_constraint(object, clause(object)->sql);
  }
  std::string rename(const model::Object& object, const std::string& name) const final {
    return rename_constraint(object, name);
  }
  std::string drop(const model::Object& object) const final { return drop_constraint(object); }
};

class PrimaryKeyKind final : public KeyKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kPrimaryKeys; }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    const syntax::Value* columns = &member.value;
    std::string constraint;
    if (columns->is(syntax::Kind::object)) {
      constraint = read_name(member.value, draft);
      columns = find_columns(member.value, "a primary key", draft);
      if (columns == nullptr) return;
    }
    Key key;
    key.columns = read_columns(*columns, "the primary key", *table, draft);
    if (key.columns.empty()) return;
    for (const syntax::Value& item : columns->items) {
      refuse_nullable(item, *table, draft);
      if (const auto* column = table->column(item.text)) model::expect_indexable(draft, *column, item.span);
    }
    table->notes.primary_key = key.columns;
    if (constraint.empty()) constraint = model::constraint_name(table->id.name, {}, "pkey");
    model::expect_name_fits(draft, constraint, member.value.span);
    const model::ObjectId id = table->id.child(name(), constraint);
    draft.add({id, std::move(key), {}, member.value.span});
    model::read_renamed_from(draft, member.value, id);
  }

  std::string_view name() const override { return model::kPrimaryKeyKind; }

  std::optional<model::Clause> clause(const model::Object& object) const override {
    return model::Clause{constraint_clause(object, body("PRIMARY KEY", object.state.as<Key>())),
                         static_cast<std::uint32_t>(ClauseRank::primary_key), 0};
  }

 private:
  static std::string read_name(const syntax::Value& definition, model::Draft& draft) {
    draft.refuse_unknown_keys(definition, kPrimaryMembers, "a primary key");
    return read_text(definition, "name", draft);
  }

  static void refuse_nullable(const syntax::Value& item, const model::TableDraft& table,
                              model::Draft& draft) {
    const model::ColumnDraft* column = table.column(item.text);
    if (column == nullptr || !column->state.nullable) return;
    draft.diagnostics()
        .error(item.span, "SC1405", "column `" + item.text + "` of the primary key may be NULL",
               "PostgreSQL makes it NOT NULL silently")
        .help = "take the `?` from the column's type";
  }
};

class UniqueKind final : public KeyKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kUniqueKeys; }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::array, "\"unique\"")) return;
    for (const syntax::Value& item : member.value.items) read_one(item, *table, draft);
  }

  std::string_view name() const override { return model::kUniqueKind; }

  std::optional<model::Clause> clause(const model::Object& object) const override {
    return model::Clause{constraint_clause(object, body("UNIQUE", object.state.as<Key>())),
                         static_cast<std::uint32_t>(ClauseRank::unique), 0};
  }

 private:
  void read_one(const syntax::Value& item, const model::TableDraft& table, model::Draft& draft) const {
    if (!expect_list_or_object(item, "a unique constraint", draft)) return;
    Key key;
    std::string constraint;
    if (item.is(syntax::Kind::array)) {
      key.columns = read_columns(item, "a unique constraint", table, draft);
    } else {
      constraint = read_object(item, key, table, draft);
    }
    if (key.columns.empty()) return;
    if (constraint.empty()) {
      std::vector<std::string> parts = key.columns;
      parts.insert(parts.end(), key.include.begin(), key.include.end());
      constraint = model::constraint_name(table.id.name, parts, "key");
    }
    model::expect_name_fits(draft, constraint, item.span);
    for (const std::string& column : key.columns)
      model::expect_indexable(draft, *table.column(column), item.span);
    const model::ObjectId id = table.id.child(name(), constraint);
    draft.add({id, std::move(key), {}, item.span});
    model::read_renamed_from(draft, item, id);
  }

  /// Fills `key`; the name is returned.
  static std::string read_object(const syntax::Value& item, Key& key, const model::TableDraft& table,
                                 model::Draft& draft) {
    draft.refuse_unknown_keys(item, kUniqueMembers, "a unique constraint");
    const syntax::Value* columns = find_columns(item, "a unique constraint", draft);
    if (columns == nullptr) return {};
    key.columns = read_columns(*columns, "a unique constraint", table, draft);
    if (const auto* include = item.find("include")) {
      key.include = read_columns(*include, "\"include\"", table, draft);
    }
    key.nulls_not_distinct = read_flag(item, "nulls_not_distinct", draft);
    if (const auto* value = item.find("deferrable")) key.deferrable = model::read_deferrable(draft, *value);
    return read_text(item, "name", draft);
  }
};

}  // namespace

const model::ObjectKind& primary_key_kind() {
  static const PrimaryKeyKind kKind;
  return kKind;
}

const model::ObjectKind& unique_kind() {
  static const UniqueKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
