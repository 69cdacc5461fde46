// How a feature adds a column to the table that it stands in.
#include "features/added_column.hpp"

namespace schemac::compiler::features {

bool is_on(const syntax::Member& member, model::Draft& draft) {
  if (!member.value.is(syntax::Kind::boolean)) {
    draft.diagnostics().error(member.value.span, "SC1450", "\"" + member.key + "\" is true or false");
  }
  return member.value.is_true();
}

void add_column(model::ColumnDraft column, const syntax::Member& cause, model::TableDraft& table,
                model::Draft& draft) {
  if (const model::ColumnDraft* own = table.column(column.name)) {
    draft.diagnostics()
        .error(own->origin, "SC1451", "the column `" + column.name + "` is made by \"" + cause.key + "\"",
               "\"" + cause.key + "\" stands at " + draft.place(cause.key_span))
        .help = "remove the column, or set \"" + cause.key + "\": false in this table";
    return;
  }
  column.origin = cause.key_span;
  table.columns.push_back(std::move(column));
}

}  // namespace schemac::compiler::features
