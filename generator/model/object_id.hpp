// The identity of a schema object: what two states of a schema are compared by.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace schemac::compiler::model {

/// Where objects live unless their file names another schema.
inline constexpr std::string_view kDefaultSchema = "public";

/// A kind and up to three names, the way PostgreSQL scopes them:
/// schema: {name}; extension: {name}; table, enum, index: {schema, name}; column, constraint: {schema, table,
/// part}; what is attached to another object, such as a comment: see attached_id().
struct ObjectId {
  std::string kind;    ///< `ObjectKind::name()`: "table", "column"
  std::string schema;  ///< empty for what lives outside of schemas
  std::string name;    ///< the object, or the table it belongs to
  std::string part;    ///< the object within its table; else empty

  /// The identity of a part (column, constraint, …) of the table that this identifies.
  [[nodiscard]] ObjectId child(std::string_view child_kind, std::string_view child_name) const;
  /// `schema.name`, each quoted where PostgreSQL needs it; without the part.
  [[nodiscard]] std::string qualified_name() const;

  friend auto operator<=>(const ObjectId&, const ObjectId&) = default;
  friend bool operator==(const ObjectId&, const ObjectId&) = default;
};

/// The identity of what is attached to an object and goes with it: its comment, its owner. Its part is the
/// object's kind, behind '/' the `detail` of the object that it is about (the column of a view), and the
/// object's part: "column title", "view/title".
ObjectId attached_id(std::string_view kind, const ObjectId& object, std::string_view detail = {});

/// What that is attached to. REQUIRES: an identity of attached_id().
ObjectId attached_to(const ObjectId& attached);

/// A name as one word of a part: its blanks are written %20.
std::string as_word(std::string_view name);

/// "column public.bills.title": what messages and `dump` print; one text for one identity.
std::string to_string(const ObjectId& id);

}  // namespace schemac::compiler::model
