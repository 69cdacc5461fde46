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
/// part}; comment: the identity of what it is on, whose kind is put before the part ("column title").
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

/// "column public.bills.title": what messages and `dump` print; one text for one identity.
std::string to_string(const ObjectId& id);

}  // namespace schemac::compiler::model
