// Values of every type of a database: those of its enums, domains, ranges, composite types and arrays are
// made of the values of PostgreSQL's own types.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "schemac/executor.hpp"

namespace schemac::compiler::verify {

class TypeValues {
 public:
  /// Reads the types from the catalogue.
  explicit TypeValues(Executor& database);

  /// A value as text that the type's input function takes; other numbers give other values, as far as the
  /// type has them. A domain's conditions may refuse it.
  std::string ordinary(std::uint32_t type, int modifier, std::uint32_t number) const;

  /// Values that are easily got wrong; may be empty.
  std::vector<std::string> edges(std::uint32_t type) const;

  /// The conditions of a domain and of those that it is made of, as SQL, with the text of the functions that
  /// they call.
  std::vector<std::string> conditions(std::uint32_t type) const;

  /// A value of that length: an array of so many elements, a text of so many times the letter.
  std::string of_length(std::uint32_t type, std::size_t length, char letter) const;

  /// json or jsonb, or a domain of either.
  bool is_json(std::uint32_t type) const;

  /// `value` in the form of the type: as the only element of an array, as a key of a JSON object.
  std::vector<std::string> shaped(std::uint32_t type, const std::string& value) const;

 private:
  struct Type {
    std::string name;
    char kind = 'b';            ///< pg_type.typtype
    std::uint32_t element = 0;  ///< an array's; 0: it is none
    std::uint32_t base = 0;     ///< a domain's, a range's (its subtype) or a multirange's (its range)
    int modifier = -1;          ///< of a domain's base
    std::vector<std::string> labels;
    std::vector<std::string> conditions;
    std::vector<std::pair<std::uint32_t, int>> fields;  ///< a composite type's
  };

  const Type& type(std::uint32_t oid) const;
  std::string composite(const Type& type, std::uint32_t number) const;

  std::map<std::uint32_t, Type> types_;
};

}  // namespace schemac::compiler::verify
