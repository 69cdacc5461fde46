// The columns that a query names have their tables' types; those of other views are not known.
#include "objects/view_types.hpp"

#include <algorithm>

#include "model/expression_reading.hpp"
#include "objects/view_names.hpp"
#include "sql/query_typing.hpp"

namespace schemac::compiler::objects {

std::vector<std::string> check_view_types(const sql::Query& query, const SqlSource& source,
                                          model::Draft& draft) {
  const model::DraftScope scope(draft, [&](std::string_view name, std::size_t at) -> std::string {
    const auto use = std::find_if(query.columns.begin(), query.columns.end(),
                                  [at](const sql::ColumnUse& column) { return column.begin == at; });
    const auto tables = use == query.columns.end() ? std::nullopt : tables_of(query, use->relations, draft);
    if (!tables) return {};
    for (const model::TableDraft* table : *tables) {
      if (const model::ColumnDraft* column = table->column(name)) return column->state.type;
    }
    return {};
  });
  sql::QueryTyping typing = sql::type_query(source.text, scope);
  for (sql::Objection& objection : typing.objections) {
    const support::Span place = source.span(draft, objection.begin, objection.end);
    draft.object_later({}, place, std::move(objection));
  }
  return std::move(typing.outputs);
}

}  // namespace schemac::compiler::objects
