// Drafts become objects.
#include "resolve/finish.hpp"

#include "model/constraint_names.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::resolve {

using support::quote_identifier;

namespace {

/// What COMMENT ON says of a table or a column.
template <class Notes>
std::string comment_text(const Notes& notes) {
  if (notes.deprecated.empty()) return notes.doc;
  return notes.doc + (notes.doc.empty() ? "" : " ") + "Deprecated: " + notes.deprecated + ".";
}

}  // namespace

void finish_table(const model::TableDraft& table, model::Draft& draft) {
  if (table.columns.empty()) {
    draft.diagnostics().error(table.origin, "SC1114", "the table `" + table.id.name + "` has no columns");
  }
  draft.add({table.id, table.state, table.notes, table.origin});
  const std::string name = table.id.qualified_name();
  const std::string comment = comment_text(table.notes);
  if (!comment.empty()) draft.add(model::make_comment(table.id, "TABLE " + name, comment, table.origin));
  std::uint32_t position = 0;
  for (const model::ColumnDraft& column : table.columns) {
    const model::ObjectId id = table.id.child(model::kColumnKind, column.name);
    model::ColumnNotes notes = column.notes;
    notes.position = position++;
    draft.add({id, column.state, std::move(notes), column.origin});
    const std::string text = comment_text(column.notes);
    if (text.empty()) continue;
    const std::string on = "COLUMN " + name + "." + quote_identifier(column.name);
    draft.add(model::make_comment(id, on, text, column.origin));
  }
}

}  // namespace schemac::compiler::resolve
