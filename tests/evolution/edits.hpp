// The edits that an evolution is made of. Each is one that a person makes: hints of renames and drops
// included, and no other trace.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "definitions.hpp"
#include "random.hpp"

namespace schemac::evolution {

struct Edit {
  std::string_view name;
  /// Edits, and says what; empty: there is nothing that it fits. It may leave definitions that schemac
  /// refuses.
  std::string (*apply)(Definitions&, Random&);
};

std::span<const Edit> column_edits();
std::span<const Edit> constraint_edits();
std::span<const Edit> table_edits();
std::span<const Edit> type_edits();
std::span<const Edit> access_edits();
std::span<const Edit> code_edits();

/// A column of a random table that has not been renamed. `columns` is never null where `name` is not empty.
struct Column {
  Place table;
  std::string name;
};
Column some_column(Definitions& definitions, Random& random);

/// Some columns of a table whose type is plain: a number, a text, a moment.
std::vector<std::string> plain_columns(const Json& table);

/// "varchar(40)" of "varchar(40)?"; empty for a reference.
std::string type_of(const Json& column);

}  // namespace schemac::evolution
