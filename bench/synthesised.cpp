// Each column stands once, with its spelling for each tool.
#include "synthesised.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <vector>

namespace schemac::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kTablesPerFile = 10;

struct Column {
  const char* name;
  const char* definition;  ///< for schemac
  const char* flat;        ///< for flatc
  const char* drizzle;     ///< for drizzle-kit, after the property's name
};
constexpr std::array<Column, 15> kColumns = {{
    {"title", "varchar(200)", "string", "varchar('title', { length: 200 }).notNull()"},
    {"slug", "varchar(120)", "string", "varchar('slug', { length: 120 }).notNull()"},
    {"summary", "text?", "string", "text('summary')"},
    {"body", "text", "string", "text('body').notNull()"},
    {"language", "varchar(10) = 'en'", "string",
     "varchar('language', { length: 10 }).notNull().default('en')"},
    {"position", "integer = 0", "int", "integer('position').notNull().default(0)"},
    {"views", "bigint = 0", "long", "bigint('views', { mode: 'number' }).notNull().default(0)"},
    {"score", "numeric(7,2)?", "string", "numeric('score', { precision: 7, scale: 2 })"},
    {"weight", "double precision?", "double", "doublePrecision('weight')"},
    {"published", "boolean = false", "bool", "boolean('published').notNull().default(false)"},
    {"published_on", "date?", "int", "date('published_on')"},
    {"details", "jsonb?", "string", "jsonb('details')"},
    {"tags", "text[]", "[string]", "text('tags').array().notNull()"},
    {"created_at", "timestamptz = now()", "long",
     "timestamp('created_at', { withTimezone: true }).notNull().defaultNow()"},
    {"updated_at", "timestamptz = now()", "long",
     "timestamp('updated_at', { withTimezone: true }).notNull().defaultNow()"},
}};

std::string numbered(const std::string& word, int number) {
  return word + "_" + std::to_string(number);
}

bool has_enum(int table) {
  return table % 3 == 0;
}
bool refers_twice(int table) {
  return table > 1 && table % 3 == 1;
}

/// The table that `table` refers to: one before it, so that a file can be read from top to bottom.
int parent_of(int table) {
  return table / 2;
}

void write_table(std::ofstream& out, int table) {
  out << "    \"" << numbered("record", table) << "\": {\n      \"doc\": \"Record " << table
      << " of the platform.\",\n      \"columns\": {\n        \"id\": \"uuid = gen_random_uuid()\"";
  for (const Column& column : kColumns)
    out << ",\n        \"" << column.name << "\": \"" << column.definition << '"';
  if (has_enum(table)) out << ",\n        \"state\": \"" << numbered("state", table) << " = 'open'\"";
  if (table > 0)
    out << ",\n        \"parent_id\": {\"ref\": \"" << numbered("record", parent_of(table))
        << "\", \"as\": \"" << numbered("children", table) << "\"}";
  if (refers_twice(table))
    out << ",\n        \"origin_id\": {\"ref\": \"" << numbered("record", table - 1) << "?\", \"as\": \""
        << numbered("copies", table) << "\"}";
  out << "\n      },\n      \"primary_key\": [\"id\"],\n      \"unique\": [[\"slug\"]],\n      \"indexes\": "
         "[[\"published\", \"published_on\"], [\"position\"]";
  if (table > 0) out << ", [\"parent_id\"]";
  if (refers_twice(table)) out << ", [\"origin_id\"]";
  out << "],\n      \"checks\": {\"views_not_negative\": \"views >= 0\"}\n    }";
}

void write_domain(int first, int last, const fs::path& folder) {
  std::ofstream out(folder / (numbered("domain", first) + ".json"));
  out << "{\n  \"domain\": \"" << numbered("domain", first) << "\",\n  \"enums\": {";
  bool more = false;
  for (int table = first; table < last; ++table) {
    if (!has_enum(table)) continue;
    out << (more ? "," : "") << "\n    \"" << numbered("state", table)
        << "\": {\"values\": [\"open\", \"assigned\", \"decided\", \"closed\"]}";
    more = true;
  }
  out << "\n  },\n  \"tables\": {\n";
  for (int table = first; table < last; ++table) {
    write_table(out, table);
    out << (table + 1 < last ? ",\n" : "\n");
  }
  out << "  }\n}\n";
}

}  // namespace

void write_definitions(int tables, const fs::path& folder) {
  fs::create_directories(folder);
  std::ofstream(folder / "schemac.json") << "{\"namespace\": \"synthesised\", \"postgres\": 15}\n";
  std::ofstream(folder / "shared.json") << "{}\n";
  for (int first = 0; first < tables; first += kTablesPerFile)
    write_domain(first, std::min(first + kTablesPerFile, tables), folder);
}

void write_flat_schema(int tables, const fs::path& file) {
  std::ofstream out(file);
  out << "namespace synthesised;\n";
  for (int table = 0; table < tables; ++table) {
    if (has_enum(table)) out << "enum State" << table << ": byte { open, assigned, decided, closed }\n";
    out << "/// Record " << table << " of the platform.\ntable Record" << table << " {\n  id: string;\n";
    for (const Column& column : kColumns) out << "  " << column.name << ": " << column.flat << ";\n";
    if (has_enum(table)) out << "  state: State" << table << ";\n";
    if (table > 0) out << "  parent_id: string;\n";
    if (refers_twice(table)) out << "  origin_id: string;\n";
    out << "}\n";
  }
}

void write_drizzle_schema(int tables, const fs::path& file) {
  std::ofstream out(file);
  out << "import { bigint, boolean, check, date, doublePrecision, index, integer, jsonb, numeric, pgEnum, "
         "pgTable, "
         "text, timestamp, uniqueIndex, uuid, varchar } from 'drizzle-orm/pg-core';\nimport { sql } from "
         "'drizzle-orm';\n";
  for (int table = 0; table < tables; ++table) {
    const std::string name = numbered("record", table);
    if (has_enum(table))
      out << "export const " << numbered("state", table) << " = pgEnum('" << numbered("state", table)
          << "', ['open', 'assigned', 'decided', 'closed']);\n";
    out << "export const " << name << " = pgTable('" << name
        << "', {\n  id: uuid('id').primaryKey().defaultRandom(),\n";
    for (const Column& column : kColumns) out << "  " << column.name << ": " << column.drizzle << ",\n";
    if (has_enum(table))
      out << "  state: " << numbered("state", table) << "('state').notNull().default('open'),\n";
    if (table > 0)
      out << "  parent_id: uuid('parent_id').notNull().references(() => "
          << numbered("record", parent_of(table)) << ".id),\n";
    if (refers_twice(table))
      out << "  origin_id: uuid('origin_id').references(() => " << numbered("record", table - 1) << ".id),\n";
    out << "}, (t) => [uniqueIndex('" << name << "_slug_key').on(t.slug), index('" << name
        << "_published_idx').on(t.published, t.published_on), index('" << name
        << "_position_idx').on(t.position), check('" << name << "_views', sql`${t.views} >= 0`)";
    if (table > 0) out << ", index('" << name << "_parent_idx').on(t.parent_id)";
    if (refers_twice(table)) out << ", index('" << name << "_origin_idx').on(t.origin_id)";
    out << "]);\n";
  }
}

}  // namespace schemac::bench
