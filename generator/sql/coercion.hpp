// Which types become which: PostgreSQL's rules of coercion over the facts and the project's enums.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sql/facts.hpp"
#include "sql/scope.hpp"

namespace schemac::compiler::sql {

/// How much is done to make a type fit: what happens by itself, in an assignment, or where a cast is written.
enum class Coercion : std::uint8_t { implicit, assignment, written };

/// How a value of one type becomes one of another.
struct Conversion {
  bool exists = false;
  bool immutable = true;
};

/// Types in one expression: those of the facts, and the enums that its scope knows, which take ids of their
/// own as they are met. A type that neither knows is kNoType.
class Types {
 public:
  explicit Types(const Scope& scope);

  /// By the name that SQL uses, with parameters, schema and [] allowed: "public.bill_status[]".
  TypeId named(std::string_view sql);
  /// By its name alone.
  TypeId plain(std::string_view name);

  [[nodiscard]] bool is_array(TypeId type) const;
  [[nodiscard]] bool is_enum(TypeId type) const;
  [[nodiscard]] TypeId element(TypeId array) const;  ///< kNoType for what is no array
  [[nodiscard]] TypeId array_of(TypeId element) const;
  [[nodiscard]] char category(TypeId type) const;
  [[nodiscard]] bool is_preferred(TypeId type) const;
  [[nodiscard]] char kind(TypeId type) const;
  [[nodiscard]] bool is_collatable(TypeId type) const;
  [[nodiscard]] std::string printed(TypeId type) const;
  /// The values of an enum, or of the enum that an array holds; else nullptr.
  [[nodiscard]] const std::vector<std::string>* values(TypeId type) const;

  [[nodiscard]] Conversion conversion(TypeId from, TypeId to, Coercion how) const;
  /// Whether a value of the one type is, byte for byte, one of the other, and becomes it by itself.
  [[nodiscard]] bool same_bytes(TypeId from, TypeId to) const;
  /// The type that all of them become, as in CASE or ARRAY; kNoType where there is none or one is unknown.
  [[nodiscard]] TypeId common(std::span<const TypeId> types) const;

  /// The type of a string literal or NULL that nothing has given a type yet.
  [[nodiscard]] TypeId literal() const { return literal_; }
  [[nodiscard]] TypeId boolean() const { return boolean_; }
  [[nodiscard]] TypeId text() const { return text_; }

 private:
  struct Enum {
    std::string name;
    const std::vector<std::string>* values;
  };
  static constexpr TypeId kFirstEnum = 0x4000;  ///< the enum at i is kFirstEnum + 2i, its array the next

  [[nodiscard]] const Enum& enumeration(TypeId type) const { return enums_[(type - kFirstEnum) / 2]; }
  [[nodiscard]] static bool is_ours(TypeId type) { return type >= kFirstEnum && type != kNoType; }
  [[nodiscard]] Conversion through_text(TypeId from, TypeId to) const;

  const Scope& scope_;
  std::vector<Enum> enums_;
  TypeId literal_;
  TypeId boolean_;
  TypeId text_;
};

/// SC1208 where a value of type `from` does not become one of the column's type by itself. Both are spelled
/// as PostgreSQL prints them; nothing where one is empty or not known. Its place is not set.
std::optional<Objection> assignment_mistake(const Scope& scope, std::string_view from, std::string_view to);

}  // namespace schemac::compiler::sql
