// Enum types: the key "enums" of shared.json or of a domain, in whose schema they live.
#include <algorithm>
#include <array>

#include "model/constraint_names.hpp"
#include "model/enumeration.hpp"
#include "model/hint_reading.hpp"
#include "model/hints.hpp"
#include "model/key_reading.hpp"
#include "model/state_reader.hpp"
#include "objects/enumeration_change.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kDoc = "Closed sets of values: PostgreSQL enum types, by name.";
constexpr model::ValueForm kOldValues = model::map_of(model::kTextForm);
constexpr std::array<model::MemberSpec, 6> kEnumKeys = {{
    {"doc", "What the values say; becomes a COMMENT ON and the C++ enum's docstring.", &model::kTextForm},
    {"values", "The values, in the order in which PostgreSQL compares them.", &model::kTextsForm, true},
    model::kRenamedFromKey,
    {"renamed_values", "What values were called before, each under its present name.", &kOldValues},
    model::kDroppedKey,
    {"deprecated", "Values that nobody should use any more, each with what to use instead: C++ warns.",
     &kOldValues},
}};
constexpr model::ValueForm kEnumObject = model::object_of(kEnumKeys);
constexpr std::array<const model::ValueForm*, 2> kEnumForms = {&model::kTextsForm, &kEnumObject};
constexpr model::ValueForm kEnum = model::either_of(kEnumForms);
constexpr model::ValueForm kEnums = model::map_of(kEnum);
constexpr std::array<model::KeySpec, 2> kKeys = {{{model::Scope::shared, "enums", kDoc, false, &kEnums},
                                                  {model::Scope::domain, "enums", kDoc, false, &kEnums}}};

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_type'::regclass::oid AS class, t.oid AS oid, 0 AS sub, n.nspname AS schema, t.typname AS name,
       array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FILTER (WHERE e.oid IS NOT NULL) AS values
  FROM pg_type t
  JOIN user_schemas n ON n.oid = t.typnamespace
  LEFT JOIN pg_enum e ON e.enumtypid = t.oid
 WHERE t.typtype = 'e'
 GROUP BY t.oid, n.nspname, t.typname)";

/// CREATE TYPE stays on one line up to here.
constexpr std::size_t kLineLength = 110;

std::vector<std::string> read_values(const syntax::Value& list, model::Draft& draft) {
  std::vector<std::string> values;
  if (!draft.expect(list, syntax::Kind::array, "an enum's values") ||
      !expect_not_empty(list, "the list of values", draft)) {
    return values;
  }
  for (const syntax::Value& item : list.items) {
    if (!draft.expect(item, syntax::Kind::string, "an enum's value")) continue;
    if (item.text.empty() || item.text.size() > support::kMaxIdentifierBytes) {
      draft.diagnostics().error(
          item.span, "SC1403",
          item.text.empty() ? "an enum's value is empty" : "the enum value `" + item.text + "` is too long",
          "PostgreSQL takes 1 to " + std::to_string(support::kMaxIdentifierBytes) + " bytes");
      continue;
    }
    if (std::find(values.begin(), values.end(), item.text) != values.end()) {
      draft.diagnostics().error(item.span, "SC1404", "the enum value `" + item.text + "` stands twice",
                                "named before");
      continue;
    }
    values.push_back(item.text);
  }
  return values;
}

std::vector<model::DeprecatedValue> read_deprecated(const syntax::Value& definition,
                                                    const std::vector<std::string>& values,
                                                    model::Draft& draft) {
  std::vector<model::DeprecatedValue> deprecated;
  const syntax::Value* list = definition.find("deprecated");
  if (list == nullptr || !draft.expect(*list, syntax::Kind::object, "\"deprecated\"")) return deprecated;
  for (const syntax::Member& each : list->members) {
    if (each.key == "//" || !draft.expect(each.value, syntax::Kind::string, "what to use instead")) continue;
    if (std::find(values.begin(), values.end(), each.key) == values.end()) {
      const std::vector<std::string_view> known(values.begin(), values.end());
      draft.diagnostics().error(each.key_span, "SC1406", "`" + each.key + "` is no value of the enum").help =
          support::did_you_mean(each.key, known);
    }
    deprecated.push_back({each.key, each.value.text});
  }
  return deprecated;
}

