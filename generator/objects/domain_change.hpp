// How a domain type gets from one state to another.
#pragma once

#include <string>

#include "model/domain_type.hpp"
#include "model/object_kind.hpp"

namespace schemac::compiler::objects {

/// In place, constraints without blocking whoever uses the type; another base takes another type.
model::Alteration alter_domain(const model::Object& from, const model::Object& to,
                               const model::Transition& transition);

/// "CONSTRAINT positive CHECK (value > 0)"
std::string domain_check(const model::DomainCheck& check);

}  // namespace schemac::compiler::objects
