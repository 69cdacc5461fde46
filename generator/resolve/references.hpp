// Columns that hold another table's key: their type is that key's, and they are foreign keys.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/constraint.hpp"
#include "model/definition.hpp"

namespace schemac::compiler::resolve {

class References {
 public:
  explicit References(model::Draft& draft) : draft_(draft) {}

  /// Reads a column whose definition has "ref"; its type stays open until resolve_all().
  void read(const syntax::Value& definition, model::ColumnDraft& column, const model::TableDraft& table);

  /// Gives every such column its type and adds the foreign keys. REQUIRES every table's primary key to be
  /// known. SC1109 unknown table, SC1110 its key is not one column, SC1111 references that only point at each
  /// other.
  void resolve_all();

 private:
  using ColumnName = std::pair<std::string, std::string>;  ///< table, column
  struct Pending {
    std::string target;
    support::Span place;
    model::ForeignKey key;
    model::ForeignKeyNotes notes;
    std::string name;  ///< of the constraint; empty: the usual one
  };

  bool resolve_type(const ColumnName& name, std::set<ColumnName>& visiting);
  model::ColumnDraft* target_column(const Pending& pending);
  void report_unknown_table(const Pending& pending);
  void add_foreign_key(const ColumnName& name, Pending& pending);

  model::Draft& draft_;
  std::map<ColumnName, Pending> pending_;
};

}  // namespace schemac::compiler::resolve
