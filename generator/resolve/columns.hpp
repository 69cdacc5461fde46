// Reads the columns of a table or a mixin: the string form, and the object form with its rules.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/definition.hpp"
#include "model/vocabulary.hpp"
#include "resolve/defaults.hpp"
#include "resolve/references.hpp"
#include "resolve/type_table.hpp"
#include "sql/expression.hpp"

namespace schemac::compiler::resolve {

class ColumnReader {
 public:
  /// Everything is borrowed. `references` takes the columns whose type only another table's key can tell.
  ColumnReader(const model::Vocabulary& vocabulary, model::Draft& draft, References& references);

  /// Reads "columns" (an object) into `table`; what is wrong is reported and left out.
  void read(const syntax::Value& columns, model::TableDraft& table);

  /// Reads the expressions of generated columns. REQUIRES all tables to have all their columns.
  void resolve_generated();

 private:
  struct Generated {
    std::string table;
    std::string column;
    const syntax::Value* value;
  };
  void expect_column_name(const syntax::Member& member, const model::TableDraft& table);
  void read_column(const syntax::Member& member, model::TableDraft& table);
  void read_string(const syntax::Value& value, model::ColumnDraft& column);
  void read_object(const syntax::Value& value, model::ColumnDraft& column, model::TableDraft& table);
  void read_typed(const syntax::Value& value, model::ColumnDraft& column, model::TableDraft& table);
  std::optional<ResolvedType> read_type(const syntax::Value& value, model::ColumnDraft& column);
  std::optional<ResolvedType> read_sql_type(const syntax::Value& value, const syntax::Value& definition,
                                            model::ColumnDraft& column);
  void read_default(const syntax::Value& value, model::ColumnDraft& column, const ResolvedType& type);
  void read_identity(const syntax::Value& value, model::ColumnDraft& column);
  void read_generated(const syntax::Value& value, model::ColumnDraft& column, const model::TableDraft& table);
  void read_rules(const syntax::Value& value, model::ColumnDraft& column, model::TableDraft& table);
  void read_notes(const syntax::Value& value, model::ColumnDraft& column, model::TableDraft& table);
  void refuse_generated_reference(const Generated& generated, const sql::Mention& mention,
                                  const model::TableDraft& table);
  std::string read_text(const syntax::Value& value, std::string_view key);
  void set_type(model::ColumnDraft& column, const ResolvedType& type);
  void expect_nullable(const model::ColumnDraft& column, support::Span place);
  void add_length_rule(model::ColumnDraft& column);
  void add_element_check(const model::ColumnDraft& column, const model::TableDraft& table);

  model::Draft& draft_;
  References& references_;
  TypeTable types_;
  std::map<std::string_view, const model::ValidatorRule*> rules_;
  std::vector<std::string_view> typed_keys_;
  std::vector<Generated> generated_;
  /// Table and C++ name of the columns whose names are no snake_case.
  std::set<std::pair<std::string, std::string>> odd_names_;
};

}  // namespace schemac::compiler::resolve
