// Reads the table keys "primary_key" and "unique".
#pragma once

#include "model/definition.hpp"

namespace schemac::compiler::objects {

std::span<const model::KeySpec> primary_key_specs();
void read_primary_key(const syntax::Member& member, model::TableDraft& table, model::Draft& draft);

std::span<const model::KeySpec> unique_specs();
void read_unique(const syntax::Member& member, const model::TableDraft& table, model::Draft& draft);

}  // namespace schemac::compiler::objects
