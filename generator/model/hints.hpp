// What definitions say of the schema before them: which name an object had, which objects are gone on
// purpose. Hints are no state: SQL does not see them, and they may stay when a migration has used them.
#pragma once

#include <string_view>
#include <vector>

#include "model/object_id.hpp"
#include "support/source.hpp"

namespace schemac::compiler::model {

struct Object;

/// The kind of `Rename`'s identities where a value of an enum got another name: {schema, the enum, the
/// value}.
inline constexpr std::string_view kEnumValueKind = "enum_value";

/// An object that had another name. `from` stands within the table's present name: whoever compares two
/// models renames tables first, then what is in them.
struct Rename {
  ObjectId from;
  ObjectId to;
  support::Span origin;  ///< the old name, in the definitions
};

/// A name that a "dropped" lists, whatever it named: the identity has no kind. On a table the part is the
/// name of a column, constraint, index, trigger or policy; on an enum that of a value; else the part is
/// empty.
struct Dropped {
  ObjectId id;
  support::Span origin;
};

struct Hints {
  std::vector<Rename> renames;   ///< sorted by `to`
  std::vector<Dropped> dropped;  ///< sorted by `id`

  void sort();
  /// Where it is said that `object` may go; its identity has the names of today. nullptr: nowhere.
  [[nodiscard]] const Dropped* find_dropped(const Object& object) const;
};

}  // namespace schemac::compiler::model
