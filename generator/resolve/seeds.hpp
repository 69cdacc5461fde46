// Reads a table's "seeds": rows in a CSV file, checked against its columns and keys.
#pragma once

#include "model/definition.hpp"
#include "model/vocabulary.hpp"
#include "resolve/type_table.hpp"
#include "support/csv.hpp"

namespace schemac::compiler::resolve {

class SeedReader {
 public:
  SeedReader(const model::Vocabulary& vocabulary, model::Draft& draft)
      : draft_(draft), types_(vocabulary, draft) {}

  /// Fills `table.notes.seeds`. REQUIRES the table's columns, keys and indexes to be known. SC1501 no such
  /// file, SC1611 no CSV, SC1301, SC1402, SC1612 and SC1613 for its columns, SC1106 and SC1614 for its
  /// values, SC1615 and SC1616 for its key.
  void read(const syntax::Value& definition, model::TableDraft& table);

 private:
  [[nodiscard]] support::Span span(const support::CsvField& field) const;
  void read_environments(const syntax::Value& list, model::Seeds& seeds);
  bool read_columns(const support::CsvRecord& header, const model::TableDraft& table, model::Seeds& seeds);
  void expect_writable(const support::CsvField& field, const model::ColumnDraft& column);
  void expect_needed_columns(const support::CsvRecord& header, const model::TableDraft& table,
                             const model::Seeds& seeds);
  void read_row(const support::CsvRecord& record, const model::TableDraft& table, model::Seeds& seeds);
  std::string read_value(const support::CsvField& field, const model::ColumnDraft& column, bool in_key);
  void read_key(const syntax::Value& list, const model::TableDraft& table, model::Seeds& seeds);
  void expect_distinct_keys(const std::vector<support::CsvRecord>& records, const model::Seeds& seeds);

  model::Draft& draft_;
  TypeTable types_;
  support::FileId file_ = support::kNoFile;  ///< the one that is being read
};

}  // namespace schemac::compiler::resolve
