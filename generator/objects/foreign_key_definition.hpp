// Reads the table key "foreign_keys".
#pragma once

#include "model/definition.hpp"

namespace schemac::compiler::objects {

std::span<const model::KeySpec> foreign_key_specs();
void read_foreign_keys(const syntax::Member& member, const model::TableDraft& table, model::Draft& draft);

}  // namespace schemac::compiler::objects
