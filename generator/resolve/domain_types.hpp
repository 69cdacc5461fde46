// Reads "types": domain types, which give a base type a name and rules of its own.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/domain_type.hpp"
#include "model/vocabulary.hpp"
#include "resolve/type_table.hpp"

namespace schemac::compiler::resolve {

class DomainTypes {
 public:
  /// Everything is borrowed.
  DomainTypes(const model::Vocabulary& vocabulary, model::Draft& draft);

  /// Reads the "types" of a file into the schema that the draft is at. REQUIRES the enums of all files to be
  /// known. A base may be a type that was read before. SC1120 an impossible name or base, SC1112 a rule that
  /// does not fit, SC1122 a check that names anything but VALUE.
  void read(const syntax::Value& types);

 private:
  void read_one(const syntax::Member& definition);
  std::optional<ResolvedType> read_base(const syntax::Member& definition);
  void expect_free_name(const syntax::Member& definition);
  void read_default(const syntax::Value& definition, const ResolvedType& base, model::DomainType& state);
  void read_rules(const syntax::Member& definition, model::DomainType& state, model::DomainTypeNotes& notes);
  void read_checks(const syntax::Member& definition, model::DomainType& state, model::DomainTypeNotes& notes);
  std::string read_condition(const syntax::Value& value, const model::TypeUse& base);

  model::Draft& draft_;
  TypeTable types_;
  std::map<std::string_view, const model::ValidatorRule*> rules_;
  std::vector<std::string_view> keys_;
};

}  // namespace schemac::compiler::resolve
