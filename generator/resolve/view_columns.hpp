// What a view's rows look like to generated code: the keys "columns" and "key" of a view.
#pragma once

#include <optional>

#include "model/definition.hpp"
#include "model/view.hpp"
#include "model/vocabulary.hpp"
#include "resolve/type_table.hpp"

namespace schemac::compiler::resolve {

class ViewColumns {
 public:
  /// Everything is borrowed.
  ViewColumns(const model::Vocabulary& vocabulary, model::Draft& draft);

  /// Reads what a domain's "views" declare, in the schema that the draft is at. REQUIRES the views to have
  /// been read, and the keys of all tables to have their types. SC1101 the form of a column, SC1515 a key
  /// that tells no rows apart.
  void read(const syntax::Value& views);

 private:
  void read_view(const syntax::Member& view);
  void read_column(const syntax::Member& member, model::ViewRows& rows);
  void read_object(const syntax::Value& value, model::DeclaredColumn& column);
  void read_reference(const syntax::Value& ref, model::DeclaredColumn& column);
  void read_type(const syntax::Value& value, model::DeclaredColumn& column);
  void read_key(const syntax::Value& definition, const model::ViewNotes& notes, model::ViewRows& rows);
  std::string read_text(const syntax::Value& value, std::string_view key);

  model::Draft& draft_;
  TypeTable types_;
};

}  // namespace schemac::compiler::resolve
