// Rows of CSV files. A row is kept as SQL literals, so that whoever writes them out needs no types.
#include "resolve/seeds.hpp"

#include <algorithm>
#include <map>

#include "model/constraint.hpp"
#include "model/index.hpp"
#include "model/side_file.hpp"
#include "resolve/core_keys.hpp"
#include "resolve/defaults.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::resolve {

using model::ColumnDraft;
using model::Seeds;
using model::TableDraft;
using support::CsvField;
using support::CsvRecord;
using support::Span;
using syntax::Kind;
using syntax::Value;

namespace {

constexpr std::size_t kMaxBytes = std::size_t{16} * 1024 * 1024;

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool same_columns(const std::vector<std::string>& key, const std::vector<std::string>& columns) {
  return key.size() == columns.size() && std::is_permutation(key.begin(), key.end(), columns.begin());
}

/// ON CONFLICT takes an index over plain columns and all rows.
bool is_unique_by(const model::Index& index, const std::vector<std::string>& key) {
  std::vector<std::string> columns;
  for (const model::IndexKey& each : index.keys) columns.push_back(each.column);
  return index.unique && index.predicate.empty() && same_columns(columns, key);
}

/// Whether its unique keys, which hold among rows that are not deleted, say nothing of some of its rows.
bool fills_deleted(const TableDraft& table) {
  return contains(table.notes.seeds.columns, table.notes.deleted_at_column);
}

/// Whether PostgreSQL can tell a row of `table` by these columns: it looks at no constraint that may wait.
bool is_unique_key(const model::Draft& draft, const TableDraft& table, const std::vector<std::string>& key) {
  for (const std::string_view kind : {model::kPrimaryKeyKind, model::kUniqueKind}) {
    if (kind == model::kUniqueKind && fills_deleted(table)) continue;
    for (const model::Object* object : draft.all_of(kind)) {
      if (object->id.schema != table.id.schema || object->id.name != table.id.name) continue;
      const auto& state = object->state.as<model::Key>();
      if (state.deferrable == model::Deferrable::no && same_columns(state.columns, key)) return true;
    }
  }
  const auto indexes = draft.all_of(model::kIndexKind);
  return std::any_of(indexes.begin(), indexes.end(), [&](const model::Object* object) {
    const auto& index = object->state.as<model::Index>();
    return object->id.schema == table.id.schema && index.table == table.id.name && is_unique_by(index, key);
  });
}

/// Whether the text of a number can stand in SQL as it is.
bool is_bare(std::string_view text, const model::TypeUse& type) {
  const bool number = type.shape == model::Shape::int16 || type.shape == model::Shape::int32 ||
                      type.shape == model::Shape::int64 || type.shape == model::Shape::decimal;
  if (text.starts_with('-')) text.remove_prefix(1);
  return number && type.dimensions == 0 && !text.empty() && text.front() != '.' &&
         text.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

void SeedReader::read(const Value& definition, TableDraft& table) {
  if (!draft_.expect(definition, Kind::object, "\"seeds\"")) return;
  draft_.refuse_unknown_keys(definition, seed_keys(), "seeds");
  for (const model::MemberSpec& member : seed_keys()) {
    if (definition.find(member.key) != nullptr) continue;
    draft_.diagnostics().error(definition.span, "SC1401",
                               "the seeds of `" + table.id.name + "` are incomplete",
                               "\"" + std::string(member.key) + "\" is missing");
    return;
  }
  const auto file = model::open_side_file(draft_, *definition.find("file"), kMaxBytes);
  if (!file) return;
  file_ = *file;
  draft_.schema = table.id.schema;
  auto read = support::read_csv(draft_.sources().text(*file));
  if (const auto* mistake = std::get_if<support::CsvMistake>(&read)) {
    draft_.diagnostics().error(
        {*file, static_cast<std::uint32_t>(mistake->begin), static_cast<std::uint32_t>(mistake->end)},
        "SC1611", mistake->message);
    return;
  }
  const auto& records = std::get<std::vector<CsvRecord>>(read);
  if (records.empty()) {
    draft_.diagnostics().error({*file, 0, 0}, "SC1611", "the file is empty",
                               "its first line names the columns");
    return;
  }
  Seeds& seeds = table.notes.seeds;
  read_environments(*definition.find("env"), seeds);
  if (!read_columns(records.front(), table, seeds)) return;
  read_key(*definition.find("key"), table, seeds);
  for (auto record = records.begin() + 1; record != records.end(); ++record) read_row(*record, table, seeds);
  expect_distinct_keys(records, seeds);
}

Span SeedReader::span(const CsvField& field) const {
  return {file_, static_cast<std::uint32_t>(field.begin), static_cast<std::uint32_t>(field.end)};
}

void SeedReader::read_environments(const Value& list, Seeds& seeds) {
  if (!draft_.expect(list, Kind::array, "\"env\"")) return;
  for (const Value& item : list.items) {
    if (!draft_.expect(item, Kind::string, "an environment")) continue;
    draft_.expect_name(item.text, item.span);
    if (!contains(seeds.environments, item.text)) seeds.environments.push_back(item.text);
  }
  if (seeds.environments.empty())
    draft_.diagnostics().error(list.span, "SC1401", "the seeds are for no environment");
}

bool SeedReader::read_columns(const CsvRecord& header, const TableDraft& table, Seeds& seeds) {
  for (const CsvField& field : header) {
    const ColumnDraft* column = draft_.expect_column(table, field.text, span(field));
    if (column == nullptr) return false;
    expect_writable(field, *column);
    if (contains(seeds.columns, field.text)) {
      draft_.diagnostics().error(span(field), "SC1402",
                                 "column `" + field.text + "` stands twice in the file", "named before");
      return false;
    }
    seeds.columns.push_back(field.text);
  }
  expect_needed_columns(header, table, seeds);
  return true;
}

void SeedReader::expect_writable(const CsvField& field, const ColumnDraft& column) {
  const bool numbered = column.state.identity != model::Identity::none;
  if (!numbered && column.state.generated.empty()) return;
  draft_.diagnostics()
      .error(span(field), "SC1612", "`" + column.name + "` is not for seeds to fill",
             numbered ? "the server numbers the rows" : "PostgreSQL computes it")
      .help = "leave the column out";
}

void SeedReader::expect_needed_columns(const CsvRecord& header, const TableDraft& table, const Seeds& seeds) {
  for (const ColumnDraft& column : table.columns) {
    const bool filled = column.state.nullable || !column.state.default_sql.empty() ||
                        !column.state.generated.empty() || column.state.identity != model::Identity::none ||
                        column.notes.type.domain_default;
    if (filled || contains(seeds.columns, column.name)) continue;
    const Span place{file_, span(header.front()).begin, span(header.back()).end};
    draft_.diagnostics().error(place, "SC1613", "the column `" + column.name + "` is missing",
                               "it is NOT NULL and has no default");
  }
}

void SeedReader::read_row(const CsvRecord& record, const TableDraft& table, Seeds& seeds) {
  if (record.size() != seeds.columns.size()) {
    const Span place{file_, span(record.front()).begin, span(record.back()).end};
    draft_.diagnostics().error(place, "SC1611",
                               "a line of " + std::to_string(record.size()) +
                                   " fields, where the first line names " +
                                   std::to_string(seeds.columns.size()) + " columns");
    return;
  }
  model::SeedRow row;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const bool in_key = contains(seeds.key, seeds.columns[i]);
    row.values.push_back(read_value(record[i], *table.column(seeds.columns[i]), in_key));
  }
  seeds.rows.push_back(std::move(row));
}

std::string SeedReader::read_value(const CsvField& field, const ColumnDraft& column, bool in_key) {
  if (field.text.empty() && !field.quoted) {
    if (!column.state.nullable || in_key) {
      draft_.diagnostics()
          .error(span(field), "SC1614", "`" + column.name + "` is NULL",
                 in_key ? "it is part of the seeds' key" : "the column is NOT NULL")
          .help = "an empty field is NULL; the empty text stands in quotes: \"\"";
    }
    return "NULL";
  }
  if (field.text.find('\0') != std::string::npos) {
    draft_.diagnostics().error(span(field), "SC1106", "PostgreSQL holds no NUL");
  } else {
    expect_value(draft_, span(field), field.text, types_.of_column(column.notes.type));
  }
  return is_bare(field.text, column.notes.type) ? field.text : support::quote_literal(field.text);
}

void SeedReader::read_key(const Value& list, const TableDraft& table, Seeds& seeds) {
  if (!draft_.expect(list, Kind::array, "\"key\"")) return;
  for (const Value& item : list.items) {
    if (!draft_.expect(item, Kind::string, "a column's name")) continue;
    if (draft_.expect_column(table, item.text, item.span) == nullptr) return;
    if (!contains(seeds.columns, item.text)) {
      draft_.diagnostics().error(item.span, "SC1615", "the file has no column `" + item.text + "`");
    }
    seeds.key.push_back(item.text);
  }
  if (is_unique_key(draft_, table, seeds.key)) return;
  draft_.diagnostics()
      .error(list.span, "SC1615", "no two rows differ in these columns for certain",
             fills_deleted(table) ? "a unique key is not one of deleted rows, and the file fills `deleted_at`"
                                  : "`" + table.id.name + "` has no such key")
      .help = "name the columns of its primary key, or of a unique constraint that is not deferrable";
}

void SeedReader::expect_distinct_keys(const std::vector<CsvRecord>& records, const Seeds& seeds) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < seeds.columns.size(); ++i) {
    if (contains(seeds.key, seeds.columns[i])) places.push_back(i);
  }
  if (places.empty()) return;
  std::map<std::vector<std::string>, Span> seen;
  for (auto record = records.begin() + 1; record != records.end(); ++record) {
    if (record->size() != seeds.columns.size()) continue;
    std::vector<std::string> key;
    for (const std::size_t place : places) key.push_back((*record)[place].text);
    const Span here = span((*record)[places.front()]);
    const auto [first, is_first] = seen.emplace(std::move(key), here);
    if (is_first) continue;
    draft_.diagnostics().error(here, "SC1616", "two rows have this key",
                               "the first stands at " + draft_.place(first->second));
  }
}

}  // namespace schemac::compiler::resolve
