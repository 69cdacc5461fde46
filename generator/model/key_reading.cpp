// Lists of columns and SQL over them, with findings at their exact places.
#include "model/key_reading.hpp"

#include <algorithm>

namespace schemac::compiler::model {

using syntax::Kind;

bool expect_not_empty(const syntax::Value& list, std::string_view what, Draft& draft) {
  if (!list.items.empty() || !list.members.empty()) return true;
  draft.diagnostics()
      .error(list.span, "SC1401", std::string(what) + " is empty", "nothing stands in it")
      .help = "name what belongs into it, or leave the key out";
  return false;
}

std::vector<std::string> read_columns(const syntax::Value& list, std::string_view what,
                                      const TableDraft& table, Draft& draft) {
  std::vector<std::string> columns;
  if (!draft.expect(list, Kind::array, what) || !expect_not_empty(list, what, draft)) return columns;
  for (const syntax::Value& item : list.items) {
    if (!draft.expect(item, Kind::string, "a column's name")) continue;
    if (draft.expect_column(table, item.text, item.span) == nullptr) continue;
    if (std::find(columns.begin(), columns.end(), item.text) != columns.end()) {
      draft.diagnostics().error(item.span, "SC1402",
                                "column `" + item.text + "` stands twice in " + std::string(what),
                                "named before");
      continue;
    }
    columns.push_back(item.text);
  }
  return columns;
}

bool expect_list_or_object(const syntax::Value& value, std::string_view what, Draft& draft) {
  if (value.is(Kind::array) || value.is(Kind::object)) return true;
  draft.diagnostics().error(value.span, "SC1010", std::string(what) + " must be a list or an object",
                            "this is " + std::string(syntax::name(value.kind)));
  return false;
}

std::string read_text(const syntax::Value& definition, std::string_view key, Draft& draft) {
  const syntax::Value* value = definition.find(key);
  if (value == nullptr || !draft.expect(*value, Kind::string, "\"" + std::string(key) + "\"")) return {};
  return value->text;
}

bool read_flag(const syntax::Value& definition, std::string_view key, Draft& draft) {
  const syntax::Value* value = definition.find(key);
  return value != nullptr && draft.expect(*value, Kind::boolean, "\"" + std::string(key) + "\"") &&
         value->is_true();
}

void expect_columns(const std::vector<sql::Mention>& columns, const syntax::Value& value,
                    const TableDraft& table, Draft& draft) {
  for (const sql::Mention& column : columns) {
    draft.expect_column(table, column.name,
                        syntax::span_inside(draft.sources(), value, column.begin, column.end));
  }
}

}  // namespace schemac::compiler::model
