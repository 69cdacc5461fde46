// The keys that resolve itself reads: of each file, of tables and of columns. Those of kinds, features and
// rules are theirs.
#pragma once

#include <span>

#include "model/value_form.hpp"

namespace schemac::compiler::resolve {

/// "//" is a remark and allowed everywhere; it is in none of the lists.
std::span<const model::MemberSpec> settings_keys();  ///< schemac.json
std::span<const model::MemberSpec> shared_keys();    ///< shared.json
std::span<const model::MemberSpec> domain_keys();    ///< every other file
std::span<const model::MemberSpec> table_keys();
std::span<const model::MemberSpec> mixin_keys();

/// A table's "seeds".
std::span<const model::MemberSpec> seed_keys();

/// A domain type, beside the rules' keys.
std::span<const model::MemberSpec> domain_type_keys();
std::span<const model::MemberSpec> domain_check_keys();

/// A column in its object form, beside the rules' keys. It has one of the type_keys().
std::span<const model::MemberSpec> column_keys();
std::span<const model::MemberSpec> type_keys();

/// A column that has "ref".
std::span<const model::MemberSpec> reference_keys();

/// A shape in shared.json.
std::span<const model::MemberSpec> shape_keys();

// What the editor's schema defines, as forms name it (ValueForm::Kind::defined).
inline constexpr std::string_view kTableForm = "table";
inline constexpr std::string_view kMixinForm = "mixin";
inline constexpr std::string_view kMixinNameForm = "mixin_name";
inline constexpr std::string_view kColumnForm = "column";
inline constexpr std::string_view kTypeForm = "type";
inline constexpr std::string_view kDomainTypeForm = "domain_type";

}  // namespace schemac::compiler::resolve
