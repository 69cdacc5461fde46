// The server's side of "audit": the functions that audited tables share.
#pragma once

#include <string_view>

#include "model/definition.hpp"

namespace schemac::compiler::features {

/// A function that a project may define in `public`: whom the request is for, NULL where nobody is signed in.
/// What its policies call, and what an audit asks.
inline constexpr std::string_view kCurrentUserId = "current_user_id";

/// Called after each change of an audited table. Its arguments, each a list with commas: the columns of the
/// key, the columns that are left out, those whose values are.
inline constexpr std::string_view kAuditChange = "audit_change";
/// Called before each insert into a chained audit table.
inline constexpr std::string_view kAuditChain = "audit_chain";
/// Called before each change of what stands in one.
inline constexpr std::string_view kAuditRefuse = "audit_refuse";

/// Adds audit_change(), once. REQUIRES: the functions of the project are known.
/// @param origin the "audit" that needs it.
void add_audit_function(support::Span origin, model::Draft& draft);

/// Adds audit_chain(), audit_refuse() and audit_chain_breaks(), once.
void add_chain_functions(support::Span origin, model::Draft& draft);

}  // namespace schemac::compiler::features
