// Declares the tables of a domain: their mixins merged in, their columns read, their other keys kept for the
// readers.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/columns.hpp"

namespace schemac::compiler::resolve {

/// A table and the keys that other readers have to read: of its mixins first, then its own.
struct DeclaredTable {
  model::TableDraft* draft;
  std::vector<const syntax::Member*> keys;
  const syntax::Value* seeds = nullptr;  ///< its "seeds"; nullptr: it has none
};

class Tables {
 public:
  Tables(const model::Vocabulary& vocabulary, model::Draft& draft, ColumnReader& columns);

  /// Takes the mixins of shared.json ("mixins": {name: partial table}).
  void add_mixins(const syntax::Value& mixins);

  /// Declares every table of a domain's "tables". REQUIRES the enums of all files to be known.
  void declare(const syntax::Value& tables, const std::string& domain);

  [[nodiscard]] const std::vector<DeclaredTable>& declared() const { return declared_; }

 private:
  void take_keys_of(const model::DefinitionReader& reader);
  void declare_table(const syntax::Member& member, const std::string& domain);
  void read_own_keys(const syntax::Value& definition, model::TableDraft& table);
  std::vector<const syntax::Value*> mixins_of(const syntax::Value& definition);
  std::vector<const syntax::Member*> merge_keys(const std::vector<const syntax::Value*>& mixins,
                                                const syntax::Value& definition) const;

  model::Draft& draft_;
  ColumnReader& columns_;
  std::vector<std::string_view> table_keys_;
  std::vector<std::string_view> mixin_keys_;
  std::vector<std::string_view> additive_keys_;
  std::map<std::string, const syntax::Value*, std::less<>> mixins_;
  std::vector<DeclaredTable> declared_;
};

}  // namespace schemac::compiler::resolve