/// What COMMENT ON says: a value has no comment of its own.
std::string comment_text(const model::EnumerationNotes& notes) {
  std::string text = notes.doc;
  for (const model::DeprecatedValue& each : notes.deprecated)
    text += (text.empty() ? "" : " ") + ("Deprecated: " + each.value) + " (" + each.advice + ").";
  return text;
}

void read_renamed_values(const syntax::Value& definition, const model::ObjectId& id, model::Draft& draft) {
  const syntax::Value* renamed = definition.find("renamed_values");
  if (renamed == nullptr || !draft.expect(*renamed, syntax::Kind::object, "\"renamed_values\"")) return;
  for (const syntax::Member& value : renamed->members) {
    if (value.key == "//" || !draft.expect(value.value, syntax::Kind::string, "an enum's old value"))
      continue;
    draft.hints.renames.push_back({id.child(model::kEnumValueKind, value.value.text),
                                   id.child(model::kEnumValueKind, value.key), value.value.span});
  }
}

/// The hints of an enum's object form; a list has none.
void read_hints(const syntax::Value& definition, const model::ObjectId& id, model::Draft& draft) {
  if (!definition.is(syntax::Kind::object)) return;
  model::read_renamed_from(draft, definition, id);
  model::read_dropped_parts(draft, definition, id);
  read_renamed_values(definition, id, draft);
}

class EnumKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  void read(const syntax::Member& member, model::TableDraft*, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::object, "\"enums\"")) return;
    for (const syntax::Member& definition : member.value.members) {
      if (definition.key != "//") read_one(definition, draft);
    }
  }

  std::string_view name() const override { return model::kEnumKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Enumeration>(state);
  }
  bool is_column_type() const override { return true; }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    return model::Object{{std::string(name()), row.text("schema"), row.text("name"), {}},
                         model::Enumeration{row.list("values")},
                         {}};
  }

  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model&) const override {
    return {{std::string(model::kSchemaKind), {}, object.id.schema, {}}};
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& values = object.state.as<model::Enumeration>().values;
    const std::string head = "CREATE TYPE " + object.id.qualified_name() + " AS ENUM (";
    const std::string line = head + listed(values, ", ") + ")";
    return line.size() < kLineLength ? line : head + "\n    " + listed(values, ",\n    ") + "\n)";
  }
  std::string drop(const model::Object& object) const override {
    return "DROP TYPE " + object.id.qualified_name();
  }
  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition& transition) const override {
    return alter_enum(from, to, transition);
  }
  bool endures(const model::Object&) const override { return true; }
  std::string rename(const model::Object& object, const std::string& name) const override {
    if (object.id.kind == model::kEnumValueKind) {
      return "ALTER TYPE " + object.id.qualified_name() + " RENAME VALUE " +
             support::quote_literal(object.id.part) + " TO " + support::quote_literal(name);
    }
    return "ALTER TYPE " + object.id.qualified_name() + " RENAME TO " + support::quote_identifier(name);
  }
  model::Step move_aside(const model::Object& object, const std::string& aside,
                         const model::Transition& transition) const override {
    return move_enum_aside(object, rename(object, aside), transition);
  }

 private:
  void read_one(const syntax::Member& definition, model::Draft& draft) const {
    const syntax::Value* values = &definition.value;
    model::EnumerationNotes notes;
    if (values->is(syntax::Kind::object)) {
      draft.refuse_unknown_keys(definition.value, kEnumKeys, "an enum");
      notes.doc = read_text(definition.value, "doc", draft);
      values = definition.value.find("values");
      if (values == nullptr) {
        draft.diagnostics().error(definition.key_span, "SC1401",
                                  "the enum `" + definition.key + "` has no values", "\"values\" is missing");
        return;
      }
    }
    draft.expect_name(definition.key, definition.key_span);
    const model::ObjectId id{std::string(name()), draft.schema, definition.key, {}};
    model::Enumeration state{read_values(*values, draft)};
    notes.deprecated = read_deprecated(definition.value, state.values, draft);
    const std::string comment = comment_text(notes);
    if (!comment.empty()) draft.add(model::make_comment(id, comment, definition.key_span));
    draft.add({id, std::move(state), std::move(notes), definition.key_span});
    read_hints(definition.value, id, draft);
  }

  static std::string listed(const std::vector<std::string>& values, std::string_view separator) {
    std::string list;
    for (const std::string& value : values) {
      if (!list.empty()) list += separator;
      list += support::quote_literal(value);
    }
    return list;
  }
};

}  // namespace

const model::ObjectKind& enum_kind() {
  static const EnumKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
