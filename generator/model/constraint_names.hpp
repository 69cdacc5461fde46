// How constraints and indexes are named and spelled in definitions; shared by everything that makes them.
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/constraint.hpp"
#include "model/definition.hpp"

namespace schemac::compiler::model {

/// PostgreSQL's own convention: "bills_sponsor_id_fkey" for table bills, columns {sponsor_id}, suffix "fkey".
std::string constraint_name(std::string_view table, const std::vector<std::string>& columns,
                            std::string_view suffix);

/// "bills_status_lower_idx". `keys` are columns, the function's name for a key that is a call, and "expr" for
/// any other expression; included columns follow. Repeated ones are numbered: expr, expr1.
std::string index_name(std::string_view table, const std::vector<std::string>& keys);

/// SC1304 at `place` where `name` is longer than PostgreSQL keeps.
void expect_name_fits(Draft& draft, std::string_view name, support::Span place);

/// What "on_delete" and "on_update" may be, in the order of ReferentialAction.
inline constexpr std::array<std::string_view, 5> kActionSpellings = {"no action", "restrict", "cascade",
                                                                     "set null", "set default"};
inline constexpr ValueForm kActionForm = one_of(kActionSpellings);

/// What "deferrable" may be, beside true and false.
inline constexpr std::array<std::string_view, 2> kDeferrableSpellings = {"initially immediate",
                                                                         "initially deferred"};
inline constexpr ValueForm kDeferrableChoice = one_of(kDeferrableSpellings);
inline constexpr std::array<const ValueForm*, 2> kDeferrableForms = {&kFlagForm, &kDeferrableChoice};
inline constexpr ValueForm kDeferrableForm = either_of(kDeferrableForms);

/// "cascade", "set null", …; SC1102 at `value` for anything else.
ReferentialAction read_action(Draft& draft, const syntax::Value& value);

/// true, "initially deferred" or "initially immediate"; SC1103 at `value` for anything else.
Deferrable read_deferrable(Draft& draft, const syntax::Value& value);

/// The comment on an object, from its "doc": `on` as COMMENT ON spells it ("TABLE public.bills").
Object make_comment(const ObjectId& target, std::string on, std::string text, support::Span origin);

/// The same, with the words of COMMENT ON that follow from the identity.
Object make_comment(const ObjectId& target, std::string text, support::Span origin);

}  // namespace schemac::compiler::model
