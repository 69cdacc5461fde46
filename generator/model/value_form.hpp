// What may stand as the value of a definition key, said once: readers know their keys by it, and the editor's
// schema is written from it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace schemac::compiler::model {

struct ValueForm;

/// A key of an object in a definition.
struct MemberSpec {
  std::string_view key;
  std::string_view doc;             ///< what editors show of it: one or two sentences
  const ValueForm* form = nullptr;  ///< of its value; nullptr: anything
  bool required = false;
};

/// The shape of a value, as far as an editor can check it without knowing the rest of the file. It may accept
/// what the reader then refuses, never the other way round. Forms refer to each other by address: they are
/// constants of static lifetime.
struct ValueForm {
  enum class Kind : std::uint8_t {
    anything,
    flag,
    integer,
    number,
    text,
    choice,       ///< one of `choices`
    defined,      ///< what the editor's schema defines under `name`: "table", "column", "type"
    object_name,  ///< the name of an object of this project, of the kind `name`
    list,         ///< of `item`
    map,          ///< names that the user chooses, each with an `item`
    object,       ///< with `members`, and no others
    either,       ///< one of `alternatives`, which differ in their JSON types
  };

  Kind kind = Kind::anything;
  std::string_view name = {};
  bool marked = false;  ///< of object_name: it may end in "?"
  std::span<const std::string_view> choices = {};
  const ValueForm* item = nullptr;
  std::span<const MemberSpec> members = {};
  std::span<const ValueForm* const> alternatives = {};
};

inline constexpr ValueForm kFlagForm{.kind = ValueForm::Kind::flag};
inline constexpr ValueForm kIntegerForm{.kind = ValueForm::Kind::integer};
inline constexpr ValueForm kNumberForm{.kind = ValueForm::Kind::number};
inline constexpr ValueForm kTextForm{.kind = ValueForm::Kind::text};
inline constexpr ValueForm kTextsForm{.kind = ValueForm::Kind::list, .item = &kTextForm};

/// A list of columns. Which ones a table has, only the compiler knows.
inline constexpr ValueForm kColumnsForm = kTextsForm;

/// The form of a list, or of a map, whose items have the form `item`.
constexpr ValueForm list_of(const ValueForm& item) {
  return {.kind = ValueForm::Kind::list, .item = &item};
}
constexpr ValueForm map_of(const ValueForm& item) {
  return {.kind = ValueForm::Kind::map, .item = &item};
}
constexpr ValueForm one_of(std::span<const std::string_view> choices) {
  return {.kind = ValueForm::Kind::choice, .choices = choices};
}
constexpr ValueForm object_of(std::span<const MemberSpec> members) {
  return {.kind = ValueForm::Kind::object, .members = members};
}
constexpr ValueForm either_of(std::span<const ValueForm* const> alternatives) {
  return {.kind = ValueForm::Kind::either, .alternatives = alternatives};
}
/// The name of an object of this project: `kind` is ObjectKind::name().
constexpr ValueForm name_of(std::string_view kind) {
  return {.kind = ValueForm::Kind::object_name, .name = kind};
}
constexpr ValueForm defined(std::string_view name) {
  return {.kind = ValueForm::Kind::defined, .name = name};
}

/// The keys alone, in the same order.
std::vector<std::string_view> keys_of(std::span<const MemberSpec> members);

}  // namespace schemac::compiler::model
