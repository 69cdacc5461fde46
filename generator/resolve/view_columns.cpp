// The columns of views. A view that is not read because of a mistake has none either.
#include "resolve/view_columns.hpp"

#include <algorithm>

#include "model/view_column_form.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::resolve {

using model::DeclaredColumn;
using model::Object;
using model::ViewRows;
using syntax::Kind;
using syntax::Value;

namespace {

const DeclaredColumn* find_column(const ViewRows& rows, std::string_view name) {
  const auto found = std::find_if(rows.columns.begin(), rows.columns.end(),
                                  [&](const DeclaredColumn& column) { return column.name == name; });
  return found == rows.columns.end() ? nullptr : &*found;
}

const Object* find_view(const std::string& schema, const std::string& name, const model::Draft& draft) {
  const Object* view = draft.find({std::string(model::kViewKind), schema, name, {}});
  if (view != nullptr) return view;
  return draft.find({std::string(model::kMaterializedViewKind), schema, name, {}});
}

}  // namespace

ViewColumns::ViewColumns(const model::Vocabulary& vocabulary, model::Draft& draft)
    : draft_(draft), types_(vocabulary, draft) {}

void ViewColumns::read(const Value& views) {
  for (const syntax::Member& view : views.members) {
    if (view.value.is(Kind::object)) read_view(view);
  }
}

void ViewColumns::read_view(const syntax::Member& view) {
  const Object* found = find_view(draft_.schema, view.key, draft_);
  const Value* columns = view.value.find("columns");
  if (const Value* key = view.value.find("key"); key != nullptr && columns == nullptr) {
    draft_.diagnostics().error(key->span, "SC1515", "\"key\" is for views with \"columns\"");
  }
  if (found == nullptr || columns == nullptr || !draft_.expect(*columns, Kind::object, "\"columns\"")) return;
  if (const auto table = draft_.tables.find(view.key); table != draft_.tables.end()) {
    draft_.diagnostics().error(view.key_span, "SC1302", "`" + view.key + "` is a view and a table",
                               "the table stands at " + draft_.place(table->second.origin));
    return;
  }
  Object object = *found;
  auto notes = object.notes.as<model::ViewNotes>();
  ViewRows rows;
  rows.table.domain = notes.domain;
  rows.table.doc = notes.doc;
  rows.table.singular = support::singular(view.key);
  rows.table.read_only = true;
  for (const syntax::Member& column : columns->members) {
    if (column.key != "//") read_column(column, rows);
  }
  read_key(view.value, notes, rows);
  notes.rows = std::move(rows);
  object.notes = std::move(notes);
  draft_.replace(std::move(object));
}

void ViewColumns::read_column(const syntax::Member& member, ViewRows& rows) {
  draft_.expect_name(member.key, member.key_span);
  DeclaredColumn column;
  column.name = member.key;
  column.notes.position = static_cast<std::uint32_t>(rows.columns.size());
  if (member.value.is(Kind::string)) {
    read_type(member.value, column);
  } else if (draft_.expect(member.value, Kind::object, "a column")) {
    read_object(member.value, column);
  }
  rows.columns.push_back(std::move(column));
}

void ViewColumns::read_object(const Value& value, DeclaredColumn& column) {
  draft_.refuse_unknown_keys(value, model::kViewColumnMembers, "a view's column");
  const Value* type = value.find("type");
  const Value* ref = value.find("ref");
  if ((type == nullptr) == (ref == nullptr)) {
    draft_.diagnostics().error(value.span, "SC1101", "a view's column has one of \"type\" and \"ref\"");
  } else if (ref != nullptr) {
    read_reference(*ref, column);
  } else if (draft_.expect(*type, Kind::string, "\"type\"")) {
    read_type(*type, column);
  }
  column.notes.doc = read_text(value, "doc");
}

std::string ViewColumns::read_text(const Value& value, std::string_view key) {
  const Value* text = value.find(key);
  if (text == nullptr || !draft_.expect(*text, Kind::string, "\"" + std::string(key) + "\"")) return {};
  return text->text;
}

/// The type of the other table's key.
void ViewColumns::read_reference(const Value& ref, DeclaredColumn& column) {
  if (!draft_.expect(ref, Kind::string, "\"ref\"")) return;
  std::string target = ref.text;
  column.state.nullable = target.ends_with('?');
  if (column.state.nullable) target.pop_back();
  const auto table = draft_.tables.find(target);
  if (table == draft_.tables.end()) {
    std::vector<std::string_view> names;
    for (const auto& [name, known] : draft_.tables) names.push_back(name);
    draft_.diagnostics()
        .error(ref.span, "SC1109", "unknown table `" + target + "`", "no domain defines it")
        .help = support::did_you_mean(target, names);
    return;
  }
  const auto& key = table->second.notes.primary_key;
  const model::ColumnDraft* to = key.size() == 1 ? table->second.column(key.front()) : nullptr;
  if (to == nullptr) {
    draft_.diagnostics().error(ref.span, "SC1110", "`" + target + "` has no primary key of one column").help =
        "give the column its \"type\"";
    return;
  }
  column.state.type = to->state.type;
  column.notes.type = to->notes.type;
  column.notes.references = target;
}

void ViewColumns::read_type(const Value& value, DeclaredColumn& column) {
  auto parsed = parse_column_form(value.text);
  if (const auto* error = std::get_if<FormError>(&parsed)) {
    draft_.diagnostics().error(
        syntax::span_inside(draft_.sources(), value, error->range.begin, error->range.end), "SC1101",
        error->message);
    return;
  }
  const auto& form = std::get<ColumnForm>(parsed);
  if (!form.default_sql.empty()) {
    draft_.diagnostics().error(
        syntax::span_inside(draft_.sources(), value, form.default_range.begin, form.default_range.end),
        "SC1101", "a view's column has no default");
  }
  column.state.nullable = form.nullable;
  const auto type = types_.resolve(form, value);
  if (!type) return;
  column.state.type = type->sql();
  column.notes.type = type->use;
}

/// A materialized view's own "unique" will do where none of its columns may be NULL.
void ViewColumns::read_key(const Value& definition, const model::ViewNotes& notes, ViewRows& rows) {
  const auto identifies = [&rows](const std::string& name) {
    const DeclaredColumn* column = find_column(rows, name);
    return column != nullptr && !column->state.nullable;
  };
  const Value* key = definition.find("key");
  if (key == nullptr) {
    if (std::all_of(notes.unique.begin(), notes.unique.end(), identifies))
      rows.table.primary_key = notes.unique;
    return;
  }
  for (const std::string& name : draft_.strings(*key, "\"key\"")) {
    if (identifies(name)) {
      rows.table.primary_key.push_back(name);
      continue;
    }
    const bool known = find_column(rows, name) != nullptr;
    draft_.diagnostics().error(key->span, "SC1515",
                               "`" + name + (known ? "` may be NULL" : "` is none of the \"columns\""),
                               "the key tells every row apart");
  }
}

}  // namespace schemac::compiler::resolve
