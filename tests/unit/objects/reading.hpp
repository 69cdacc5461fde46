// Reads one definition key the way resolve has it read, in a project of two tables.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "driver/registry.hpp"
#include "model/definition.hpp"
#include "syntax/parse.hpp"

namespace schemac::testing {

/// What came of it: the statements of the objects that were made, and the findings as "CODE `text at the
/// place`".
struct Reading {
  std::vector<std::string> sql;
  std::vector<std::string> findings;
};

/// `bills`: id uuid, number text, title text, status public.bill_status, sponsor_id uuid?, tags text[]; its
/// key is id. `sections`: bill_id uuid, number integer; both are its key.
class Project {
 public:
  /// @param member `"unique": [["number"]]`. Read into `bills`, or where shared and domain keys stand.
  static Reading read(std::string_view member) {
    Project project;
    auto& sources = project.sources_;
    const auto file = sources.add("case.json", "{" + std::string(member) + "}");
    const auto document = compiler::syntax::parse(sources, file, project.diagnostics_);
    if (document) project.read_keys(document->root);
    return project.result();
  }

 private:
  Project() {
    using compiler::model::kTableKind;
    for (const char* name : {"bills", "sections"}) {
      auto& table = draft_.tables[name];
      table.id = {std::string(kTableKind), "public", name, {}};
    }
    auto& bills = draft_.tables["bills"];
    for (const auto& [name, type] : {std::pair{"id", "uuid"},
                                     {"number", "text"},
                                     {"title", "text"},
                                     {"status", "public.bill_status"},
                                     {"sponsor_id", "uuid?"},
                                     {"tags", "text[]"}}) {
      add_column(bills, name, type);
    }
    bills.notes.primary_key = {"id"};
    auto& sections = draft_.tables["sections"];
    add_column(sections, "bill_id", "uuid");
    add_column(sections, "number", "integer");
    sections.notes.primary_key = {"bill_id", "number"};
  }

  static void add_column(compiler::model::TableDraft& table, std::string name, std::string type) {
    compiler::model::ColumnDraft column;
    column.state.nullable = type.ends_with('?');
    if (column.state.nullable) type.pop_back();
    column.name = std::move(name);
    column.state.type = type;
    column.notes.type.sql = type;
    table.columns.push_back(std::move(column));
  }

  void read_keys(const compiler::syntax::Value& root) {
    for (const auto* kind : compiler::driver::vocabulary().kinds) {
      for (const auto& member : root.members) {
        const auto keys = kind->keys();
        const auto spec =
            std::find_if(keys.begin(), keys.end(), [&](const auto& k) { return k.key == member.key; });
        if (spec == keys.end()) continue;
        const bool of_table = spec->scope == compiler::model::Scope::table;
        kind->read(member, of_table ? &draft_.tables["bills"] : nullptr, draft_);
      }
    }
  }

  Reading result() {
    Reading reading;
    for (const auto& finding : diagnostics_.all()) {
      reading.findings.push_back(finding.code + " `" + std::string(sources_.text(finding.span)) + "`");
    }
    for (const auto& object : draft_.take()) {
      for (const auto* kind : compiler::driver::vocabulary().kinds) {
        if (kind->name() != object.id.kind) continue;
        const auto clause = kind->clause(object);
        reading.sql.push_back(clause ? clause->sql : kind->create(object, {}));
      }
    }
    return reading;
  }

  compiler::support::Sources sources_;
  compiler::support::Diagnostics diagnostics_;
  compiler::model::Draft draft_{sources_, diagnostics_};
};

}  // namespace schemac::testing
