// "pages": {"<name>": ["introduced_on desc", "id desc"]} — named keyset orders: the repository makes a
// function of each that reads a page after a given row.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <variant>

#include "features/features.hpp"
#include "sql/expression.hpp"

namespace schemac::compiler::features {

namespace {

using syntax::Kind;
using syntax::Value;

bool is_plain(const sql::IndexElement& element) {
  return !element.column.empty() && element.collation.empty() && element.opclass.empty() &&
         element.nulls.empty();
}

/// One key of an order. A row value with NULL in it compares to nothing, so such rows would be lost between
/// pages.
std::optional<model::PageKey> read_key(const Value& item, const model::TableDraft& table,
                                       model::Draft& draft) {
  if (!draft.expect(item, Kind::string, "a key of a page order")) return std::nullopt;
  const auto parsed = sql::parse_index_element(item.text);
  if (const auto* error = std::get_if<sql::SqlError>(&parsed)) {
    draft.sql_error(item, error->begin, error->end, error->message);
    return std::nullopt;
  }
  const auto& element = std::get<sql::IndexElement>(parsed);
  if (!is_plain(element)) {
    draft.diagnostics().error(item.span, "SC1441", "a page order takes columns only",
                              "not a column with an optional `desc`");
    return std::nullopt;
  }
  const std::size_t name_end = std::min(element.begin + element.column.size(), element.end);
  const model::ColumnDraft* column = draft.expect_column(
      table, element.column, syntax::span_inside(draft.sources(), item, element.begin, name_end));
  if (column == nullptr) return std::nullopt;
  if (column->state.nullable) {
    draft.diagnostics()
        .error(item.span, "SC1440", "column `" + element.column + "` of a page order may be NULL",
               "rows without a value would never be read")
        .help = "order by a NOT NULL column";
    return std::nullopt;
  }
  return model::PageKey{element.column, element.descending};
}

constexpr model::ValueForm kOrders = model::map_of(model::kTextsForm);

class Pages final : public model::Feature {
 public:
  [[nodiscard]] std::span<const model::KeySpec> keys() const override {
    static constexpr std::array<model::KeySpec, 1> kKeys = {
        {{model::Scope::table, "pages",
          "Keyset orders by name: columns that are unique together, with `desc` where the order falls.", true,
          &kOrders}}};
    return kKeys;
  }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, Kind::object, "\"pages\"")) return;
    for (const syntax::Member& page : member.value.members) {
      if (page.key != "//" && draft.expect(page.value, Kind::array, "a page order"))
        read_page(page, *table, draft);
    }
  }

 private:
  static void read_page(const syntax::Member& member, model::TableDraft& table, model::Draft& draft) {
    if (member.value.items.empty()) {
      draft.diagnostics().error(member.value.span, "SC1401", "the page order `" + member.key + "` is empty",
                                "nothing stands in it");
      return;
    }
    model::Page page{member.key, {}};
    for (const Value& item : member.value.items) {
      if (auto key = read_key(item, table, draft)) add_key(std::move(*key), item, page, draft);
    }
    const auto same = [&](const model::Page& other) { return other.name == page.name; };
    if (std::any_of(table.notes.pages.begin(), table.notes.pages.end(), same)) {
      draft.diagnostics().error(member.key_span, "SC1302", "there are two page orders `" + page.name + "`",
                                "a mixin has one of that name");
      return;
    }
    table.notes.pages.push_back(std::move(page));
  }

  static void add_key(model::PageKey key, const Value& item, model::Page& page, model::Draft& draft) {
    const auto same = [&](const model::PageKey& other) { return other.column == key.column; };
    if (std::any_of(page.keys.begin(), page.keys.end(), same)) {
      draft.diagnostics().error(item.span, "SC1402",
                                "column `" + key.column + "` stands twice in a page order", "named before");
      return;
    }
    page.keys.push_back(std::move(key));
  }
};

}  // namespace

const model::Feature& pages() {
  static const Pages kFeature;
  return kFeature;
}

}  // namespace schemac::compiler::features
