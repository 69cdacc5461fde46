// What triggers, rules and event triggers have in common: a statement that creates them, and in which
// sessions they fire.
#pragma once

#include <string>
#include <string_view>

#include "model/firing.hpp"

namespace schemac::compiler::objects {

/// Of pg_trigger.tgenabled and its like.
model::Firing firing_of(std::string_view code);

/// What follows the statement that creates, which makes it fire in ordinary sessions: nothing, or a semicolon
/// and the statement that makes it fire in others. `alter` is what comes before the words, `what` what comes
/// behind: "ALTER TABLE public.bills ", " TRIGGER log".
std::string then_firing(model::Firing firing, std::string_view alter, std::string_view what);

/// "CREATE OR REPLACE …" for a statement that begins with "CREATE ".
std::string or_replace(std::string_view statement);

}  // namespace schemac::compiler::objects
